// Answers about products: what is in force depends on the object, its producer, who signed, and for
// a harvest on whoever confirmed it.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/products/tables.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::LotName;

const std::string kProducer = "farm";

class ProductAnswers : public ::testing::Test {
 protected:
  v1::Answer Ask(const v1::Question& question) {
    v1::Answer answer;
    EXPECT_TRUE(Accepted(AnswerQuestion(question, world_.now_ms(), world_.state(), answer)));
    return answer;
  }
  v1::FacilityAnswer Orchard() {
    return Ask(testing::AskFacility(std::string(testing::kOrchard))).facility();
  }
  v1::ProductAnswer Mango() {
    return Ask(testing::AskProduct(std::string(testing::kMango))).product();
  }
  v1::LotAnswer Lot(const std::string& id) { return Ask(testing::AskLot(LotName(id))).lot(); }
  v1::LotAnswer LotAt(const std::string& id, std::int64_t effective_ms, std::int64_t known_ms) {
    auto question = testing::AskLot(LotName(id));
    question.set_effective_time(effective_ms);
    question.set_known_time(known_ms);
    return Ask(question).lot();
  }
  void Compromise(const std::string& id, std::int64_t since_ms) {
    v1::DeclareKeyCompromised message;
    message.set_key(testing::KeyNameOf(id));
    message.set_since_time(since_ms);
    *message.mutable_reason() = testing::Reason();
    EXPECT_TRUE(Accepted(world_.Do(id, message)));
  }
  void Suspend(const std::string& id) {
    v1::ChangeParticipantStatus message;
    message.set_participant("participants/" + id);
    *message.mutable_change() = suspended_;
    EXPECT_TRUE(Accepted(world_.Do("zone", message)));
  }
  // 30 t where 20 t are plausible.
  void HarvestAndConfirm(const std::string& id) {
    farm_.Do(testing::Harvested(id, "30000"));
    world_.Advance(testing::kDayMs);
    EXPECT_TRUE(Accepted(world_.Do("auditor", testing::Confirmation(id))));
  }
  // The keys asked for must be exactly `expected`.
  void ExpectClosure(const v1::Question& question, std::vector<std::string> expected) {
    const RecordingReader recorder(world_.state());
    v1::Answer answer;
    ASSERT_TRUE(Accepted(AnswerQuestion(question, world_.now_ms(), recorder, answer)));
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(recorder.keys(), expected);
  }
  static std::vector<std::string> KeysOfSigner(const std::string& participant_id) {
    const auto key_id = testing::KeyOf(participant_id).key_id();
    return {MakeKey(KeySpace::kParticipantStatus, participant_id), kKeys.Key(key_id),
            MakeKey(KeySpace::kKeyStatus, key_id)};
  }

  testing::Farm farm_;
  testing::World& world_ = farm_.world;
  const v1::StatusChange suspended_ = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
};

