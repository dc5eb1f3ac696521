// Answers about footprints: the value, what it stands on, and who is to blame where it does not
// stand.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/base/names.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/state/key.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/footprints/grower.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::AskFootprint;
using testing::MangoHeader;
using testing::OpenStatus;

class FootprintAnswers : public ::testing::Test {
 protected:
  FootprintAnswers()
      : first_(grower_.Declared()),
        second_(grower_.Declared(MangoHeader(), {testing::UpstreamLine("fruit", first_, "50")})) {}

  v1::FootprintAnswer Ask(const std::string& name) {
    v1::Answer answer;
    EXPECT_TRUE(Accepted(
        AnswerQuestion(AskFootprint(name), grower_.world.now_ms(), grower_.world.state(), answer)));
    EXPECT_TRUE(answer.found());
    return answer.footprint();
  }
  std::vector<std::string> ClosureOf(const std::string& name) {
    const RecordingReader recorder(grower_.world.state());
    v1::Answer answer;
    EXPECT_TRUE(
        Accepted(AnswerQuestion(AskFootprint(name), grower_.world.now_ms(), recorder, answer)));
    return recorder.keys();
  }

  testing::Grower grower_;
  const std::string first_, second_;
};

TEST_F(FootprintAnswers, SayTheValueAndWhatItStandsOn) {
  const auto answer = Ask(second_);
  EXPECT_EQ(answer.result().value(), "2.8885");
  EXPECT_EQ(answer.footprint().producer(), "participants/farm");
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.producer_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(answer.signers_size(), 1);
  EXPECT_TRUE(answer.signers(0).counted());
  ASSERT_EQ(answer.factors_size(), 1);
  EXPECT_EQ(answer.factors(0).name(), testing::kPower);
  ASSERT_EQ(answer.upstream_size(), 1);
  EXPECT_EQ(answer.upstream(0).name(), first_);
  EXPECT_EQ(answer.gwp_sets(0).name(), "gwpSets/ar6");
  EXPECT_EQ(answer.datasets(0).name(), "datasets/power");
  EXPECT_TRUE(answer.in_force());
}

// The ledger counted, when it was declared, what a proof will need.
TEST_F(FootprintAnswers, ReadAsManyRecordsAsTheLedgerCounted) {
  for (const auto& name : {first_, second_}) {
    EXPECT_EQ(ClosureOf(name).size(), Ask(name).result().closure_count()) << name;
  }
  EXPECT_GT(Ask(second_).result().closure_count(), Ask(first_).result().closure_count());
}

TEST_F(FootprintAnswers, NameTheWithdrawnFactor) {
  ASSERT_TRUE(Accepted(grower_.world.Do(
      "body-cn", testing::ChangeFactor(testing::kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN)))));
  const auto answer = Ask(second_);
  EXPECT_FALSE(answer.in_force());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_FALSE(answer.factors(0).in_force());
  EXPECT_EQ(answer.factors(0).status().kind(), v1::STATUS_KIND_WITHDRAWN);
  EXPECT_TRUE(answer.datasets(0).in_force());
  // By itself the upstream footprint stands; what it stands on is listed beside it.
  EXPECT_TRUE(answer.upstream(0).in_force());
}

TEST_F(FootprintAnswers, OutliveTheirProducerUnlessItWasVoidByThen) {
  v1::ChangeParticipantStatus change;
  change.set_participant("participants/farm");
  *change.mutable_change() = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  ASSERT_TRUE(Accepted(grower_.world.Do("zone", change)));
  EXPECT_TRUE(Ask(first_).in_force());
  ParticipantHistory("farm").Open(grower_.world.state(), {grower_.world.now_ms(), "ballots/x"},
                                  v1::STATUS_KIND_VOID, testing::kGenesisTimeMs, testing::Reason());
  EXPECT_FALSE(Ask(first_).in_force());
  EXPECT_EQ(Ask(first_).producer_status().kind(), v1::STATUS_KIND_VOID);
}

TEST_F(FootprintAnswers, KnowNoSuccessorThatWasRecordedLater) {
  const auto before_ms = grower_.world.now_ms();
  grower_.world.Advance(1000);
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(first_);
  before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  grower_.Declared(header, {testing::PowerLine("a", "900")});
  auto question = AskFootprint(first_);
  question.set_known_time(before_ms);
  v1::Answer answer;
  ASSERT_TRUE(
      Accepted(AnswerQuestion(question, grower_.world.now_ms(), grower_.world.state(), answer)));
  EXPECT_EQ(answer.footprint().progress().successors_size(), 0);
  EXPECT_EQ(Ask(first_).progress().successors_size(), 1);
}

// A verifier meets whatever somebody could prove: it refuses, it does not crash.
TEST_F(FootprintAnswers, RefuseRecordsThatNoLedgerMakes) {
  const auto id = ParseIdName("footprints", first_).value();
  const auto ask = [&](const StateReader& source) {
    v1::Answer answer;
    return AnswerQuestion(AskFootprint(first_), grower_.world.now_ms(), source, answer);
  };
  Overlay layer(testing::Below(grower_.world.state()));
  v1::FootprintReferences references;
  references.add_factors()->set_factor("x");
  kFootprintReferences.Put(layer, id, 0, references);
  EXPECT_THROW((void)ask(layer), StorageFailure);
  // A circle.
  references.Clear();
  references.add_upstream(second_);
  kFootprintReferences.Put(layer, id, 0, references);
  EXPECT_TRUE(ask(layer).ok());
  auto progress = kFootprintProgress.Get(layer, id).value();
  progress.set_declared_by(0, "short");
  kFootprintProgress.Put(layer, id, progress);
  EXPECT_THROW((void)ask(layer), StorageFailure);
}

TEST_F(FootprintAnswers, ShowADraftAsOne) {
  const auto draft = grower_.Draft(MangoHeader(), {testing::PowerLine("a", "1")});
  const auto answer = Ask(draft);
  EXPECT_FALSE(answer.in_force());
  EXPECT_FALSE(answer.has_result());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_EQ(answer.progress().line_count(), 1u);
}

TEST_F(FootprintAnswers, ShowTheSuccessor) {
  auto header = MangoHeader();
  auto& before = *header.add_predecessors();
  before.set_footprint(first_);
  before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
  const auto next = grower_.Declared(header, {testing::PowerLine("a", "900")});
  EXPECT_EQ(Ask(first_).progress().successors(0).footprint(), next);
}

TEST_F(FootprintAnswers, AreProvedInABundle) {
  const testing::Archive archive(grower_.world);
  VerifiedBundle verified;
  ASSERT_TRUE(Accepted(archive.Verify(archive.BundleFor(AskFootprint(second_)), &verified)));
  EXPECT_TRUE(verified.answer.footprint().in_force());
  // Without the factor that it stands on the bundle says nothing.
  auto parts = archive.PartsFor(AskFootprint(second_));
  const auto factor =
      MakeKey(KeySpace::kFactorStatus, std::string("power"), std::string("average"));
  ASSERT_EQ(std::erase(parts.keys, factor), 1u);
  EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_MISSING);
}

TEST_F(FootprintAnswers, WhatIsNotThereIsNotFound) {
  v1::Answer answer;
  ASSERT_TRUE(
      Accepted(AnswerQuestion(AskFootprint("footprints/00000000-0000-8000-8000-000000000001"),
                              grower_.world.now_ms(), grower_.world.state(), answer)));
  EXPECT_FALSE(answer.found());
}

}  // namespace
}  // namespace tanji::ledger
