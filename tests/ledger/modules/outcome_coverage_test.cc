// Every code that the modules can answer with is produced here, with exactly the parameters that
// its texts need.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ledger/modules/refusals.h"

namespace tanji::ledger::testing {
namespace {

TEST(OutcomeCoverage, EvidenceProducesItsRefusals) {
  ExpectAllProduced(EvidenceRefusals());
}
TEST(OutcomeCoverage, MembershipProducesItsRefusals) {
  ExpectAllProduced(MembershipRefusals());
}
TEST(OutcomeCoverage, GovernanceProducesItsRefusals) {
  ExpectAllProduced(GovernanceRefusals());
}
TEST(OutcomeCoverage, AccreditationProducesItsRefusals) {
  ExpectAllProduced(AccreditationRefusals());
}

TEST(OutcomeCoverage, NoCodeOfTheModulesIsLeftOut) {
  auto all = EvidenceRefusals();
  for (const auto& table : {MembershipRefusals(), GovernanceRefusals(), AccreditationRefusals()}) {
    all.insert(all.end(), table.begin(), table.end());
  }
  constexpr int kFirstShared = 80, kLastOfModules = 899;
  // The executor's bounds and invariants; tests/ledger/engine produces them.
  EXPECT_THAT(CodesNotCovered(all, kFirstShared, kLastOfModules),
              ::testing::UnorderedElementsAre("TOO_MANY_WRITES", "TOO_MANY_READS",
                                              "RECORD_TOO_LARGE", "INVARIANT_VIOLATED"));
}

}  // namespace
}  // namespace tanji::ledger::testing
