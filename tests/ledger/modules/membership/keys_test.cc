// Keys over their life: registered, added, retired, compromised; and thresholds.
#include <gtest/gtest.h>

#include "ledger/modules/membership/authority.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Grant;
using testing::KeyOf;
using testing::World;

class Keys : public ::testing::Test {
 protected:
  Keys() { world_.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER}); }

  Outcome Add(int number, std::vector<v1::Permission> permissions) {
    v1::AddKey message;
    *message.mutable_key() = Grant("farm", number, permissions);
    return world_.Do("farm", message);
  }
  Outcome Retire(int number) {
    v1::RetireKey message;
    message.set_key(testing::KeyNameOf("farm", number));
    *message.mutable_reason() = testing::Reason();
    return world_.Do("farm", message);
  }
  Outcome Compromise(int number, std::int64_t since_ms) {
    v1::DeclareKeyCompromised message;
    message.set_key(testing::KeyNameOf("farm", number));
    message.set_since_time(since_ms);
    *message.mutable_reason() = testing::Reason();
    return world_.Do("farm", message);
  }
  bool Counts(int number, std::int64_t effective_ms, std::int64_t known_ms) {
    const auto id = KeyOf("farm", number).key_id();
    return KeyCounts(world_.state(), id, kKeys.Get(world_.state(), id).value(),
                     {effective_ms, known_ms});
  }
  bool CountsNow(int number) { return Counts(number, world_.now_ms(), world_.now_ms()); }

  World world_;
};

TEST_F(Keys, AreRecordedWithTheirParticipant) {
  const auto key = kKeys.Get(world_.state(), KeyOf("farm").key_id()).value();
  EXPECT_EQ(key.participant(), "participants/farm");
  EXPECT_EQ(key.suite(), 1u);
  EXPECT_EQ(key.holder(), "h0");
  EXPECT_EQ(key.permissions_size(), static_cast<int>(testing::FirstPermissions().size()));
  EXPECT_EQ(key.number(), 0u);
  EXPECT_EQ(key.valid_from_time(), world_.now_ms());
  EXPECT_FALSE(key.has_valid_until_time());
  EXPECT_EQ(key.signed_by(0), KeyOf("zone").key_id().str());
  const auto farm = kParticipants.Get(world_.state(), "farm").value();
  EXPECT_EQ(farm.key_count(), 1u);
  EXPECT_EQ(farm.registered_by(), "participants/zone");
}

TEST_F(Keys, AddedOnesAreNumbered) {
  EXPECT_TRUE(Accepted(Add(1, {v1::PERMISSION_GOVERN})));
  EXPECT_TRUE(Accepted(Add(2, {v1::PERMISSION_MANAGE_KEYS})));
  EXPECT_EQ(kParticipants.Get(world_.state(), "farm")->key_count(), 3u);
  for (std::uint32_t number = 0; number < 3; ++number) {
    EXPECT_EQ(kKeyReferences.Get(world_.state(), "farm", number)->key_id(),
              KeyOf("farm", static_cast<int>(number)).key_id().str());
  }
}

TEST_F(Keys, CountWithinTheirValidityOnly) {
  v1::AddKey message;
  *message.mutable_key() = Grant("farm", 1, {v1::PERMISSION_GOVERN});
  const auto from_ms = world_.now_ms() + testing::kDayMs;
  const auto until_ms = from_ms + testing::kDayMs;
  message.mutable_key()->set_valid_from_time(from_ms);
  message.mutable_key()->set_valid_until_time(until_ms);
  ASSERT_TRUE(Accepted(world_.Do("farm", message)));
  EXPECT_FALSE(Counts(1, from_ms - 1, from_ms - 1));
  EXPECT_TRUE(Counts(1, from_ms, from_ms));
  EXPECT_TRUE(Counts(1, until_ms - 1, until_ms));
  EXPECT_FALSE(Counts(1, until_ms, until_ms));
}

TEST_F(Keys, RetiredOnesKeepTheirPast) {
  ASSERT_TRUE(Accepted(Add(1, {v1::PERMISSION_MANAGE_KEYS})));
  const auto before_ms = world_.now_ms();
  ASSERT_TRUE(Accepted(Retire(1)));
  EXPECT_FALSE(CountsNow(1));
  EXPECT_TRUE(Counts(1, before_ms, world_.now_ms()));
}

TEST_F(Keys, CompromisedOnesLoseTheirPastForWhoeverKnows) {
  ASSERT_TRUE(Accepted(Add(1, {v1::PERMISSION_MANAGE_KEYS})));
  const auto added_ms = world_.now_ms();
  world_.Advance(100 * testing::kDayMs);
  const auto since_ms = added_ms + 10 * testing::kDayMs;
  ASSERT_TRUE(Accepted(Compromise(1, since_ms)));
  const auto declared_ms = world_.now_ms();
  EXPECT_TRUE(Counts(1, since_ms, declared_ms - 1));
  EXPECT_FALSE(Counts(1, since_ms, declared_ms));
  EXPECT_TRUE(Counts(1, since_ms - 1, declared_ms));
}

TEST_F(Keys, ACompromiseMayTurnOutToBeOlder) {
  ASSERT_TRUE(Accepted(Add(1, {v1::PERMISSION_MANAGE_KEYS})));
  world_.Advance(testing::kDayMs);
  const auto since_ms = world_.now_ms();
  EXPECT_TRUE(Accepted(Compromise(1, since_ms)));
  EXPECT_TRUE(Accepted(Compromise(1, since_ms - 1000)));
  EXPECT_FALSE(Counts(1, since_ms - 1000, world_.now_ms()));
}

