// Status as at D as known on K: the history of one object with a lifecycle (ARCHITECTURE: "History
// lives in records"). The rule is the same for every object, for nodes and for verifiers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ledger/base/outcome.h"
#include "ledger/state/key_space.h"
#include "ledger/state/reader.h"
#include "tanji/v1/status.pb.h"

namespace tanji::ledger {

// An instant in two times, milliseconds since 1970: how things stood at `effective_ms`, as known
// at `known_ms`. effective_ms <= known_ms.
struct AsOf {
  std::int64_t effective_ms = 0;
  std::int64_t known_ms = 0;
};

// What decides: the gravest interval that covers the instant; kind UNSPECIFIED: none does, the
// object is not in force.
struct StatusAt {
  v1::StatusKind kind = v1::STATUS_KIND_UNSPECIFIED;
  std::uint32_t number = 0;  // of the deciding interval; meaningless for UNSPECIFIED
  v1::StatusInterval interval;

  bool in_force() const { return kind == v1::STATUS_KIND_IN_FORCE; }
};

// Who records what, when: the same for every event.
struct EventStamp {
  std::int64_t block_time_ms = 0;
  std::string by;  // `participants/{id}`, or `ballots/{uuid}` where a ballot decides
};

// The history of one object. `object_key` is the full state key of its StatusRecord; intervals
// that were moved out lie under object_key || u32 sequence number.
class History {
 public:
  explicit History(std::string object_key) : key_(std::move(object_key)) {}

  bool Exists(const StateReader& reader) const;

  // The answer for `at`; the object must exist.
  StatusAt At(const StateReader& reader, AsOf at) const;

  // Makes the record with its first interval, IN_FORCE over [from, to).
  void Create(StateWriter& writer, const EventStamp& stamp, std::int64_t from_ms,
              std::optional<std::int64_t> to_ms) const;

  // Opens an interval from `from_ms` on; the caller has decided whether that may lie in the past.
  void Open(StateWriter& writer, const EventStamp& stamp, v1::StatusKind kind, std::int64_t from_ms,
            const v1::BilingualText& reason) const;

  // Whether interval `number` exists, is known open and of a kind that may be ended.
  Outcome CheckEnd(const StateReader& reader, std::uint32_t number, std::int64_t to_ms) const;
  void End(StateWriter& writer, const EventStamp& stamp, std::uint32_t number,
           std::int64_t to_ms) const;

  // How many intervals there are; 0 where the object does not exist.
  std::uint32_t IntervalCount(const StateReader& reader) const;
  std::optional<v1::StatusInterval> Interval(const StateReader& reader, std::uint32_t number) const;

 private:
  std::string MovedKey(std::uint32_t number) const;
  void Store(StateWriter& writer, v1::StatusRecord record) const;

  std::string key_;
};

// The largest StatusRecord; what does not fit moves out, oldest first.
inline constexpr std::size_t kStatusRecordLimitBytes = 4096;

}  // namespace tanji::ledger
