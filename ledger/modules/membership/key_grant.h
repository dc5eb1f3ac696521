// A key that enters the ledger: the part that AddKey, RegisterParticipant and the genesis share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

// On whose word, when and on which ledger something is recorded: from an operation's context, or
// from the genesis, which has neither author nor signatures.
struct Recording {
  std::string chain_id;
  EventStamp stamp;
  std::vector<Signer> signers;
};
Recording RecordingOf(const OperationContext& context);

template <class Record>
void RecordSigners(const Recording& recording, Record& record) {
  for (const auto& signer : recording.signers) record.add_signed_by(signer.key_id.str());
}

// Shape. `field` is the grant's path, such as `keys[2]`.
Outcome CheckKeyGrant(const v1::KeyGrant& grant, std::string_view field);

// Not backdated, never registered before, and its private half is in the hands of whoever
// registers it for `participant` (a name).
Outcome AuthoriseKeyGrant(const v1::KeyGrant& grant, std::string_view field,
                          const std::string& participant, const Recording& recording,
                          const StateReader& reader);

// As key `number` of `participant_id`. Three keys of the state.
void StoreKeyGrant(const v1::KeyGrant& grant, const std::string& participant_id,
                   std::uint32_t number, const Recording& recording, StateWriter& writer);

// Whether the key will count at the block that records it.
bool CountsAtOnce(const v1::KeyGrant& grant, std::int64_t block_time_ms);

}  // namespace tanji::ledger
