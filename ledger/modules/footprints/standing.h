// What a footprint stands on, and whether all of it stands as at D known on K: its own status, its
// declaration, and the GWP sets, datasets, factors and upstream footprints that its value came
// from, at any depth. A cascade is derived and never written: one withdrawn factor touches one
// record and reaches every footprint that used it. Reads by key only, so that a verifier runs it
// over a proof.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/modules/common/causes.h"
#include "ledger/state/closure_counter.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

// A declared footprint, or a draft, by itself: without what it stands on.
struct FootprintRecords {
  v1::Footprint record;
  v1::FootprintProgress progress;
  // Of a declared one.
  v1::FootprintResult result;

  bool declared() const { return progress.has_declared_time(); }
  // When, and by which keys, it was declared; of a draft, created.
  std::int64_t made_ms() const {
    return declared() ? progress.declared_time() : record.created_time();
  }
  const google::protobuf::RepeatedPtrField<std::string>& made_by() const {
    return declared() ? progress.declared_by() : record.signed_by();
  }
};
// nullopt where there is none. Throws StorageFailure where a part of it is missing.
std::optional<FootprintRecords> ReadFootprint(const StateReader& reader, const Id& id);

// One thing that a footprint stands on, by itself: a factor without its dataset, an upstream
// footprint without what that stands on.
struct SupportAt {
  std::string name;
  StatusAt status;
  // Of what was published or declared: by somebody who was in force then, with keys that counted.
  bool made_well = false;
  // Of an upstream footprint: when it was first corrected. What was reckoned with it stands, and
  // waits for its producer to reckon again.
  std::optional<std::int64_t> corrected_ms;

  bool stands() const { return made_well && status.in_force(); }
};

struct FootprintStanding {
  SupportAt own;
  StatusAt producer;
  // Each once, ascending by name.
  std::vector<SupportAt> gwp_sets, datasets, factors, upstream;

  // The names of what does not stand, itself first. A draft never stands.
  std::vector<std::string> Fallen() const;
  bool stands() const { return Fallen().empty(); }
};

// Throws StorageFailure where a record that must be there is missing or malformed.
FootprintStanding StandingOf(const StateReader& reader, const Id& id,
                             const FootprintRecords& footprint, AsOf at);

// What its fall makes of a certificate or label that rests on the footprint: withdrawn by its
// producer it revokes them, and anything else below it as common/causes.h says.
Causes CausesIn(const FootprintStanding& standing);

// What an answer about `id`, declared, reads: the records of StandingOf, and the keys of the
// declaration, which an answer shows.
Closure CountClosure(const StateReader& reader, const Id& id);

}  // namespace tanji::ledger
