// Parts of invariants that several modules share. An invariant looks at a transaction's write set,
// so its cost follows the writes and not the state. It guards against our own mistakes: what it
// refuses, no operation should have let through.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/state/key_space.h"
#include "ledger/state/overlay.h"
#include "ledger/state/reader.h"
#include "ledger/state/record.h"

namespace tanji::ledger {

// CODE_INVARIANT_VIOLATED with the key in hex and what is wrong with it, in English, for the log.
Outcome Violated(std::string_view key, std::string_view problem);

// Calls `check(key, record)` for each change in `space`, ascending, until one refuses. `record`
// points to the new bytes and is null where the key was deleted.
template <class Check>
Outcome ForEachChange(const ChangeSet& changes, KeySpace space, Check check) {
  const std::string prefix(1, static_cast<char>(space));
  for (auto it = changes.lower_bound(prefix); it != changes.end(); ++it) {
    if (!std::string_view(it->first).starts_with(prefix)) break;
    const std::string* record = it->second ? &*it->second : nullptr;
    TANJI_RETURN_IF_REFUSED(check(it->first, record));
  }
  return Outcome::Ok();
}

// What was written once is never changed and never deleted.
Outcome CheckImmutable(const ChangeSet& changes, const StateReader& before, KeySpace space);

// Nothing in `space` is deleted.
Outcome CheckNeverDeleted(const ChangeSet& changes, KeySpace space);

// Nothing in `space` is deleted, and `keeps(old_record, new_record)` is true of each rewrite: the
// fields that identify an object stay.
template <class Record, class Keeps>
Outcome CheckRewrites(const ChangeSet& changes, const StateReader& before, KeySpace space,
                      Keeps keeps) {
  TANJI_RETURN_IF_REFUSED(CheckNeverDeleted(changes, space));
  return ForEachChange(changes, space, [&](const std::string& key, const std::string* record) {
    const auto old = before.Get(key);
    if (old && !keeps(ParseRecord<Record>(*old), ParseRecord<Record>(*record))) {
      return Violated(key, "a lasting field has changed");
    }
    return Outcome::Ok();
  });
}

// Whether a list of a record keeps what it has, in its order, and has at most `limit` items.
template <class List>
bool OnlyGrows(const List& was, const List& now, int limit) {
  if (now.size() < was.size() || now.size() > limit) return false;
  return std::equal(was.begin(), was.end(), now.begin(), [](const auto& before, const auto& after) {
    return EncodeRecord(before) == EncodeRecord(after);
  });
}

// Length of the state key of an object in a status space, given a key that starts with one; keys
// of moved intervals are 4 bytes longer. nullopt for a key too short to hold one.
using ObjectKeyLength = std::optional<std::size_t> (*)(std::string_view key);
// Space byte, then a fixed part.
template <std::size_t kBytes>
std::optional<std::size_t> FixedObjectKey(std::string_view key) {
  if (key.size() < 1 + kBytes) return std::nullopt;
  return 1 + kBytes;
}
// Space byte, then a string with a u16 length before it.
std::optional<std::size_t> TextObjectKey(std::string_view key);
// Space byte, then two of them.
std::optional<std::size_t> TextPairObjectKey(std::string_view key);

// The histories in `space` (ledger/state/history.h): never deleted, no interval lost, renumbered or
// rewritten but for its end, an end never rewritten, recorded times never falling, and the event
// count grows by exactly what was opened and ended.
Outcome CheckHistories(const ChangeSet& changes, const StateReader& before,
                       const StateReader& after, KeySpace space, ObjectKeyLength length);

// Each object newly written in `objects` has its history in `histories` under the same key parts,
// and the other way round.
Outcome CheckHistoryOfEach(const ChangeSet& changes, const StateReader& after, KeySpace objects,
                           KeySpace histories, ObjectKeyLength length);

}  // namespace tanji::ledger
