// The window of transaction ids: an id counts as spent for 24 hours of block time after it was
// logged (ARCHITECTURE section 3, "Window of ids"). The state holds one running digest per hour;
// the ids themselves lie outside the state, as id -> log index, and an id is in the window iff its
// log index is not below the first index of the oldest hour.
#pragma once

#include <cstdint>
#include <vector>

#include "crypto/hash/hash.h"
#include "ledger/state/reader.h"
#include "tanji/v1/storage.pb.h"

namespace tanji::ledger {

inline constexpr std::int64_t kHourMs = 3'600'000;
inline constexpr std::int64_t kWindowMs = 24 * kHourMs;

class IdWindow {
 public:
  IdWindow() = default;
  explicit IdWindow(const v1::Tip& tip);

  // Log index from which on ids count as spent.
  std::uint64_t first_index() const;

  // Takes in the ids that the block of `time_ms` logs, the first at log index `first_index`:
  // updates the hour's digest in the state and deletes the hours that ended more than 24 hours
  // before. `ids` is not empty.
  void Advance(StateWriter& state, std::int64_t time_ms, std::uint64_t first_index,
               const std::vector<crypto::Hash>& ids);

  void Store(v1::Tip& tip) const;

 private:
  std::vector<v1::WindowHour> hours_;  // ascending
};

}  // namespace tanji::ledger
