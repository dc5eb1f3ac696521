#include "tests/ledger/modules/support/coverage.h"

#include "ledger/base/outcome_text.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {

void ExpectAllProduced(const std::vector<RefusalCase>& cases) {
  std::set<std::string> names;
  for (const auto& row : cases) {
    SCOPED_TRACE(row.name);
    EXPECT_TRUE(names.insert(row.name).second) << "two rows of one name";
    EXPECT_TRUE(Refused(row.produce(), row.code, row.detail));
  }
}

std::set<std::string> CodesNotCovered(const std::vector<RefusalCase>& cases, int first, int last) {
  std::set<std::string> missing;
  for (int number = first; number <= last; ++number) {
    if (v1::Code_IsValid(number)) missing.insert(CodeName(static_cast<v1::Code>(number)));
  }
  for (const auto& row : cases) missing.erase(CodeName(row.code));
  return missing;
}

}  // namespace tanji::ledger::testing
