// Whether certificates and labels count as at D known on K, derived from their own records and all
// that they rest on. Nothing of it is ever written: one withdrawn factor touches one record and
// reaches every label above it. Reads by key only, so that a verifier runs it over a proof.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/modules/common/causes.h"
#include "ledger/modules/products/lineage.h"
#include "ledger/modules/schemes/usable.h"
#include "ledger/modules/verification/standing.h"
#include "ledger/state/closure_counter.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

struct CertificateRecords {
  Id id;
  v1::Certificate record;
  v1::CertificateProgress progress;
};
// nullopt where there is none. Throws StorageFailure where a part of it is missing.
std::optional<CertificateRecords> ReadCertificate(const StateReader& reader, const Id& id);

struct CertificateStanding {
  StatusAt own;
  StatusAt released_lots;
  // On the day of issue, as known on K.
  StatusAt certifier;
  // On D.
  StatusAt licence;
  StatusAt accreditation;
  v1::Statement statement;
  StatementStanding verification;
  FoundVersion version;
  // Of what the certificate rests on, for its lots alike: all but statuses and corrections.
  Causes supports;
  // All but its own status; sorted: what it rests on, a correction of the footprint that misses the
  // threshold of every year, and a certificate that has succeeded it.
  Causes causes;

  bool stands() const { return own.in_force() && causes.empty(); }
};
// Throws StorageFailure where a record that must be there is missing or malformed.
CertificateStanding StandingOf(const StateReader& reader, const CertificateRecords& certificate,
                               AsOf at);

// The first planned surveillance that was not recorded by D and K has passed.
bool IsSurveillanceOverdue(const CertificateRecords& certificate, const FoundVersion& version,
                           AsOf at);

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
