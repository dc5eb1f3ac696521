// Why a certificate or a label does not count, in words: what fell, since when, and what that makes
// of it. Names alone say nothing to whoever holds the goods.
#pragma once

#include <string>
#include <vector>

#include "client/cli/render.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::client::cli {

// "in force", or "suspended since 2026-…, because …" with the first cause of that kind; `kind` is
// what it all comes to.
std::string VerdictText(v1::StatusKind kind, const v1::StatusAnswer& own,
                        const google::protobuf::RepeatedPtrField<v1::Cause>& causes,
                        const v1::CertificateAnswer& certificate, const Style& style);

// The gravest of the certificate's own status and its causes.
v1::StatusKind KindOf(const v1::CertificateAnswer& answer);

// A sentence for its own status, unless that is in force, and one for each cause. `certificate`
// says what the names in them are.
std::vector<std::string> ReasonTexts(const v1::StatusAnswer& own,
                                     const google::protobuf::RepeatedPtrField<v1::Cause>& causes,
                                     const v1::CertificateAnswer& certificate, const Style& style);

}  // namespace tanji::client::cli
