// The three fates.
#include "ledger/engine/executor.h"

#include <gtest/gtest.h>

#include "ledger/base/outcome_text.h"
#include "ledger/state/record.h"
#include "tests/support/test_ledger.h"

namespace tanji::ledger {
namespace {

using namespace testing;

Draft Register(std::string_view content, std::uint64_t seed = 0) {
  return {.author_id = "zone", .operations = {Op(Document(content))}, .seed = seed};
}

void ExpectDropped(TestLedger& world, const Draft& draft, v1::Code code) {
  const auto size = world.ledger().tip().block_entry_index();
  const auto result = world.RunOne(draft);
  EXPECT_EQ(result.fate, Fate::kDropped);
  EXPECT_EQ(result.outcome.code(), code) << v1::Code_Name(result.outcome.code());
  EXPECT_EQ(world.ledger().tip().block_entry_index(), size) << "a dropped transaction was logged";
  for (const auto language : {Language::kZh, Language::kEn}) {
    const auto text = Render(result.outcome, language);
    EXPECT_EQ(text.find('{'), std::string::npos) << text;
  }
}

TEST(Fates, AppliedIsLoggedAndWrites) {
  TestLedger world;
  const auto results = world.Run({TransactionOf(Register("a"))});
  EXPECT_EQ(results[0].result.fate, Fate::kApplied);
  EXPECT_EQ(results[0].index, 2u);
  EXPECT_EQ(world.last_block()->header.transaction_count(), 1u);
  EXPECT_EQ(world.last_block()->header.first_index(), 2u);
}

TEST(Fates, FailedIsLoggedWithItsCodeAndWritesNothingButItsId) {
  TestLedger world;
  ASSERT_EQ(world.RunOne(Register("a")).fate, Fate::kApplied);
  const auto before = world.ledger().tip().state_size();
  Draft draft = Register("b", 1);
  draft.operations.push_back(Op(Document("a")));  // registered already
  const auto result = world.RunOne(draft);
  EXPECT_EQ(result.fate, Fate::kFailed);
  EXPECT_EQ(result.outcome.code(), v1::CODE_ALREADY_EXISTS);
  EXPECT_EQ(result.refused_operation, 1u);
  EXPECT_EQ(world.ledger().tip().state_size(), before) << "operation 0 left something behind";
  const auto entry = ParseRecord<v1::LogEntry>(world.store().Now().ReadEntries(4, 1)->front());
  EXPECT_EQ(entry.transaction().receipt().code(), v1::CODE_ALREADY_EXISTS);
  EXPECT_EQ(entry.transaction().receipt().refused_operation(), 1u);
  // The id is spent: the same transaction again is a replay.
  ExpectDropped(world, draft, v1::CODE_REPLAYED);
}

TEST(Fates, DroppedLeavesTheIdFree) {
  TestLedger world;
  Draft draft = Register("a");
  draft.keys = {KeyOf("cnas")};
  ExpectDropped(world, draft, v1::CODE_KEY_OF_ANOTHER);
  draft.keys = {KeyOf("nobody")};
  ExpectDropped(world, draft, v1::CODE_KEY_UNKNOWN);
  // The same body with a false signature, with an extra one, and at last as it should be.
  auto transaction = v1::Transaction();
  ASSERT_TRUE(transaction.ParseFromString(TransactionOf(Register("a"))));
  transaction.mutable_signatures(0)->mutable_signature()->back() ^= 1;
  auto result = world.Run({EncodeRecord(transaction)}).front().result;
  EXPECT_EQ(result.outcome.code(), v1::CODE_SIGNATURE_FALSE);
  draft.keys = {KeyOf("zone"), KeyOf("cnas")};
  ExpectDropped(world, draft, v1::CODE_KEY_OF_ANOTHER);
  draft.keys = {};
  EXPECT_EQ(world.RunOne(draft).fate, Fate::kApplied);
}

TEST(Fates, TimesAreHeldToBlockTime) {
  TestLedger world;
  const std::int64_t now_ms = world.ledger().tip().time() + 1;
  Draft draft = Register("a");
  draft.expire_ms = now_ms;
  ExpectDropped(world, draft, v1::CODE_EXPIRED);
  draft.expire_ms = world.ledger().tip().time() + 1 + kDayMs + 1;
  ExpectDropped(world, draft, v1::CODE_EXPIRES_TOO_LATE);
  draft.expire_ms = world.ledger().tip().time() + 1 + kDayMs;
  EXPECT_EQ(world.RunOne(draft).fate, Fate::kApplied);
}

TEST(Fates, UnknownAuthorIsDropped) {
  TestLedger world;
  Draft draft = Register("a");
  draft.author_id = "stranger";
  draft.keys = {KeyOf("zone")};
  ExpectDropped(world, draft, v1::CODE_AUTHOR_UNKNOWN);
}

TEST(Signatures, EachMustCountForAnOperation) {
  TestLedger world;
  v1::AddKey add;
  *add.mutable_key() = Grant("zone", 1, {v1::PERMISSION_MANAGE_KEYS});
  ASSERT_EQ(world.RunOne({.author_id = "zone", .operations = {Op(add)}}).fate, Fate::kApplied);
  Draft draft = Register("a");
  draft.keys = {KeyOf("zone", 0), KeyOf("zone", 1)};
  ExpectDropped(world, draft, v1::CODE_SIGNATURE_UNUSED);
  draft.keys = {KeyOf("zone", 1)};
  ExpectDropped(world, draft, v1::CODE_THRESHOLD_NOT_MET);
}

TEST(Signatures, ThresholdCountsHoldersNotKeys) {
  TestLedger world;
  v1::AddKey same_holder, other_holder;
  *same_holder.mutable_key() = Grant("zone", 1, AllPermissions());
  // The grant names holder h1; make it holder h0's second key instead.
  same_holder.mutable_key()->set_holder("h0");
  const std::string message = std::string("tanji-key-possession-v1") + '\0' +
                              std::string(kChainId) + '\0' + "participants/zone" + '\0' + "h0";
  same_holder.mutable_key()->set_possession_signature(
      std::string(KeyOf("zone", 1).Sign(message).view()));
  *other_holder.mutable_key() = Grant("zone", 2, AllPermissions());
  v1::SetThresholds thresholds;
  *thresholds.add_thresholds() = ThresholdRow(v1::PERMISSION_REGISTER_DOCUMENTS, 2);
  ASSERT_EQ(world
                .RunOne({.author_id = "zone",
                         .operations = {Op(same_holder), Op(other_holder), Op(thresholds)}})
                .fate,
            Fate::kApplied);

  Draft draft = Register("a");
  draft.keys = {KeyOf("zone", 0)};
  ExpectDropped(world, draft, v1::CODE_THRESHOLD_NOT_MET);
  draft.keys = {KeyOf("zone", 0), KeyOf("zone", 1)};
  ExpectDropped(world, draft, v1::CODE_THRESHOLD_NOT_MET);
  draft.keys = {KeyOf("zone", 0), KeyOf("zone", 2)};
  EXPECT_EQ(world.RunOne(draft).fate, Fate::kApplied);
}

TEST(Signatures, ACompromisedKeyStopsCountingAtOnce) {
  TestLedger world;
  v1::AddKey add;
  *add.mutable_key() = Grant("zone", 1, AllPermissions());
  ASSERT_EQ(world.RunOne({.author_id = "zone", .operations = {Op(add)}}).fate, Fate::kApplied);
  v1::DeclareKeyCompromised declare;
  declare.set_key(KeyNameOf("zone", 1));
  declare.set_since_time(kGenesisTimeMs);
  *declare.mutable_reason() = Reason();
  ASSERT_EQ(world.RunOne({.author_id = "zone", .operations = {Op(declare)}, .seed = 1}).fate,
            Fate::kApplied);
  Draft draft = Register("a");
  draft.keys = {KeyOf("zone", 1)};
  ExpectDropped(world, draft, v1::CODE_KEY_NOT_IN_FORCE);
}

TEST(Memory, ChangesSpeedNeverResults) {
  // A memory that lies about the keys is found out only because keys are read from state.
  class Liar final : public SignatureMemory {
   public:
    bool Remembers(const crypto::Hash&, std::span<const crypto::PublicKey>) const override {
      return true;
    }
  } liar;
  TestLedger world;
  world.set_memory(liar);
  Draft draft = Register("a");
  draft.keys = {KeyOf("cnas")};
  ExpectDropped(world, draft, v1::CODE_KEY_OF_ANOTHER);
}

TEST(Standing, ASuspendedAuthorMayStillProtectItsKeys) {
  TestLedger world;
  v1::ChangeParticipantStatus change;
  change.set_participant("participants/farm");
  *change.mutable_change() = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  ASSERT_EQ(world
                .RunOne({.author_id = "zone",
                         .operations = {Op(Registration("farm", {v1::PARTICIPANT_KIND_PRODUCER})),
                                        Op(change)}})
                .fate,
            Fate::kApplied);
  const auto refused = world.RunOne({.author_id = "farm", .operations = {Op(Document("a"))}});
  EXPECT_EQ(refused.fate, Fate::kFailed);
  EXPECT_EQ(refused.outcome.code(), v1::CODE_NOT_IN_FORCE);
  v1::AddKey add;
  *add.mutable_key() = Grant("farm", 1, {v1::PERMISSION_MANAGE_KEYS});
  EXPECT_EQ(world.RunOne({.author_id = "farm", .operations = {Op(add)}}).fate, Fate::kApplied);
}

}  // namespace
}  // namespace tanji::ledger
