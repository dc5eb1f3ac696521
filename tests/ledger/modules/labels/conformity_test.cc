// What meets the requirements of a version, at its limits; what does not is in
// requirement_refusals.cc.
#include "ledger/modules/labels/conformity.h"

#include <gtest/gtest.h>

#include "tests/ledger/modules/labels/conforming.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Conforming;

class Conformity : public ::testing::Test {
 protected:
  ::testing::AssertionResult Conforms() { return Accepted(c_.Judged("footprints/x")); }
  Conforming c_;
};

TEST_F(Conformity, IsGivenToBeginWith) {
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, AllowsWhatIsAtTheLimit) {
  c_.header().set_cut_off_share(500);
  c_.result().set_technological_quality("3.50");
  c_.result().set_technological_quality("3.5");
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, AllowsMoreStagesAndAnyListedAllocation) {
  c_.result().add_stages()->set_stage(v1::STAGE_PACKING);
  c_.header().set_allocation(v1::ALLOCATION_RULE_MASS);
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, FollowsOneOfTheRulesListed) {
  auto& names = *c_.requirements.mutable_category_rules()->mutable_names();
  names.add_names("none");
  names.add_names("other");
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, DemandsNothingThatTheVersionLeavesOpen) {
  c_.requirements.mutable_cut_off_cap()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  c_.header().set_cut_off_share(9999);
  c_.requirements.mutable_gwp_set()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  c_.standing.gwp_sets.push_back({"gwpSets/sar", {}});
  c_.requirements.mutable_technological_quality()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  c_.result().clear_technological_quality();
  c_.requirements.mutable_minimum_primary_share()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  c_.result().set_primary_activity_share(0);
  c_.requirements.set_assurance_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, AcceptsLandThatWasAssessedOrNeverConverted) {
  c_.requirements.set_land_use_change(v1::LAND_USE_CHANGE_TREATMENT_ASSESSED);
  EXPECT_FALSE(Conforms());
  c_.header().set_land_use_change_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  EXPECT_TRUE(Conforms());
  c_.header().clear_land_use_change_unknown();
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, AsksPerennialsAlone) {
  c_.requirements.set_establishment(v1::ESTABLISHMENT_TREATMENT_ASSESSED);
  c_.requirements.set_harvests(3);
  EXPECT_TRUE(Conforms());
  c_.Perennial(3);
  EXPECT_FALSE(Conforms());
  c_.header().mutable_perennial()->clear_establishment_unknown();
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, AcceptsDatasetsThatAreListed) {
  c_.requirements.mutable_factor_datasets()->mutable_names()->add_names("datasets/power");
  EXPECT_TRUE(Conforms());
  c_.standing.datasets.push_back({"datasets/upstream", {}});
  EXPECT_FALSE(Conforms());
}

TEST_F(Conformity, CountsPrimaryFactorsWhereTheVersionDoes) {
  c_.requirements.set_primary_share_formula(v1::PRIMARY_SHARE_FORMULA_ACTIVITY_AND_FACTOR);
  c_.result().set_primary_activity_share(0);
  c_.result().set_primary_share(5000);
  EXPECT_TRUE(Conforms());
}

TEST_F(Conformity, AcceptsMoreAssuranceThanIsAskedFor) {
  EXPECT_TRUE(Accepted(RequireConforms(c_.requirements, "footprints/x", c_.records, c_.standing,
                                       v1::ASSURANCE_LEVEL_REASONABLE)));
}

TEST_F(Conformity, AcceptsTheCustodiesListed) {
  EXPECT_TRUE(Accepted(RequireCustody(c_.requirements, "x", v1::CUSTODY_MODEL_SEGREGATED)));
  EXPECT_TRUE(Accepted(RequireCustody(c_.requirements, "x", v1::CUSTODY_MODEL_IDENTITY_PRESERVED)));
  EXPECT_FALSE(RequireCustody(c_.requirements, "x", v1::CUSTODY_MODEL_BOOK_AND_CLAIM).ok());
}

}  // namespace
}  // namespace tanji::ledger
