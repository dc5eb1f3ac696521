// Following a log from one checkpoint to the next, so that a node can neither go back nor show this
// client another history than before.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "client/sdk/home.h"
#include "client/sdk/trust.h"

namespace tanji::client {

// Asks for an RFC 6962 consistency proof between two sizes, 0 < old_size < new_size.
using ConsistencySource = std::function<Result<std::vector<crypto::Hash>>(std::uint64_t old_size,
                                                                          std::uint64_t new_size)>;

class LogFollower {
 public:
  // Both must outlive it.
  LogFollower(const LedgerHome& home, const Trust& trust) : home_(home), trust_(trust) {}

  // Size of the largest checkpoint seen; 0 before the first.
  Result<std::uint64_t> KnownSize() const;

  // Relates a checkpoint whose signatures hold (CheckCheckpoint) to the largest one seen, and
  // remembers it if it is larger or newer. Refuses one below `min_size` (kCheckpointBehind) and one
  // that is not of the same history (kForked, kConsistencyFalse), after keeping the evidence.
  Done Follow(const crypto::Checkpoint& fresh, const std::string& note, std::uint64_t min_size,
              const ConsistencySource& consistency) const;

 private:
  struct Seen {
    std::string note;
    crypto::Checkpoint checkpoint;
  };
  Result<std::optional<Seen>> Load() const;
  Done CheckSameHistory(const Seen& seen, const crypto::Checkpoint& fresh, const std::string& note,
                        const ConsistencySource& consistency) const;
  // False if another process has changed what is remembered in the meantime.
  Result<bool> Remember(const std::optional<Seen>& seen, const std::string& note) const;

  const LedgerHome& home_;
  const Trust& trust_;
};

}  // namespace tanji::client