TEST_F(Keys, ARetiredOneMayTurnOutToBeCompromised) {
  ASSERT_TRUE(Accepted(Add(1, {v1::PERMISSION_MANAGE_KEYS})));
  const auto since_ms = world_.now_ms();
  ASSERT_TRUE(Accepted(Retire(1)));
  EXPECT_TRUE(Accepted(Compromise(1, since_ms)));
  EXPECT_FALSE(Counts(1, since_ms, world_.now_ms()));
}

TEST_F(Keys, TheLastOneMayBeCompromisedButNotRetired) {
  EXPECT_EQ(Retire(0).code(), v1::CODE_THRESHOLD_UNREACHABLE);
  EXPECT_TRUE(CountsNow(0));
  EXPECT_TRUE(Accepted(Compromise(0, world_.now_ms())));
  EXPECT_FALSE(CountsNow(0));
}

TEST_F(Keys, RetiringCountsHoldersNotKeys) {
  // A second key of the same holder does not make two.
  v1::AddKey second;
  *second.mutable_key() = Grant("farm", 1, {v1::PERMISSION_MANAGE_KEYS}, "h0");
  ASSERT_TRUE(Accepted(world_.Do("farm", second)));
  v1::SetThresholds thresholds;
  *thresholds.add_thresholds() = testing::ThresholdRow(v1::PERMISSION_MANAGE_KEYS, 2);
  const auto unreachable = [](const Outcome& outcome) {
    return testing::Refused(
        outcome, v1::CODE_THRESHOLD_UNREACHABLE,
        {{"permission", "PERMISSION_MANAGE_KEYS"}, {"expected", "2"}, {"value", "1"}});
  };
  EXPECT_TRUE(unreachable(world_.Do("farm", thresholds)));
  ASSERT_TRUE(Accepted(Add(2, {v1::PERMISSION_MANAGE_KEYS})));
  ASSERT_TRUE(Accepted(world_.Do("farm", thresholds)));
  EXPECT_TRUE(unreachable(Retire(2)));
  EXPECT_TRUE(Accepted(Retire(1)));
}

TEST_F(Keys, AreTakenForEver) {
  ASSERT_TRUE(Accepted(Add(1, {v1::PERMISSION_MANAGE_KEYS})));
  ASSERT_TRUE(Accepted(Retire(1)));
  EXPECT_EQ(Add(1, {v1::PERMISSION_MANAGE_KEYS}).code(), v1::CODE_KEY_TAKEN);
}

TEST_F(Keys, AreFoundByTheExecutor) {
  const auto& authority = MembershipAuthority();
  const auto id = KeyOf("farm").key_id();
  const auto found = authority.FindKey(world_.state(), id, world_.now_ms()).value();
  EXPECT_EQ(found.public_key, KeyOf("farm").public_key());
  EXPECT_EQ(found.participant_id, "farm");
  EXPECT_EQ(found.holder, "h0");
  EXPECT_EQ(found.permissions, testing::FirstPermissions());
  EXPECT_TRUE(found.in_force);
  EXPECT_FALSE(authority.FindKey(world_.state(), id, world_.now_ms() - 1)->in_force);
  EXPECT_FALSE(authority.FindKey(world_.state(), crypto::Sha256("x"), world_.now_ms()));
}

TEST_F(Keys, ThresholdsAreReadByTheExecutor) {
  const auto& authority = MembershipAuthority();
  const auto threshold = [&](v1::Permission permission) {
    return authority.ThresholdOf(world_.state(), "farm", permission);
  };
  EXPECT_EQ(threshold(v1::PERMISSION_GOVERN), 1u);
  ASSERT_TRUE(Accepted(Add(1, {v1::PERMISSION_GOVERN})));
  v1::SetThresholds message;
  *message.add_thresholds() = testing::ThresholdRow(v1::PERMISSION_GOVERN, 2);
  ASSERT_TRUE(Accepted(world_.Do("farm", message)));
  EXPECT_EQ(threshold(v1::PERMISSION_GOVERN), 2u);
  EXPECT_EQ(threshold(v1::PERMISSION_MANAGE_KEYS), 1u);
  ASSERT_TRUE(Accepted(world_.Do("farm", v1::SetThresholds())));
  EXPECT_EQ(threshold(v1::PERMISSION_GOVERN), 1u);
}

TEST_F(Keys, StandingOfParticipantsIsReadByTheExecutor) {
  const auto& authority = MembershipAuthority();
  EXPECT_TRUE(authority.ParticipantExists(world_.state(), "farm"));
  EXPECT_FALSE(authority.ParticipantExists(world_.state(), "nobody"));
  EXPECT_TRUE(authority.ParticipantInForce(world_.state(), "farm", world_.now_ms()));
  EXPECT_FALSE(authority.ParticipantInForce(world_.state(), "nobody", world_.now_ms()));
  v1::ChangeParticipantStatus suspend;
  suspend.set_participant("participants/farm");
  *suspend.mutable_change() = testing::OpenStatus(v1::STATUS_KIND_SUSPENDED);
  ASSERT_TRUE(Accepted(world_.Do("zone", suspend)));
  EXPECT_FALSE(authority.ParticipantInForce(world_.state(), "farm", world_.now_ms()));
  *suspend.mutable_change() = testing::EndStatus(1);
  ASSERT_TRUE(Accepted(world_.Do("zone", suspend)));
  EXPECT_TRUE(authority.ParticipantInForce(world_.state(), "farm", world_.now_ms()));
}

}  // namespace
}  // namespace tanji::ledger
