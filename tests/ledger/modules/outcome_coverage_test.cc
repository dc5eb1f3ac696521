// Every code that the modules can answer with is produced here, with exactly the parameters that
// its texts need.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ledger/modules/refusals.h"

namespace tanji::ledger::testing {
namespace {

TEST(OutcomeCoverage, ProducesEveryRowOfValueRefusals) {
  ExpectAllProduced(ValueRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfEvidenceRefusals) {
  ExpectAllProduced(EvidenceRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfMembershipRefusals) {
  ExpectAllProduced(MembershipRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfGovernanceRefusals) {
  ExpectAllProduced(GovernanceRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfAccreditationRefusals) {
  ExpectAllProduced(AccreditationRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfProductsRefusals) {
  ExpectAllProduced(ProductsRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfLotRefusals) {
  ExpectAllProduced(LotRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfSchemeShapeRefusals) {
  ExpectAllProduced(SchemeShapeRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfSchemeRefusals) {
  ExpectAllProduced(SchemeRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfFactorsRefusals) {
  ExpectAllProduced(FactorsRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfInventoryShapeRefusals) {
  ExpectAllProduced(InventoryShapeRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfFootprintReckonRefusals) {
  ExpectAllProduced(FootprintReckonRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfFootprintRefusals) {
  ExpectAllProduced(FootprintRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfVerificationShapeRefusals) {
  ExpectAllProduced(VerificationShapeRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfVerificationRefusals) {
  ExpectAllProduced(VerificationRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfLabelShapeRefusals) {
  ExpectAllProduced(LabelShapeRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfRequirementRefusals) {
  ExpectAllProduced(RequirementRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfCertificateRefusals) {
  ExpectAllProduced(CertificateRefusals());
}
TEST(OutcomeCoverage, ProducesEveryRowOfLabelRefusals) {
  ExpectAllProduced(LabelRefusals());
}

TEST(OutcomeCoverage, NoCodeOfTheModulesIsLeftOut) {
  std::vector<RefusalCase> all;
  for (const auto& table :
       {ValueRefusals(), EvidenceRefusals(), MembershipRefusals(), GovernanceRefusals(),
        AccreditationRefusals(), ProductsRefusals(), LotRefusals(), SchemeShapeRefusals(),
        SchemeRefusals(), FactorsRefusals(), InventoryShapeRefusals(), FootprintReckonRefusals(),
        FootprintRefusals(), VerificationShapeRefusals(), VerificationRefusals(),
        LabelShapeRefusals(), RequirementRefusals(), CertificateRefusals(), LabelRefusals()}) {
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
