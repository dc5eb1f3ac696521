// Whether a label counts as at D known on K, derived from its own records and all that it rests on,
// what an answer shows of it, and how much of the ledger that takes. Reads by key only, so that a
// verifier runs it over a proof.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/modules/common/causes.h"
#include "ledger/modules/labels/certificate_standing.h"
#include "ledger/modules/products/lineage.h"
#include "ledger/modules/schemes/usable.h"
#include "ledger/state/closure_counter.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

struct LabelRecords {
  v1::Label record;
  v1::LabelProgress progress;
  std::optional<v1::ReleaseConfirmation> confirmation;
};
std::optional<LabelRecords> ReadLabel(const StateReader& reader, const std::string& serial);

struct LabelStanding {
  StatusAt own;
  std::vector<LineageLot> lots;
  CertificateRecords certificate;
  CertificateStanding certificate_standing;
  // All but its own status; sorted. The certificate reaches it only as the decision on released
  // lots says; a correction of the footprint if it misses the threshold of the label's year.
  Causes causes;
  // What it all comes to.
  v1::StatusKind kind = v1::STATUS_KIND_UNSPECIFIED;
};
LabelStanding StandingOf(const StateReader& reader, const LabelRecords& label, AsOf at);

// What an answer shows besides what decides: whose goods they are and who answers for them.
struct Display {
  v1::Product product;
  // Producer, certifier, auditor: each once, in this order.
  std::vector<v1::Participant> participants;
};
Display ReadDisplay(const StateReader& reader, const v1::Certificate& certificate,
                    const v1::Statement& statement);
// What may be said of the label in its market.
v1::BilingualText ReadClaim(const StateReader& reader, const v1::Label& label,
                            const FoundVersion& version);

// What an answer about the label `serial` reads on its release (ledger/answers/labels.cc), and what
// the label comes to then.
Closure CountLabelClosure(const StateReader& reader, const std::string& serial,
                          LabelStanding& standing);

}  // namespace tanji::ledger
