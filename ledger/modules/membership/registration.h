// A participant that enters the ledger: the part that RegisterParticipant and the genesis share.
#pragma once

#include <string_view>

#include "ledger/modules/membership/key_grant.h"

namespace tanji::ledger {

// Shape. `prefix` is put before the paths in refusals: empty, or such as `participants[3].`.
Outcome CheckRegistration(const v1::RegisterParticipant& message, std::string_view prefix);

// The id is free, the keys may be recorded, and every threshold can be met by the keys that count
// at once; MANAGE_KEYS always.
Outcome AuthoriseRegistration(const v1::RegisterParticipant& message, std::string_view prefix,
                              const Recording& recording, const StateReader& reader);

// `recording.stamp.by` is empty for the genesis.
void ApplyRegistration(const v1::RegisterParticipant& message, const Recording& recording,
                       StateWriter& writer);

// Shape of a list of thresholds.
Outcome CheckThresholds(const google::protobuf::RepeatedPtrField<v1::Threshold>& thresholds,
                        std::string_view field);

}  // namespace tanji::ledger
