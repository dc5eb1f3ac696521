#include "ledger/state/history.h"

#include <cassert>

#include "ledger/base/big_endian.h"
#include "ledger/state/record.h"

namespace tanji::ledger {
namespace {

bool Covers(const v1::StatusInterval& interval, AsOf at) {
  if (interval.recorded_time() > at.known_ms) return false;
  const bool end_is_known = interval.has_to_time() && interval.to_recorded_time() <= at.known_ms;
  return interval.from_time() <= at.effective_ms &&
         (!end_is_known || at.effective_ms < interval.to_time());
}

std::uint32_t Count(const v1::StatusRecord& record) {
  return record.moved_count() + static_cast<std::uint32_t>(record.intervals_size());
}

v1::StatusInterval Opened(const EventStamp& stamp, v1::StatusKind kind, std::int64_t from_ms) {
  v1::StatusInterval interval;
  interval.set_kind(kind);
  interval.set_from_time(from_ms);
  interval.set_recorded_time(stamp.block_time_ms);
  interval.set_by(stamp.by);
  return interval;
}

void SetEnd(v1::StatusInterval& interval, const EventStamp& stamp, std::int64_t to_ms) {
  interval.set_to_time(to_ms);
  interval.set_to_recorded_time(stamp.block_time_ms);
}

}  // namespace

std::string History::MovedKey(std::uint32_t number) const {
  std::string key = key_;
  AppendU32(number, key);
  return key;
}

bool History::Exists(const StateReader& reader) const {
  return reader.Get(key_).has_value();
}

std::uint32_t History::IntervalCount(const StateReader& reader) const {
  const auto bytes = reader.Get(key_);
  return bytes ? Count(ParseRecord<v1::StatusRecord>(*bytes)) : 0;
}

std::optional<v1::StatusInterval> History::Interval(const StateReader& reader,
                                                    std::uint32_t number) const {
  const auto bytes = reader.Get(key_);
  if (!bytes) return std::nullopt;
  const auto record = ParseRecord<v1::StatusRecord>(*bytes);
  if (number >= Count(record)) return std::nullopt;
  if (number >= record.moved_count()) {
    return record.intervals(static_cast<int>(number - record.moved_count()));
  }
  const auto moved = reader.Get(MovedKey(number));
  if (!moved) throw StorageFailure("a moved status interval is missing");
  return ParseRecord<v1::StatusInterval>(*moved);
}

StatusAt History::At(const StateReader& reader, AsOf at) const {
  StatusAt out;
  const std::uint32_t count = IntervalCount(reader);
  for (std::uint32_t number = 0; number < count; ++number) {
    auto interval = *Interval(reader, number);
    // Of two intervals of one kind the older decides: it is the one that was there first.
    if (Covers(interval, at) && interval.kind() > out.kind) {
      out = {interval.kind(), number, std::move(interval)};
    }
  }
  return out;
}

void History::Create(StateWriter& writer, const EventStamp& stamp, std::int64_t from_ms,
                     std::optional<std::int64_t> to_ms) const {
  assert(!Exists(writer));
  v1::StatusRecord record;
  record.set_event_count(1);
  auto& interval = *record.add_intervals();
  interval = Opened(stamp, v1::STATUS_KIND_IN_FORCE, from_ms);
  if (to_ms) SetEnd(interval, stamp, *to_ms);
  Store(writer, std::move(record));
}

void History::Open(StateWriter& writer, const EventStamp& stamp, v1::StatusKind kind,
                   std::int64_t from_ms, const v1::BilingualText& reason) const {
  auto record = ParseRecord<v1::StatusRecord>(writer.Get(key_).value());
  record.set_event_count(record.event_count() + 1);
  auto& interval = *record.add_intervals();
  interval = Opened(stamp, kind, from_ms);
  *interval.mutable_reason() = reason;
  Store(writer, std::move(record));
}

Outcome History::CheckEnd(const StateReader& reader, std::uint32_t number,
                          std::int64_t to_ms) const {
  const auto interval = Interval(reader, number);
  // The first interval is the object's life; a suspension or review is what can be lifted.
  const bool may_end = interval && !interval->has_to_time() &&
                       (interval->kind() == v1::STATUS_KIND_SUSPENDED ||
                        interval->kind() == v1::STATUS_KIND_UNDER_REVIEW);
  if (!may_end || to_ms < interval->from_time()) {
    return Refuse(v1::CODE_INTERVAL_NOT_OPEN, {{"number", std::to_string(number)}});
  }
  return Outcome::Ok();
}

void History::End(StateWriter& writer, const EventStamp& stamp, std::uint32_t number,
                  std::int64_t to_ms) const {
  auto record = ParseRecord<v1::StatusRecord>(writer.Get(key_).value());
  record.set_event_count(record.event_count() + 1);
  if (number >= record.moved_count()) {
    SetEnd(*record.mutable_intervals(static_cast<int>(number - record.moved_count())), stamp,
           to_ms);
  } else {
    auto moved = ParseRecord<v1::StatusInterval>(writer.Get(MovedKey(number)).value());
    SetEnd(moved, stamp, to_ms);
    writer.Put(MovedKey(number), EncodeRecord(moved));
  }
  Store(writer, std::move(record));
}

void History::Store(StateWriter& writer, v1::StatusRecord record) const {
  // The newest interval always stays, whatever its size: a reason is at most 2 KiB of text.
  while (record.ByteSizeLong() > kStatusRecordLimitBytes && record.intervals_size() > 1) {
    writer.Put(MovedKey(record.moved_count()), EncodeRecord(record.intervals(0)));
    record.mutable_intervals()->erase(record.intervals().begin());
    record.set_moved_count(record.moved_count() + 1);
  }
  writer.Put(key_, EncodeRecord(record));
}

}  // namespace tanji::ledger
