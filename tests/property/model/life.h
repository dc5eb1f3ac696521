// The status of one object: a list of spans, and the gravest that covers an instant decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tanji/v1/membership.pb.h"
#include "tanji/v1/status.pb.h"
#include "tests/property/model/act.h"
#include "tests/property/model/records.h"

namespace tanji::property {

struct Span {
  v1::StatusKind kind = v1::STATUS_KIND_UNSPECIFIED;
  std::int64_t from_ms = 0, recorded_ms = 0;
  std::string by;
  std::optional<v1::BilingualText> reason;
  // Both or neither.
  std::optional<std::int64_t> to_ms, to_recorded_ms;
};

class Life {
 public:
  Life() = default;
  // In force over [from, to).
  Life(std::int64_t now_ms, std::string by, std::int64_t from_ms,
       std::optional<std::int64_t> to_ms = std::nullopt);

  // As at `day_ms` as known on `known_ms`; UNSPECIFIED: not in force.
  v1::StatusKind At(std::int64_t day_ms, std::int64_t known_ms) const;
  bool InForce(std::int64_t day_ms, std::int64_t known_ms) const {
    return At(day_ms, known_ms) == v1::STATUS_KIND_IN_FORCE;
  }
  bool InForce(std::int64_t now_ms) const { return InForce(now_ms, now_ms); }

  // What forbids a change whose shape is right.
  Code Refusal(const v1::StatusChange& change, std::int64_t now_ms) const;
  void Apply(const v1::StatusChange& change, std::int64_t now_ms, const std::string& by);
  // Refuses or applies.
  Code Do(const v1::StatusChange& change, const Act& act);

  // Whether one more span of `kind` finds room.
  Code Room(v1::StatusKind kind) const;
  void Open(v1::StatusKind kind, std::int64_t from_ms, const v1::BilingualText& reason,
            std::int64_t now_ms, const std::string& by);

  const std::vector<Span>& spans() const { return spans_; }
  // The status record under `key`, and what it has moved out.
  void Tell(const std::string& key, Records& out) const;

 private:
  std::vector<Span> spans_;
};

bool IsFinal(v1::StatusKind kind);

}  // namespace tanji::property
