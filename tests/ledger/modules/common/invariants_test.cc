#include "ledger/modules/common/invariants.h"

#include <gtest/gtest.h>

#include "ledger/state/history.h"
#include "ledger/state/key.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;

constexpr auto kSpace = KeySpace::kLicenceStatus;
constexpr auto kObjects = KeySpace::kLicence;

// A history with three intervals, one ended, as the state before; tests write above it.
class HistoryInvariant : public ::testing::Test {
 protected:
  HistoryInvariant() {
    history_.Create(before_, {1000, "participants/a"}, 1000, 9000);
    history_.Open(before_, {2000, "participants/a"}, v1::STATUS_KIND_SUSPENDED, 2000,
                  testing::Reason());
    history_.End(before_, {3000, "participants/a"}, 1, 3000);
    history_.Open(before_, {4000, "participants/a"}, v1::STATUS_KIND_UNDER_REVIEW, 4000,
                  testing::Reason());
    after_.emplace(testing::Below(before_));
  }

  v1::StatusRecord Record() { return ParseRecord<v1::StatusRecord>(after_->Get(key_).value()); }
  void Write(const v1::StatusRecord& record) { after_->Put(key_, EncodeRecord(record)); }

  Outcome Check() {
    return CheckHistories(after_->changes(), before_, *after_, kSpace, FixedObjectKey<4>);
  }
  ::testing::AssertionResult Broken(const std::string& problem) { return BrokenAt(key_, problem); }
  ::testing::AssertionResult BrokenAt(const std::string& key, const std::string& problem) {
    const auto outcome = Check();
    if (outcome.code() == v1::CODE_INVARIANT_VIOLATED &&
        outcome.detail() == Violated(key, problem).detail()) {
      return ::testing::AssertionSuccess();
    }
    return ::testing::AssertionFailure()
           << (outcome.ok() ? "accepted" : outcome.detail().back().second);
  }

  struct Nothing : StateReader {
    std::optional<std::string> Get(std::string_view) const override { return std::nullopt; }
  };
  Nothing nothing_;
  const std::string key_ = MakeKey(kSpace, std::uint32_t{7});
  const History history_{key_};
  Overlay before_{nothing_};
  std::optional<Overlay> after_;
};

TEST_F(HistoryInvariant, HoldsForEveryEvent) {
  EXPECT_TRUE(
      Accepted(CheckHistories(before_.changes(), nothing_, before_, kSpace, FixedObjectKey<4>)));
  history_.End(*after_, {5000, "participants/a"}, 2, 6000);
  EXPECT_TRUE(Accepted(Check()));
  history_.Open(*after_, {5000, "participants/a"}, v1::STATUS_KIND_REVOKED, 5000,
                testing::Reason());
  EXPECT_TRUE(Accepted(Check()));
}

TEST_F(HistoryInvariant, HoldsForOpeningAndEndingAtOnce) {
  history_.Open(*after_, {5000, "participants/a"}, v1::STATUS_KIND_SUSPENDED, 5000,
                testing::Reason());
  history_.End(*after_, {5000, "participants/a"}, 3, 5000);
  EXPECT_TRUE(Accepted(Check()));
}

TEST_F(HistoryInvariant, HoldsWhileOldIntervalsMoveOut) {
  const auto long_reason = testing::Text(std::string(1024, 'r'), std::string(1024, 's'));
  for (std::int64_t time_ms = 5000; time_ms < 5010; ++time_ms) {
    Overlay layer(testing::Below(*after_));
    history_.Open(layer, {time_ms, "participants/a"}, v1::STATUS_KIND_SUSPENDED, time_ms,
                  long_reason);
    EXPECT_TRUE(
        Accepted(CheckHistories(layer.changes(), *after_, layer, kSpace, FixedObjectKey<4>)));
    std::move(layer).MergeInto(*after_);
  }
  EXPECT_GT(Record().moved_count(), 5u);
}

TEST_F(HistoryInvariant, SeesADeletion) {
  after_->Delete(key_);
  EXPECT_TRUE(Broken("deleted"));
}

TEST_F(HistoryInvariant, SeesALostInterval) {
  auto record = Record();
  record.mutable_intervals()->RemoveLast();
  Write(record);
  EXPECT_TRUE(Broken("a status interval was lost"));
}

TEST_F(HistoryInvariant, SeesAnEmptyHistory) {
  v1::StatusRecord record;
  record.set_event_count(9);
  const auto other = MakeKey(kSpace, std::uint32_t{8});
  after_->Put(other, EncodeRecord(record));
  EXPECT_TRUE(BrokenAt(other, "a history without intervals"));
}

