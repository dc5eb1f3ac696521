// Answers about factors: what is in force depends on the factor, its dataset and its publisher.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;

constexpr char kFactor[] = "datasets/power/factors/average";

class FactorAnswers : public ::testing::Test {
 protected:
  FactorAnswers() {
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::GwpSet("ar6"))));
    testing::PublishDatasetOf(world_, "power", {"average"});
  }

  v1::Answer Ask(const v1::Question& question) {
    v1::Answer answer;
    EXPECT_TRUE(Accepted(AnswerQuestion(question, world_.now_ms(), world_.state(), answer)));
    return answer;
  }
  v1::FactorAnswer Factor() { return Ask(testing::AskFactor(kFactor)).factor(); }

  testing::World world_;
  const v1::StatusChange suspended_ = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
};

TEST_F(FactorAnswers, SayWhatTheFactorSaysAndWhoPublishedIt) {
  const auto answer = Factor();
  EXPECT_EQ(answer.factor().row().value().decimal(), "0.5777");
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.dataset().dataset().id(), "power");
  EXPECT_EQ(answer.dataset().status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.dataset().publisher_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(answer.dataset().signers_size(), 1);
  EXPECT_TRUE(answer.dataset().signers(0).counted());
  EXPECT_TRUE(answer.in_force());
}

TEST_F(FactorAnswers, FollowFactorAndDataset) {
  ASSERT_TRUE(Accepted(world_.Do("body-cn", testing::ChangeFactor(kFactor, suspended_))));
  EXPECT_FALSE(Factor().in_force());
  ASSERT_TRUE(
      Accepted(world_.Do("body-cn", testing::ChangeFactor(kFactor, testing::EndStatus(1)))));
  EXPECT_TRUE(Factor().in_force());
  ASSERT_TRUE(Accepted(world_.Do("body-cn", testing::ChangeDataset("power", suspended_))));
  EXPECT_FALSE(Factor().in_force());
  EXPECT_FALSE(Ask(testing::AskDataset("datasets/power")).dataset().in_force());
  ASSERT_TRUE(
      Accepted(world_.Do("body-cn", testing::ChangeDataset("power", testing::EndStatus(1)))));
}

TEST_F(FactorAnswers, OutliveThePublisherUnlessItWasVoidByThen) {
  testing::CarryBallot(world_, {testing::ChangeStatus("body-cn", suspended_)});
  EXPECT_TRUE(Factor().in_force());
  EXPECT_TRUE(Ask(testing::AskGwpSet("gwpSets/ar6")).gwp_set().in_force());
  ParticipantHistory("body-cn").Open(world_.state(), {world_.now_ms(), "ballots/x"},
                                     v1::STATUS_KIND_VOID, testing::kGenesisTimeMs,
                                     testing::Reason());
  EXPECT_FALSE(Factor().in_force());
  EXPECT_EQ(Factor().status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_FALSE(Ask(testing::AskDataset("datasets/power")).dataset().in_force());
  EXPECT_FALSE(Ask(testing::AskGwpSet("gwpSets/ar6")).gwp_set().in_force());
}

TEST_F(FactorAnswers, ACompromiseReachesTheDataset) {
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(testing::KeyNameOf("body-cn"));
  compromise.set_since_time(testing::kGenesisTimeMs);
  *compromise.mutable_reason() = testing::Reason();
  ASSERT_TRUE(Accepted(world_.Do("body-cn", compromise)));
  EXPECT_FALSE(Factor().dataset().signers(0).counted());
  EXPECT_FALSE(Factor().in_force());
}

TEST_F(FactorAnswers, ADraftIsNotInForce) {
  ASSERT_TRUE(Accepted(world_.Do("body-cn", testing::Dataset("draft"))));
  ASSERT_TRUE(
      Accepted(world_.Do("body-cn", testing::Rows("draft", {testing::GridRow("average")}))));
  const auto answer = Ask(testing::AskFactor("datasets/draft/factors/average"));
  EXPECT_TRUE(answer.found());
  EXPECT_EQ(answer.factor().dataset().status().kind(), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_FALSE(answer.factor().in_force());
  EXPECT_FALSE(Ask(testing::AskDataset("datasets/draft")).dataset().in_force());
}

TEST_F(FactorAnswers, AskForNoMoreThanTheyNeed) {
  const RecordingReader recorder(world_.state());
  v1::Answer answer;
  ASSERT_TRUE(
      Accepted(AnswerQuestion(testing::AskFactor(kFactor), world_.now_ms(), recorder, answer)));
  const auto key_id = testing::KeyOf("body-cn").key_id();
  std::vector<std::string> expected{
      kFactors.Key("power", "average"),
      MakeKey(KeySpace::kFactorStatus, std::string("power"), std::string("average")),
      kDatasets.Key("power"),
      kDatasetProgress.Key("power"),
      MakeKey(KeySpace::kDatasetStatus, std::string("power")),
      MakeKey(KeySpace::kParticipantStatus, std::string("body-cn")),
      kKeys.Key(key_id),
      MakeKey(KeySpace::kKeyStatus, key_id)};
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(recorder.keys(), expected);
}

// What a factor's record says of its dataset decides nothing: its key does.
TEST_F(FactorAnswers, SurviveAFactorThatNoLedgerMakes) {
  for (const char* dataset : {"", "x", "datasets/other"}) {
    auto factor = kFactors.Get(world_.state(), "power", "average").value();
    factor.set_dataset(dataset);
    kFactors.Put(world_.state(), "power", "average", factor);
    EXPECT_EQ(Factor().dataset().dataset().id(), "power") << dataset;
  }
}

TEST_F(FactorAnswers, WhatIsNotThereIsNotFound) {
  EXPECT_FALSE(Ask(testing::AskFactor("datasets/power/factors/none")).found());
  EXPECT_FALSE(Ask(testing::AskDataset("datasets/none")).found());
  EXPECT_FALSE(Ask(testing::AskGwpSet("gwpSets/none")).found());
}

}  // namespace
}  // namespace tanji::ledger
