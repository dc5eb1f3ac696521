// Whether a certificate counts as at D known on K, derived from its own records and all that it
// rests on. Nothing of it is ever written: one withdrawn factor touches one record and
// reaches every certificate above it. Reads by key only, so that a verifier runs it over a proof.
#pragma once

#include <optional>

#include "ledger/base/id.h"
#include "ledger/modules/common/causes.h"
#include "ledger/modules/schemes/usable.h"
#include "ledger/modules/verification/standing.h"
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

}  // namespace tanji::ledger