TEST_F(HistoryInvariant, SeesARewrittenBeginning) {
  using Alter = void (*)(v1::StatusInterval&);
  for (const Alter alter : {
           +[](v1::StatusInterval& i) { i.set_kind(v1::STATUS_KIND_UNDER_REVIEW); },
           +[](v1::StatusInterval& i) { i.set_from_time(2001); },
           +[](v1::StatusInterval& i) { i.set_recorded_time(2001); },
           +[](v1::StatusInterval& i) { i.set_by("participants/b"); },
           +[](v1::StatusInterval& i) { i.mutable_reason()->set_en("another"); },
           // The end of one that is ended, too.
           +[](v1::StatusInterval& i) { i.set_to_time(3001); },
           +[](v1::StatusInterval& i) { i.set_to_recorded_time(3001); },
           +[](v1::StatusInterval& i) { i.clear_to_recorded_time(); },
           +[](v1::StatusInterval& i) { i.clear_to_time(), i.clear_to_recorded_time(); },
       }) {
    auto record = Record();
    record.set_event_count(record.event_count() + 1);
    alter(*record.mutable_intervals(1));
    Overlay layer(testing::Below(before_));
    layer.Put(key_, EncodeRecord(record));
    const auto outcome = CheckHistories(layer.changes(), before_, layer, kSpace, FixedObjectKey<4>);
    EXPECT_EQ(outcome.detail(), Violated(key_, "a status interval was rewritten").detail());
  }
}

TEST_F(HistoryInvariant, SeesAFallingRecordedTime) {
  history_.Open(*after_, {3999, "participants/a"}, v1::STATUS_KIND_REVOKED, 5000,
                testing::Reason());
  EXPECT_TRUE(Broken("a recorded time falls"));
}

TEST_F(HistoryInvariant, SeesAMiscountedEvent) {
  for (const std::uint32_t wrong : {3u, 4u, 6u}) {
    Overlay layer(testing::Below(before_));
    history_.Open(layer, {5000, "participants/a"}, v1::STATUS_KIND_REVOKED, 5000,
                  testing::Reason());
    auto record = ParseRecord<v1::StatusRecord>(layer.Get(key_).value());
    ASSERT_EQ(record.event_count(), 5u);
    record.set_event_count(wrong);
    layer.Put(key_, EncodeRecord(record));
    EXPECT_EQ(CheckHistories(layer.changes(), before_, layer, kSpace, FixedObjectKey<4>).detail(),
              Violated(key_, "the event count does not fit the events").detail());
  }
}

TEST_F(HistoryInvariant, SeesARewriteWithoutAnEvent) {
  Write(Record());
  EXPECT_TRUE(Broken("the event count does not fit the events"));
}

TEST_F(HistoryInvariant, SeesAKeyThatIsNone) {
  const auto stray = MakeKey(kSpace, std::uint32_t{7}) + "xy";
  after_->Put(stray, "record");
  EXPECT_TRUE(BrokenAt(stray, "not a key of a history"));
}

TEST_F(HistoryInvariant, SeesAnObjectWithoutHistoryAndTheReverse) {
  const auto object = MakeKey(kObjects, std::uint32_t{9});
  Overlay layer(testing::Below(before_));
  layer.Put(object, "licence");
  EXPECT_EQ(
      CheckHistoryOfEach(layer.changes(), layer, kObjects, kSpace, FixedObjectKey<4>).detail(),
      Violated(object, "no status record").detail());
  EXPECT_EQ(
      CheckHistoryOfEach(before_.changes(), before_, kObjects, kSpace, FixedObjectKey<4>).detail(),
      Violated(key_, "a status without its object").detail());
}

TEST(TextObjectKeys, EndWhereTheirLengthSays) {
  const auto key = MakeKey(KeySpace::kParticipantStatus, std::string("farm"));
  EXPECT_EQ(TextObjectKey(key), key.size());
  EXPECT_EQ(TextObjectKey(key + "0001"), key.size());
  EXPECT_EQ(TextObjectKey(key.substr(0, key.size() - 1)), std::nullopt);
  EXPECT_EQ(TextObjectKey(key.substr(0, 2)), std::nullopt);
}

TEST(TextPairObjectKeys, EndWhereTheirSecondLengthSays) {
  const auto key = MakeKey(KeySpace::kLotStatus, std::string("farm"), std::string("h-1"));
  EXPECT_EQ(TextPairObjectKey(key), key.size());
  EXPECT_EQ(TextPairObjectKey(key + "0001"), key.size());
  for (std::size_t size = 0; size < key.size(); ++size) {
    EXPECT_EQ(TextPairObjectKey(key.substr(0, size)), std::nullopt) << size;
  }
}

}  // namespace
}  // namespace tanji::ledger
