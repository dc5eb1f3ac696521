// What the fall of one thing makes of another.
#include "ledger/modules/common/causes.h"

#include <gtest/gtest.h>

namespace tanji::ledger {
namespace {

StatusAt Status(v1::StatusKind kind, std::int64_t from_ms = 7) {
  StatusAt status;
  status.kind = kind;
  status.interval.set_from_time(from_ms);
  return status;
}

TEST(Causes, OfWhatFallsSuspendUntilSomebodyDecides) {
  const auto reaching = [](v1::StatusKind kind) {
    Causes causes;
    AddCause(causes, "x", Status(kind));
    return causes.empty() ? v1::STATUS_KIND_IN_FORCE : causes.front().kind;
  };
  EXPECT_EQ(reaching(v1::STATUS_KIND_IN_FORCE), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(reaching(v1::STATUS_KIND_UNDER_REVIEW), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_EQ(reaching(v1::STATUS_KIND_SUSPENDED), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(reaching(v1::STATUS_KIND_WITHDRAWN), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(reaching(v1::STATUS_KIND_REVOKED), v1::STATUS_KIND_SUSPENDED);
  EXPECT_EQ(reaching(v1::STATUS_KIND_VOID), v1::STATUS_KIND_VOID);
  EXPECT_EQ(reaching(v1::STATUS_KIND_UNSPECIFIED), v1::STATUS_KIND_SUSPENDED);
}

TEST(Causes, KnowSinceWhenIfThereIsAMoment) {
  Causes causes;
  AddCause(causes, "a", Status(v1::STATUS_KIND_SUSPENDED));
  AddCause(causes, "b", StatusAt());
  AddVoid(causes, "c");
  ASSERT_EQ(causes.size(), 3u);
  EXPECT_EQ(causes[0].from_ms, 7);
  EXPECT_EQ(causes[1].from_ms, std::nullopt);
  EXPECT_EQ(causes[2].from_ms, std::nullopt);
}

TEST(Causes, AreNoneWhereATermHasRunOut) {
  Causes causes;
  AddCauseOfGranted(causes, "x", StatusAt());
  EXPECT_TRUE(causes.empty());
  AddCauseOfGranted(causes, "x", Status(v1::STATUS_KIND_WITHDRAWN));
  EXPECT_EQ(causes.size(), 1u);
}

TEST(Causes, AreSortedAndEachIsThereOnce) {
  Causes causes;
  AddVoid(causes, "b");
  AddCause(causes, "a", Status(v1::STATUS_KIND_SUSPENDED, 9));
  AddCause(causes, "a", Status(v1::STATUS_KIND_SUSPENDED, 8));
  AddVoid(causes, "b");
  AddVoid(causes, "a");
  Sort(causes);
  ASSERT_EQ(causes.size(), 4u);
  EXPECT_EQ(causes[0].from_ms, 8);
  EXPECT_EQ(causes[1].from_ms, 9);
  EXPECT_EQ(causes[2].kind, v1::STATUS_KIND_VOID);
  EXPECT_EQ(causes[3].name, "b");
}

TEST(Causes, ComeToTheGravest) {
  Causes causes;
  EXPECT_EQ(Gravest(v1::STATUS_KIND_IN_FORCE, causes), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(Gravest(v1::STATUS_KIND_WITHDRAWN, causes), v1::STATUS_KIND_WITHDRAWN);
  AddCause(causes, "x", Status(v1::STATUS_KIND_UNDER_REVIEW));
  EXPECT_EQ(Gravest(v1::STATUS_KIND_IN_FORCE, causes), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_EQ(Gravest(v1::STATUS_KIND_WITHDRAWN, causes), v1::STATUS_KIND_WITHDRAWN);
  AddVoid(causes, "x");
  EXPECT_EQ(Gravest(v1::STATUS_KIND_WITHDRAWN, causes), v1::STATUS_KIND_VOID);
  // What did not begin cannot fall.
  EXPECT_EQ(Gravest(v1::STATUS_KIND_UNSPECIFIED, causes), v1::STATUS_KIND_UNSPECIFIED);
}

}  // namespace
}  // namespace tanji::ledger
