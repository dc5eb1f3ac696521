// Whether a statement counts as at D known on K, with all that it rests on: its auditor and the
// accreditation, the keys that signed it, and the whole footprint. Derived and never written. Reads
// by key only, so that a verifier runs it over a proof.
#pragma once

#include "ledger/base/id.h"
#include "ledger/modules/common/causes.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

struct StatementStanding {
  StatusAt own;
  // On the day of issue, as known on K.
  StatusAt auditor;
  StatusAt accreditation_when_issued;
  // On D. That its time has run out since the day of issue takes nothing from the statement.
  StatusAt accreditation;
  Id footprint_id;
  FootprintRecords footprint;
  FootprintStanding footprint_standing;
  // All but its own status because of which it does not count; sorted.
  Causes causes;

  bool stands() const { return own.in_force() && causes.empty(); }
};

// Throws StorageFailure where a record that must be there is missing or malformed.
StatementStanding StandingOf(const StateReader& reader, const Id& id,
                             const v1::Statement& statement, AsOf at);

}  // namespace tanji::ledger