TEST_F(ProductAnswers, SayWhatWasRegisteredAndByWhom) {
  const auto orchard = Orchard();
  EXPECT_EQ(orchard.facility().area_m2(), "10000");
  EXPECT_EQ(orchard.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(orchard.producer_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(orchard.signers_size(), 1);
  EXPECT_EQ(orchard.signers(0).participant(), "participants/farm");
  EXPECT_TRUE(orchard.in_force());
  const auto mango = Mango();
  EXPECT_EQ(mango.product().category(), "CPC:01316");
  EXPECT_EQ(mango.producer_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(mango.signers_size(), 1);
  EXPECT_TRUE(mango.signers(0).counted());
  EXPECT_TRUE(mango.in_force());
}

TEST_F(ProductAnswers, ShowWhatIsGoneOfALot) {
  farm_.Do(testing::Harvested("h-1"));
  farm_.Do(testing::Derived("a", {{"h-1", "5000"}}, "5000"));
  farm_.Do(testing::Loss("h-1", "12.25"));
  const auto lot = Lot("h-1");
  EXPECT_EQ(lot.lot().mass_kg(), "15000");
  EXPECT_EQ(lot.balance().taken_kg(), "5000");
  EXPECT_EQ(lot.balance().lost_kg(), "12.25");
  EXPECT_FALSE(lot.has_confirmation());
  EXPECT_FALSE(lot.has_auditor_status());
  EXPECT_TRUE(lot.in_force());
  EXPECT_TRUE(Lot("a").in_force());
}

TEST_F(ProductAnswers, FollowTheirStatus) {
  farm_.Do(testing::Harvested("h-1"));
  farm_.Do(testing::ChangeOrchard(suspended_));
  farm_.Do(testing::ChangeMango(suspended_));
  EXPECT_FALSE(Orchard().in_force());
  EXPECT_FALSE(Mango().in_force());
  // What was harvested by then stays.
  EXPECT_TRUE(Lot("h-1").in_force());
  farm_.Do(testing::ChangeLot("h-1", suspended_));
  EXPECT_EQ(Lot("h-1").status().kind(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_FALSE(Lot("h-1").in_force());
}

TEST_F(ProductAnswers, ASuspendedProducerHasNothingInForce) {
  farm_.Do(testing::Harvested("h-1"));
  const auto before = world_.now_ms();
  Suspend("farm");
  for (const bool in_force : {Orchard().in_force(), Mango().in_force(), Lot("h-1").in_force()}) {
    EXPECT_FALSE(in_force);
  }
  EXPECT_EQ(Lot("h-1").status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(Lot("h-1").producer_status().kind(), v1::STATUS_KIND_SUSPENDED);
  EXPECT_TRUE(LotAt("h-1", before, world_.now_ms()).in_force());
}

TEST_F(ProductAnswers, ACompromiseReachesWhatWasSigned) {
  farm_.Do(testing::Harvested("h-1"));
  const auto before = world_.now_ms();
  Compromise("farm", testing::kGenesisTimeMs);
  EXPECT_FALSE(Orchard().signers(0).counted());
  EXPECT_FALSE(Orchard().in_force());
  EXPECT_FALSE(Mango().in_force());
  EXPECT_FALSE(Lot("h-1").in_force());
  EXPECT_TRUE(LotAt("h-1", before, before).in_force());
}

TEST_F(ProductAnswers, AHarvestIsUnderReviewUntilItIsConfirmed) {
  farm_.Do(testing::Harvested("h-1", "30000"));
  const auto pending = Lot("h-1");
  EXPECT_EQ(pending.status().kind(), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_EQ(pending.status().number(), 1u);
  EXPECT_FALSE(pending.has_confirmation());
  EXPECT_FALSE(pending.in_force());

  world_.Advance(testing::kDayMs);
  ASSERT_TRUE(Accepted(world_.Do("auditor", testing::Confirmation("h-1"))));
  const auto confirmed = Lot("h-1");
  EXPECT_EQ(confirmed.confirmation().auditor(), "participants/auditor");
  EXPECT_EQ(confirmed.auditor_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(confirmed.confirmed_by_size(), 1);
  EXPECT_EQ(confirmed.confirmed_by(0).key(), testing::KeyNameOf("auditor"));
  EXPECT_TRUE(confirmed.confirmed_by(0).counted());
  EXPECT_TRUE(confirmed.in_force());
}

TEST_F(ProductAnswers, ShowAConfirmationOnlyToWhoeverCouldKnowIt) {
  farm_.Do(testing::Harvested("h-1", "30000"));
  const auto registered = world_.now_ms();
  world_.Advance(testing::kDayMs);
  ASSERT_TRUE(Accepted(world_.Do("auditor", testing::Confirmation("h-1"))));
  const auto confirmed = Lot("h-1").confirmation().confirmed_time();
  const auto unaware = LotAt("h-1", registered, confirmed - 1);
  EXPECT_FALSE(unaware.has_confirmation());
  EXPECT_FALSE(unaware.has_auditor_status());
  EXPECT_EQ(unaware.confirmed_by_size(), 0);
  EXPECT_FALSE(unaware.in_force());
  // It is known by the block that recorded it, but ends the review no earlier.
  const auto aware = LotAt("h-1", registered, confirmed);
  EXPECT_TRUE(aware.has_confirmation());
  EXPECT_EQ(aware.status().kind(), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_TRUE(LotAt("h-1", confirmed, confirmed).in_force());
}

TEST_F(ProductAnswers, AConfirmationOutlivesTheAuditorUnlessItWasVoidByThen) {
  HarvestAndConfirm("h-1");
  Suspend("auditor");
  EXPECT_TRUE(Lot("h-1").in_force());
  EXPECT_EQ(Lot("h-1").auditor_status().kind(), v1::STATUS_KIND_IN_FORCE);
  ParticipantHistory("auditor").Open(world_.state(), {world_.now_ms(), "ballots/x"},
                                     v1::STATUS_KIND_VOID, testing::kGenesisTimeMs,
                                     testing::Reason());
  EXPECT_FALSE(Lot("h-1").in_force());
  EXPECT_EQ(Lot("h-1").status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(Lot("h-1").auditor_status().kind(), v1::STATUS_KIND_VOID);
}

TEST_F(ProductAnswers, ACompromiseReachesTheConfirmation) {
  HarvestAndConfirm("h-1");
  const auto before = world_.now_ms();
  world_.Advance(testing::kDayMs);
  Compromise("auditor", testing::kGenesisTimeMs);
  const auto lot = Lot("h-1");
  EXPECT_TRUE(lot.signers(0).counted());
  EXPECT_FALSE(lot.confirmed_by(0).counted());
  EXPECT_FALSE(lot.in_force());
  EXPECT_TRUE(LotAt("h-1", before, before).in_force());
}

TEST_F(ProductAnswers, AskForNoMoreThanTheyNeed) {
  farm_.Do(testing::Harvested("h-1"));
  farm_.Do(testing::Derived("split", {{"h-1", "10"}}, "10"));
  HarvestAndConfirm("h-2");
  const auto with = [](std::vector<std::string> keys, const std::vector<std::string>& more) {
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
  };
  const auto farm = KeysOfSigner("farm");
  const auto lot = [](const std::string& id) {
    return std::vector<std::string>{kLots.Key(kProducer, id), kLotBalances.Key(kProducer, id),
                                    MakeKey(KeySpace::kLotStatus, kProducer, id)};
  };
  const std::string orchard = "orchard", mango = "mango", second = "h-2";
  ExpectClosure(testing::AskFacility(std::string(testing::kOrchard)),
                with({kFacilities.Key(kProducer, orchard),
                      MakeKey(KeySpace::kFacilityStatus, kProducer, orchard)},
                     farm));
  ExpectClosure(
      testing::AskProduct(std::string(testing::kMango)),
      with({kProducts.Key(kProducer, mango), MakeKey(KeySpace::kProductStatus, kProducer, mango)},
           farm));
  ExpectClosure(testing::AskLot(LotName("split")), with(lot("split"), farm));
  // A harvest within its bound is confirmed by nobody, and nobody asks.
  ExpectClosure(testing::AskLot(LotName("h-1")), with(lot("h-1"), farm));
  ExpectClosure(testing::AskLot(LotName("h-2")),
                with(with(with(lot("h-2"), farm), {kHarvestConfirmations.Key(kProducer, second)}),
                     KeysOfSigner("auditor")));
}

TEST_F(ProductAnswers, WhatIsNotThereIsNotFound) {
  EXPECT_FALSE(Ask(testing::AskFacility("participants/farm/facilities/none")).found());
  EXPECT_FALSE(Ask(testing::AskProduct("participants/nobody/products/mango")).found());
  EXPECT_FALSE(Ask(testing::AskLot(LotName("none"))).found());
}

}  // namespace
}  // namespace tanji::ledger
