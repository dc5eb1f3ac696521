// IssueCertificate: a licensed certifier decides that a product of another meets a version of a
// scheme.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/engine/flags.h"
#include "ledger/state/reader.h"
#include "tanji/v1/labels.pb.h"

namespace tanji::ledger {

Outcome CheckIssueCertificate(const v1::IssueCertificate& message, const Flags& flags);
Outcome AuthoriseIssueCertificate(const v1::IssueCertificate& message,
                                  const OperationContext& context, const StateReader& reader);
Outcome ApplyIssueCertificate(const v1::IssueCertificate& message, const OperationContext& context,
                              StateWriter& writer);

}  // namespace tanji::ledger
