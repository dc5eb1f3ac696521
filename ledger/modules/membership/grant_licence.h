// GrantLicence: the owner of a scheme lets a certifier certify under it.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

Outcome CheckGrantLicence(const v1::GrantLicence& message, const Flags& flags);
Outcome AuthoriseGrantLicence(const v1::GrantLicence& message, const OperationContext& context,
                              const StateReader& reader);
Outcome ApplyGrantLicence(const v1::GrantLicence& message, const OperationContext& context,
                          StateWriter& writer);

}  // namespace tanji::ledger
