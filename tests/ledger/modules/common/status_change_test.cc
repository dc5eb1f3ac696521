#include "ledger/modules/common/status_change.h"

#include <gtest/gtest.h>

#include "ledger/state/key.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::EndStatus;
using testing::OpenStatus;
using testing::Refused;

constexpr char kName[] = "licences/x";

class StatusChanges : public ::testing::Test {
 protected:
  StatusChanges() { StartAnew(); }

  void StartAnew() {
    state_.TakeChanges();
    history_.Create(state_, Stamp(1000), 1000, std::nullopt);
  }

  static EventStamp Stamp(std::int64_t time_ms) { return {time_ms, "participants/owner"}; }

  Outcome Try(const v1::StatusChange& change, std::int64_t time_ms) {
    TANJI_RETURN_IF_REFUSED(CheckStatusChange(change));
    TANJI_RETURN_IF_REFUSED(AuthoriseStatusChange(change, history_, kName, time_ms, state_));
    ApplyStatusChange(change, history_, Stamp(time_ms), state_);
    return Outcome::Ok();
  }
  v1::StatusKind KindAt(std::int64_t effective_ms, std::int64_t known_ms) {
    return history_.At(state_, {effective_ms, known_ms}).kind;
  }

  struct Nothing : StateReader {
    std::optional<std::string> Get(std::string_view) const override { return std::nullopt; }
  };
  Nothing nothing_;
  Overlay state_{nothing_};
  History history_{MakeKey(KeySpace::kLicenceStatus, std::uint32_t{7})};
};

TEST_F(StatusChanges, SuspendAndReinstate) {
  EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_SUSPENDED), 2000)));
  EXPECT_EQ(KindAt(1999, 2000), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(KindAt(2000, 2000), v1::STATUS_KIND_SUSPENDED);
  EXPECT_TRUE(Accepted(Try(EndStatus(1), 3000)));
  EXPECT_EQ(KindAt(2999, 3000), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(KindAt(3000, 3000), v1::STATUS_KIND_IN_FORCE);
  // Before the end was recorded, nobody knew.
  EXPECT_EQ(KindAt(3000, 2999), v1::STATUS_KIND_SUSPENDED);
}

TEST_F(StatusChanges, TwoSuspensionsMustBothBeLifted) {
  EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_SUSPENDED), 2000)));
  EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_SUSPENDED), 2500)));
  EXPECT_TRUE(Accepted(Try(EndStatus(1), 3000)));
  EXPECT_EQ(KindAt(3000, 3000), v1::STATUS_KIND_SUSPENDED);
  EXPECT_TRUE(Accepted(Try(EndStatus(2), 3000)));
  EXPECT_EQ(KindAt(3000, 3000), v1::STATUS_KIND_IN_FORCE);
}

TEST_F(StatusChanges, AnAnnouncedWithdrawalLeavesTheTimeBeforeItOpen) {
  auto withdrawal = OpenStatus(v1::STATUS_KIND_WITHDRAWN);
  withdrawal.set_effective_time(9000);
  EXPECT_TRUE(Accepted(Try(withdrawal, 2000)));
  EXPECT_EQ(KindAt(8999, 9000), v1::STATUS_KIND_IN_FORCE);
  EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_SUSPENDED), 3000)));
  auto late = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  late.set_effective_time(9000);
  EXPECT_TRUE(
      Refused(Try(late, 3000), v1::CODE_STATUS_CHANGE_NOT_ALLOWED,
              {{"value", kName}, {"status", "STATUS_KIND_WITHDRAWN"}, {"from_time", "9000"}}));
}

TEST_F(StatusChanges, NothingFollowsAFinalStatus) {
  for (const auto kind : {v1::STATUS_KIND_WITHDRAWN, v1::STATUS_KIND_REVOKED}) {
    StartAnew();
    EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_SUSPENDED), 2000)));
    EXPECT_TRUE(Accepted(Try(OpenStatus(kind), 3000)));
    const Detail detail{
        {"value", kName}, {"status", v1::StatusKind_Name(kind)}, {"from_time", "3000"}};
    EXPECT_TRUE(Refused(Try(OpenStatus(v1::STATUS_KIND_UNDER_REVIEW), 4000),
                        v1::CODE_STATUS_CHANGE_NOT_ALLOWED, detail));
    EXPECT_TRUE(Refused(Try(EndStatus(1), 4000), v1::CODE_STATUS_CHANGE_NOT_ALLOWED, detail));
  }
}

TEST_F(StatusChanges, OnlyAnOpenSuspensionOrReviewEnds) {
  const auto refused = [&](std::uint32_t number) {
    return Refused(Try(EndStatus(number), 3000), v1::CODE_INTERVAL_NOT_OPEN,
                   {{"number", std::to_string(number)}});
  };
  EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_UNDER_REVIEW), 2000)));
  EXPECT_TRUE(refused(0));  // the life of the object
  EXPECT_TRUE(refused(2));  // not there
  EXPECT_TRUE(Accepted(Try(EndStatus(1), 3000)));
  EXPECT_TRUE(refused(1));  // ended already
}

TEST_F(StatusChanges, NothingIsBackdated) {
  auto change = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  change.set_effective_time(1999);
  EXPECT_TRUE(Refused(
      Try(change, 2000), v1::CODE_BACKDATED,
      {{"field", "change.effective_time"}, {"effective_time", "1999"}, {"block_time", "2000"}}));
}

TEST_F(StatusChanges, RefuseWhatIsNoChange) {
  v1::StatusChange empty;
  EXPECT_TRUE(
      Refused(CheckStatusChange(empty), v1::CODE_FIELD_MISSING, {{"field", "change.open"}}));
  for (const auto kind : {v1::STATUS_KIND_IN_FORCE, v1::STATUS_KIND_VOID}) {
    EXPECT_TRUE(Refused(CheckStatusChange(OpenStatus(kind)), v1::CODE_FIELD_OUT_OF_RANGE,
                        {{"field", "change.open"},
                         {"value", v1::StatusKind_Name(kind)},
                         {"lowest", "STATUS_KIND_UNDER_REVIEW"},
                         {"highest", "STATUS_KIND_REVOKED"}}));
  }
  auto no_reason = EndStatus(1);
  no_reason.clear_reason();
  EXPECT_TRUE(Refused(CheckStatusChange(no_reason), v1::CODE_FIELD_MISSING,
                      {{"field", "change.reason.prevailing"}}));
}

TEST_F(StatusChanges, AFullHistoryStillTakesAnEnd) {
  std::int64_t time_ms = 2000;
  for (std::uint32_t i = 1; i < kMaxStatusIntervals; ++i) {
    ASSERT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_UNDER_REVIEW), ++time_ms))) << i;
  }
  EXPECT_TRUE(Refused(Try(OpenStatus(v1::STATUS_KIND_SUSPENDED), ++time_ms),
                      v1::CODE_STATUS_HISTORY_FULL, {{"value", kName}, {"limit", "64"}}));
  EXPECT_TRUE(Accepted(Try(EndStatus(5), ++time_ms)));
  EXPECT_TRUE(Accepted(Try(OpenStatus(v1::STATUS_KIND_REVOKED), ++time_ms)));
  EXPECT_EQ(KindAt(time_ms, time_ms), v1::STATUS_KIND_REVOKED);
}

}  // namespace
}  // namespace tanji::ledger
