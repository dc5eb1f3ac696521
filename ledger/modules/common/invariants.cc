#include "ledger/modules/common/invariants.h"

#include <algorithm>

#include "crypto/hash/hex.h"
#include "ledger/state/history.h"

namespace tanji::ledger {
namespace {

bool SameBeginning(const v1::StatusInterval& a, const v1::StatusInterval& b) {
  return a.kind() == b.kind() && a.from_time() == b.from_time() &&
         a.recorded_time() == b.recorded_time() && a.by() == b.by() &&
         EncodeRecord(a.reason()) == EncodeRecord(b.reason());
}

// How many events made `now`, interval `number`, of what it was before; nullopt if it is no
// continuation of that.
std::optional<std::uint32_t> EventsBetween(std::uint32_t number,
                                           const std::optional<v1::StatusInterval>& was,
                                           const v1::StatusInterval& now) {
  if (now.has_to_time() != now.has_to_recorded_time()) return std::nullopt;
  // The first interval is made with its end, where it has one; a later one that comes with an end
  // was opened and ended in the same transaction.
  if (!was) return number > 0 && now.has_to_time() ? 2 : 1;
  if (!SameBeginning(*was, now)) return std::nullopt;
  if (!was->has_to_time()) return now.has_to_time() ? 1 : 0;
  const bool same_end =
      was->to_time() == now.to_time() && was->to_recorded_time() == now.to_recorded_time();
  return same_end ? std::optional<std::uint32_t>(0) : std::nullopt;
}

std::uint32_t EventCount(const StateReader& reader, const std::string& object_key) {
  const auto bytes = reader.Get(object_key);
  return bytes ? ParseRecord<v1::StatusRecord>(*bytes).event_count() : 0;
}

Outcome CheckHistory(const std::string& object_key, const StateReader& before,
                     const StateReader& after) {
  const History history(object_key);
  const std::uint32_t was_count = history.IntervalCount(before);
  const std::uint32_t count = history.IntervalCount(after);
  if (count == 0) return Violated(object_key, "a history without intervals");
  if (count < was_count) return Violated(object_key, "a status interval was lost");

  std::uint32_t events = 0;
  std::int64_t last_recorded_ms = 0;
  for (std::uint32_t number = 0; number < count; ++number) {
    const auto now = *history.Interval(after, number);
    const auto was = number < was_count ? history.Interval(before, number) : std::nullopt;
    const auto added = EventsBetween(number, was, now);
    if (!added) return Violated(object_key, "a status interval was rewritten");
    if (now.recorded_time() < last_recorded_ms) {
      return Violated(object_key, "a recorded time falls");
    }
    last_recorded_ms = now.recorded_time();
    events += *added;
  }
  if (events == 0 || EventCount(after, object_key) != EventCount(before, object_key) + events) {
    return Violated(object_key, "the event count does not fit the events");
  }
  return Outcome::Ok();
}

// The key of the object that `key`, of a record or of a moved interval, belongs to.
std::optional<std::string> ObjectKeyOf(std::string_view key, ObjectKeyLength length) {
  constexpr std::size_t kSequenceBytes = 4;
  const auto object = length(key);
  if (!object) return std::nullopt;
  if (key.size() != *object && key.size() != *object + kSequenceBytes) return std::nullopt;
  return std::string(key.substr(0, *object));
}

// Where the text ends whose u16 length begins at `at`; nullopt if the key is shorter.
std::optional<std::size_t> EndOfText(std::string_view key, std::size_t at) {
  if (key.size() < at + 2) return std::nullopt;
  const std::size_t end =
      at + 2 + static_cast<unsigned char>(key[at]) * 256u + static_cast<unsigned char>(key[at + 1]);
  return key.size() < end ? std::nullopt : std::optional<std::size_t>(end);
}

std::string InSpace(std::string key, KeySpace space) {
  key.front() = static_cast<char>(space);
  return key;
}

}  // namespace

Outcome Violated(std::string_view key, std::string_view problem) {
  return Refuse(v1::CODE_INVARIANT_VIOLATED,
                {{"key", crypto::ToHex(key)}, {"problem", std::string(problem)}});
}

Outcome CheckImmutable(const ChangeSet& changes, const StateReader& before, KeySpace space) {
  return ForEachChange(changes, space, [&](const std::string& key, const std::string* record) {
    if (record == nullptr) return Violated(key, "deleted");
    const auto old = before.Get(key);
    return old && *old != *record ? Violated(key, "rewritten") : Outcome::Ok();
  });
}

Outcome CheckNeverDeleted(const ChangeSet& changes, KeySpace space) {
  return ForEachChange(changes, space, [](const std::string& key, const std::string* record) {
    return record == nullptr ? Violated(key, "deleted") : Outcome::Ok();
  });
}

std::optional<std::size_t> TextObjectKey(std::string_view key) {
  return EndOfText(key, 1);
}

std::optional<std::size_t> TextPairObjectKey(std::string_view key) {
  const auto first = EndOfText(key, 1);
  return first ? EndOfText(key, *first) : std::nullopt;
}

Outcome CheckHistories(const ChangeSet& changes, const StateReader& before,
                       const StateReader& after, KeySpace space, ObjectKeyLength length) {
  TANJI_RETURN_IF_REFUSED(CheckNeverDeleted(changes, space));
  // Ascending keys put an object's record right before its moved intervals: once per object.
  std::string checked;
  return ForEachChange(changes, space, [&](const std::string& key, const std::string*) {
    const auto object_key = ObjectKeyOf(key, length);
    if (!object_key) return Violated(key, "not a key of a history");
    if (*object_key == checked) return Outcome::Ok();
    checked = *object_key;
    return CheckHistory(*object_key, before, after);
  });
}

Outcome CheckHistoryOfEach(const ChangeSet& changes, const StateReader& after, KeySpace objects,
                           KeySpace histories, ObjectKeyLength length) {
  TANJI_RETURN_IF_REFUSED(
      ForEachChange(changes, objects, [&](const std::string& key, const std::string*) {
        return after.Get(InSpace(key, histories)) ? Outcome::Ok()
                                                  : Violated(key, "no status record");
      }));
  return ForEachChange(changes, histories, [&](const std::string& key, const std::string*) {
    const auto object_key = ObjectKeyOf(key, length);
    return object_key && after.Get(InSpace(*object_key, objects))
               ? Outcome::Ok()
               : Violated(key, "a status without its object");
  });
}

}  // namespace tanji::ledger
