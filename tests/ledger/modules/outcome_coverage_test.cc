// Every code that the modules can answer with is produced here, with exactly the parameters that
// its texts need.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ledger/modules/refusals.h"

namespace tanji::ledger::testing {
namespace {

TEST(OutcomeCoverage, ValuesProduceTheirRefusals) {
  ExpectAllProduced(ValueRefusals());
}
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
TEST(OutcomeCoverage, SchemesProduceTheirRefusals) {
  ExpectAllProduced(SchemeShapeRefusals());
  ExpectAllProduced(SchemeRefusals());

  TEST(OutcomeCoverage, ReckoningFootprintsProducesItsRefusals) {
    ExpectAllProduced(FootprintReckonRefusals());
  }

  TEST(OutcomeCoverage, NoCodeOfTheModulesIsLeftOut) {
    std::vector<RefusalCase> all;
    for (const auto& table :
         {ValueRefusals(), EvidenceRefusals(), MembershipRefusals(), GovernanceRefusals(),
          AccreditationRefusals(), ProductsRefusals(), LotRefusals(), SchemeShapeRefusals(),
          SchemeRefusals(), FactorsRefusals(), InventoryShapeRefusals(),
          FootprintReckonRefusals()}) {
      all.insert(all.end(), table.begin(), table.end());
    }
    constexpr int kFirstShared = 80, kLastOfModules = 899;
    // The executor's bounds and invariants; tests/ledger/engine produces them. Drafts come with the
    // modules that have them.
    EXPECT_THAT(
        CodesNotCovered(all, kFirstShared, kLastOfModules),
        ::testing::UnorderedElementsAre("TOO_MANY_WRITES", "TOO_MANY_READS", "RECORD_TOO_LARGE",
                                        "INVARIANT_VIOLATED", "DRAFT_CLOSED", "DIGEST_MISMATCH"));
  }

  TEST(OutcomeCoverage, ProductsProduceTheirRefusals) {
    ExpectAllProduced(ProductsRefusals());
  }
  TEST(OutcomeCoverage, LotsProduceTheirRefusals) {
    ExpectAllProduced(LotRefusals());
    TEST(OutcomeCoverage, FactorsProduceTheirRefusals) {
      ExpectAllProduced(FactorsRefusals());
    }

    TEST(OutcomeCoverage, NoCodeOfTheModulesIsLeftOut) {
      std::vector<RefusalCase> all;
      for (const auto& table :
           {ValueRefusals(), EvidenceRefusals(), MembershipRefusals(), GovernanceRefusals(),
            AccreditationRefusals(), ProductsRefusals(), LotRefusals(), SchemeShapeRefusals(),
            SchemeRefusals(), FactorsRefusals()}) {
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
