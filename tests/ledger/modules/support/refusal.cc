#include "tests/ledger/modules/support/refusal.h"

#include "ledger/base/outcome_text.h"

namespace tanji::ledger::testing {
namespace {

std::string Listed(const Detail& detail) {
  std::string out;
  for (const auto& [name, value] : detail) out += "\n  {\"" + name + "\", \"" + value + "\"}";
  return out;
}

}  // namespace

::testing::AssertionResult Refused(const Outcome& outcome, v1::Code code, const Detail& detail) {
  const auto found = CodeName(outcome.code()) + Listed(outcome.detail());
  if (outcome.code() != code || outcome.detail() != detail) {
    return ::testing::AssertionFailure()
           << "found " << found << "\nexpected " << CodeName(code) << Listed(detail);
  }
  for (const auto language : {Language::kZh, Language::kEn}) {
    const auto text = Render(outcome, language);
    if (text.find('{') != std::string::npos) {
      return ::testing::AssertionFailure() << found << "\nleaves a parameter unfilled: " << text;
    }
  }
  return ::testing::AssertionSuccess();
}

::testing::AssertionResult Accepted(const Outcome& outcome) {
  if (outcome.ok()) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << "refused: " << CodeName(outcome.code()) << Listed(outcome.detail());
}

}  // namespace tanji::ledger::testing
