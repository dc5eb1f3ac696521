#include "tests/ledger/answers/support/cascade.h"

#include <gtest/gtest.h>

namespace tanji::ledger::testing {
namespace {

std::string RowOf(const v1::Cause& cause) {
  return cause.name() + " " + v1::StatusKind_Name(cause.kind()) + " " +
         (cause.has_from_time() ? std::to_string(cause.from_time()) : "-");
}
Names Expected(const Names& names, const Case& row, std::int64_t event_ms) {
  Names out;
  for (const auto& name : names) {
    v1::Cause cause;
    cause.set_name(name);
    cause.set_kind(row.kind);
    if (row.since.what == Since::kEvent) cause.set_from_time(event_ms);
    if (row.since.what == Since::kTime) cause.set_from_time(row.since.time_ms);
    out.push_back(RowOf(cause));
  }
  return out;
}

void Check(const Case& row) {
  SCOPED_TRACE(row.name);
  Labelled l;
  l.world.Advance(kDayMs);
  const auto before = l.world.now_ms();
  l.world.Advance(kDayMs);
  const auto names = row.happen(l);
  const auto now = l.world.now_ms();

  const auto answer = LabelNow(l.world, l.label);
  EXPECT_EQ(answer.kind(), row.kind);
  EXPECT_EQ(answer.in_force(), row.kind == kInForce);
  EXPECT_EQ(Shown(answer.causes()), Expected(names, row, now));
  EXPECT_EQ(answer.certificate().in_force(), row.certificate_in_force);
  EXPECT_EQ(CertificateNow(l.world, l.certificate).in_force(), row.certificate_in_force);
  // What was split off rests on the same.
  if (!names.empty() && names[0] != l.label) {
    EXPECT_EQ(LabelNow(l.world, l.split_label).kind(), row.kind);
  }

  EXPECT_EQ(LabelAt(l.world, l.label, before, now).kind(), row.reaches_back ? row.kind : kInForce);
  const auto known_before = LabelAt(l.world, l.label, before, before);
  EXPECT_TRUE(known_before.in_force());
  EXPECT_TRUE(known_before.causes().empty());
}
}  // namespace

Names Shown(const CauseRows& causes) {
  Names out;
  for (const auto& cause : causes) out.push_back(RowOf(cause));
  return out;
}

void CheckCascade(const std::vector<Case>& rows) {
  for (const auto& row : rows) Check(row);
}

}  // namespace tanji::ledger::testing
