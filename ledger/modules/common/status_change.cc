#include "ledger/modules/common/status_change.h"

#include "ledger/modules/common/checks.h"

namespace tanji::ledger {
namespace {

std::int64_t EffectiveTime(const v1::StatusChange& change, std::int64_t block_time_ms) {
  return change.has_effective_time() ? change.effective_time() : block_time_ms;
}

// A withdrawal announced for next year does not keep a suspension from being recorded today; what
// would take effect from the withdrawal on is refused.
Outcome CheckNotAfterFinal(const History& history, std::string_view name, std::int64_t effective_ms,
                           const StateReader& reader) {
  const std::uint32_t count = history.IntervalCount(reader);
  for (std::uint32_t number = 0; number < count; ++number) {
    const auto interval = *history.Interval(reader, number);
    if (IsFinal(interval.kind()) && interval.from_time() <= effective_ms) {
      return Refuse(v1::CODE_STATUS_CHANGE_NOT_ALLOWED,
                    {{"value", std::string(name)},
                     {"status", v1::StatusKind_Name(interval.kind())},
                     {"from_time", std::to_string(interval.from_time())}});
    }
  }
  return Outcome::Ok();
}

}  // namespace

bool IsFinal(v1::StatusKind kind) {
  return kind == v1::STATUS_KIND_WITHDRAWN || kind == v1::STATUS_KIND_REVOKED ||
         kind == v1::STATUS_KIND_VOID;
}

Outcome CheckStatusRoom(const History& history, v1::StatusKind kind, std::string_view name,
                        const StateReader& reader) {
  const std::uint32_t limit = IsFinal(kind) ? kMaxStatusIntervalsWithFinal : kMaxStatusIntervals;
  if (history.IntervalCount(reader) < limit) return Outcome::Ok();
  return Refuse(v1::CODE_STATUS_HISTORY_FULL,
                {{"value", std::string(name)}, {"limit", std::to_string(limit)}});
}

Outcome CheckStatusChange(const v1::StatusChange& change, std::string_view field) {
  switch (change.change_case()) {
    case v1::StatusChange::kOpen:
      TANJI_RETURN_IF_REFUSED(CheckChosen(change.open(), Path(field, "open")));
      // Reinstating is ending; VOID is reserved for what may start in the past.
      if (change.open() < v1::STATUS_KIND_UNDER_REVIEW || change.open() > v1::STATUS_KIND_REVOKED) {
        return Refuse(v1::CODE_FIELD_OUT_OF_RANGE,
                      {{"field", Path(field, "open")},
                       {"value", v1::StatusKind_Name(change.open())},
                       {"lowest", v1::StatusKind_Name(v1::STATUS_KIND_UNDER_REVIEW)},
                       {"highest", v1::StatusKind_Name(v1::STATUS_KIND_REVOKED)}});
      }
      break;
    case v1::StatusChange::kEnd:
      break;
    case v1::StatusChange::CHANGE_NOT_SET:
      return CheckSet(false, Path(field, "open"));
  }
  if (change.has_effective_time()) {
    TANJI_RETURN_IF_REFUSED(CheckTime(change.effective_time(), Path(field, "effective_time")));
  }
  return CheckText(change.reason(), Path(field, "reason"));
}

Outcome AuthoriseStatusChange(const v1::StatusChange& change, const History& history,
                              std::string_view name, std::int64_t block_time_ms,
                              const StateReader& reader, std::string_view field) {
  const std::int64_t effective_ms = EffectiveTime(change, block_time_ms);
  TANJI_RETURN_IF_REFUSED(
      CheckNotBackdated(effective_ms, block_time_ms, Path(field, "effective_time")));
  TANJI_RETURN_IF_REFUSED(CheckNotAfterFinal(history, name, effective_ms, reader));
  if (change.has_end()) return history.CheckEnd(reader, change.end(), effective_ms);
  return CheckStatusRoom(history, change.open(), name, reader);
}

void ApplyStatusChange(const v1::StatusChange& change, const History& history,
                       const EventStamp& stamp, StateWriter& writer) {
  const std::int64_t effective_ms = EffectiveTime(change, stamp.block_time_ms);
  if (change.has_end()) {
    history.End(writer, stamp, change.end(), effective_ms);
  } else {
    history.Open(writer, stamp, change.open(), effective_ms, change.reason());
  }
}

}  // namespace tanji::ledger
