#include "tests/property/model/life.h"

namespace tanji::property {
namespace {

v1::StatusInterval IntervalOf(const Span& span) {
  v1::StatusInterval out;
  out.set_kind(span.kind);
  out.set_from_time(span.from_ms);
  out.set_recorded_time(span.recorded_ms);
  out.set_by(span.by);
  if (span.reason) *out.mutable_reason() = *span.reason;
  if (span.to_ms) {
    out.set_to_time(*span.to_ms);
    out.set_to_recorded_time(*span.to_recorded_ms);
  }
  return out;
}

std::int64_t Effective(const v1::StatusChange& change, std::int64_t now_ms) {
  return change.has_effective_time() ? change.effective_time() : now_ms;
}

}  // namespace

bool IsFinal(v1::StatusKind kind) {
  return kind == v1::STATUS_KIND_WITHDRAWN || kind == v1::STATUS_KIND_REVOKED ||
         kind == v1::STATUS_KIND_VOID;
}

Life::Life(std::int64_t now_ms, std::string by, std::int64_t from_ms,
           std::optional<std::int64_t> to_ms) {
  Span span{v1::STATUS_KIND_IN_FORCE, from_ms, now_ms, std::move(by), {}, to_ms, {}};
  if (to_ms) span.to_recorded_ms = now_ms;
  spans_.push_back(std::move(span));
}

v1::StatusKind Life::At(std::int64_t day_ms, std::int64_t known_ms) const {
  v1::StatusKind gravest = v1::STATUS_KIND_UNSPECIFIED;
  for (const auto& span : spans_) {
    if (span.recorded_ms > known_ms || span.from_ms > day_ms) continue;
    const bool end_known = span.to_ms && *span.to_recorded_ms <= known_ms;
    if (end_known && *span.to_ms <= day_ms) continue;
    if (span.kind > gravest) gravest = span.kind;
  }
  return gravest;
}

Code Life::Room(v1::StatusKind kind) const {
  return spans_.size() < (IsFinal(kind) ? 72u : 64u) ? v1::CODE_OK : v1::CODE_STATUS_HISTORY_FULL;
}

Code Life::Refusal(const v1::StatusChange& change, std::int64_t now_ms) const {
  const auto effective_ms = Effective(change, now_ms);
  if (effective_ms < now_ms) return v1::CODE_BACKDATED;
  for (const auto& span : spans_) {
    if (IsFinal(span.kind) && span.from_ms <= effective_ms) {
      return v1::CODE_STATUS_CHANGE_NOT_ALLOWED;
    }
  }
  if (change.has_open()) return Room(change.open());
  if (change.end() >= spans_.size()) return v1::CODE_INTERVAL_NOT_OPEN;
  const auto& span = spans_[change.end()];
  const bool may_end = !span.to_ms && (span.kind == v1::STATUS_KIND_SUSPENDED ||
                                       span.kind == v1::STATUS_KIND_UNDER_REVIEW);
  return may_end && span.from_ms <= effective_ms ? v1::CODE_OK : v1::CODE_INTERVAL_NOT_OPEN;
}

void Life::Apply(const v1::StatusChange& change, std::int64_t now_ms, const std::string& by) {
  const auto effective_ms = Effective(change, now_ms);
  if (change.has_open()) {
    Open(change.open(), effective_ms, change.reason(), now_ms, by);
  } else {
    spans_[change.end()].to_ms = effective_ms;
    spans_[change.end()].to_recorded_ms = now_ms;
  }
}

Code Life::Do(const v1::StatusChange& change, const Act& act) {
  if (const Code code = Refusal(change, act.now_ms)) return code;
  Apply(change, act.now_ms, act.author);
  return v1::CODE_OK;
}

void Life::Open(v1::StatusKind kind, std::int64_t from_ms, const v1::BilingualText& reason,
                std::int64_t now_ms, const std::string& by) {
  spans_.push_back({kind, from_ms, now_ms, by, reason, {}, {}});
}

void Life::Tell(const std::string& key, Records& out) const {
  v1::StatusRecord record;
  std::uint32_t events = 0;
  for (const auto& span : spans_) {
    // Born with its end, an object has one event.
    const bool ended_later = span.to_ms && span.kind != v1::STATUS_KIND_IN_FORCE;
    events += ended_later ? 2 : 1;
    *record.add_intervals() = IntervalOf(span);
  }
  record.set_event_count(events);
  std::uint32_t moved = 0;
  while (record.ByteSizeLong() > 4096 && record.intervals_size() > 1) {
    auto moved_key = KeyOf(static_cast<KeySpace>(key[0]));
    moved_key.bytes = key;
    out[moved_key.Number(moved).bytes] = BytesOf(record.intervals(0));
    record.mutable_intervals()->erase(record.intervals().begin());
    record.set_moved_count(++moved);
  }
  out[key] = BytesOf(record);
}

}  // namespace tanji::property
