// What happens below a label, and what has to come of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/ledger/answers/support/labelled.h"

namespace tanji::ledger::testing {

inline constexpr auto kInForce = v1::STATUS_KIND_IN_FORCE;
inline constexpr auto kReview = v1::STATUS_KIND_UNDER_REVIEW;
inline constexpr auto kSuspended = v1::STATUS_KIND_SUSPENDED;
inline constexpr auto kWithdrawn = v1::STATUS_KIND_WITHDRAWN;
inline constexpr auto kRevoked = v1::STATUS_KIND_REVOKED;
inline constexpr auto kVoid = v1::STATUS_KIND_VOID;

using Names = std::vector<std::string>;
// Since when a cause counts: since the event, or no single moment, or since then.
struct Since {
  enum { kEvent, kNone, kTime } what = kEvent;
  std::int64_t time_ms = 0;
};
struct Case {
  const char* name;
  // Lets it happen; the names of the causes, ascending.
  std::function<Names(Labelled&)> happen;
  // What becomes of the label: its causes, if there are any, are of the same kind.
  v1::StatusKind kind = kInForce;
  Since since{};
  bool certificate_in_force = false;
  // Whether it counts for the days before it was recorded too.
  bool reaches_back = false;
};

// Each as "name KIND from", where no moment can be named "-".
using CauseRows = google::protobuf::RepeatedPtrField<v1::Cause>;
Names Shown(const CauseRows& causes);

// Each in a world of its own: as it is now, and as it was known the day before; of the label, of
// one on what was split off the lot, and of the certificate.
void CheckCascade(const std::vector<Case>& rows);

}  // namespace tanji::ledger::testing
