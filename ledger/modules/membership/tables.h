// Which record of membership lies under which key, and the history of each object with a lifecycle.
#pragma once

#include <cstdint>
#include <string>

#include "crypto/hash/hash.h"
#include "ledger/base/id.h"
#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

// Participants are keyed by their id alone, without `participants/`.
inline constexpr Table<v1::Participant, std::string> kParticipants{KeySpace::kParticipant};
inline constexpr Table<v1::Key, crypto::Hash> kKeys{KeySpace::kKey};
// Participant and number, 0 .. key_count - 1.
inline constexpr Table<v1::KeyReference, std::string, std::uint32_t> kKeyReferences{
    KeySpace::kKeyReference};
inline constexpr Table<v1::Electorate> kElectorate{KeySpace::kElectorate};
inline constexpr Table<v1::Ballot, Id> kBallots{KeySpace::kBallot};
// Ballot and voting participant.
inline constexpr Table<v1::BallotVote, Id, std::string> kBallotVotes{KeySpace::kBallotVote};
inline constexpr Table<v1::Accreditation, Id> kAccreditations{KeySpace::kAccreditation};
inline constexpr Table<v1::Licence, Id> kLicences{KeySpace::kLicence};

inline History ParticipantHistory(const std::string& participant_id) {
  return History(MakeKey(KeySpace::kParticipantStatus, participant_id));
}
inline History KeyHistory(const crypto::Hash& key_id) {
  return History(MakeKey(KeySpace::kKeyStatus, key_id));
}
inline History AccreditationHistory(const Id& id) {
  return History(MakeKey(KeySpace::kAccreditationStatus, id));
}
inline History LicenceHistory(const Id& id) {
  return History(MakeKey(KeySpace::kLicenceStatus, id));
}

}  // namespace tanji::ledger
