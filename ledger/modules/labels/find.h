// What the operations of labels look up. Names are well-formed. Thread-safe if the reader is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/modules/labels/label_standing.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

// `labels/{serial}`: CODE_FIELD_MISSING, CODE_NAME_MALFORMED.
Outcome CheckLabelName(std::string_view name, std::string_view field);
// The serial that `name` names; nullopt unless it is a label's.
std::optional<std::string> ParseLabelName(std::string_view name);

// CODE_NOT_FOUND; and CODE_NOT_ENTITLED unless the author is the certifier that issued it.
Outcome FindCertificate(const StateReader& reader, std::string_view field, const std::string& name,
                        CertificateRecords& out);
Outcome FindOwnCertificate(const OperationContext& context, const StateReader& reader,
                           std::string_view field, const std::string& name,
                           CertificateRecords& out);

// Whether goods may be labelled under it now, into `standing`: CODE_NOT_IN_FORCE of licence or
// accreditation, which have to run still, CODE_CERTIFICATE_DOES_NOT_STAND. Its own status is a
// question of its own.
Outcome RequireStanding(const CertificateRecords& certificate, const std::string& name,
                        const OperationContext& context, const StateReader& reader,
                        CertificateStanding& standing);

// CODE_NOT_FOUND; and CODE_NOT_ENTITLED unless the author issued the certificate that it was
// released under.
Outcome FindLabel(const StateReader& reader, const std::string& name, LabelRecords& out);
Outcome FindLabelOfOwnCertificate(const OperationContext& context, const StateReader& reader,
                                  const std::string& name, LabelRecords& out,
                                  CertificateRecords& certificate);

}  // namespace tanji::ledger
