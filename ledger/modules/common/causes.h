// What the fall of one thing makes of what rests on it. A cascade is derived and never written:
// these few rules are all of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/state/history.h"

namespace tanji::ledger {

// Something because of which an object does not count, or counts for less.
struct Cause {
  // Resource name of what fell.
  std::string name;
  // What it makes of the object that rests on it.
  v1::StatusKind kind = v1::STATUS_KIND_UNSPECIFIED;
  // Since when; nullopt where no single moment can be named.
  std::optional<std::int64_t> from_ms;

  auto operator<=>(const Cause&) const = default;
};

// The causes, ascending by name and each once, so that nodes and verifiers agree on their order.
using Causes = std::vector<Cause>;
void Sort(Causes& causes);

// Of something that has to be in force. UNDER_REVIEW and VOID reach what rests on it as they are;
// anything else suspends it, until whoever answers for it decides: only they end it for good.
void AddCause(Causes& causes, const std::string& name, const StatusAt& status);

// Of something granted for a time, which was in force when it was used: that its time has run out
// since changes nothing.
void AddCauseOfGranted(Causes& causes, const std::string& name, const StatusAt& status);

// Of a record whose maker, or one of whose signatures, turns out not to have counted: as if it had
// never been.
void AddVoid(Causes& causes, const std::string& name);

// The gravest of `own` and the causes; UNSPECIFIED where `own` is: what did not begin cannot fall.
v1::StatusKind Gravest(v1::StatusKind own, const Causes& causes);

}  // namespace tanji::ledger
