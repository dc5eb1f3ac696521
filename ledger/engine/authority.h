// What the executor must know of participants and keys. Membership answers it; the engine does not
// know membership.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/sign/keys.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

struct SigningKeyRecord {
  crypto::PublicKey public_key;
  // The id alone, without `participants/`.
  std::string participant_id;
  // Pseudonym within the participant.
  std::string holder;
  std::vector<v1::Permission> permissions;
  // Valid and not ended, at the time asked about.
  bool in_force = false;
};

class Authority {
 public:
  virtual ~Authority() = default;
  // nullopt: no such key was ever registered.
  virtual std::optional<SigningKeyRecord> FindKey(const StateReader& reader,
                                                  const crypto::Hash& key_id,
                                                  std::int64_t time_ms) const = 0;
  virtual bool ParticipantExists(const StateReader& reader,
                                 std::string_view participant_id) const = 0;
  // Exists and is in good standing.
  virtual bool ParticipantInForce(const StateReader& reader, std::string_view participant_id,
                                  std::int64_t time_ms) const = 0;
  // Different holders that must sign for an operation of `permission`; at least 1.
  virtual std::uint32_t ThresholdOf(const StateReader& reader, std::string_view participant_id,
                                    v1::Permission permission) const = 0;
};

}  // namespace tanji::ledger
