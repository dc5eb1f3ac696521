// Who is who and in what standing, read from the state: what the operations of membership and of
// later modules ask about participants and keys. Thread-safe if the reader is.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"
#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

bool HasKind(const v1::Participant& participant, v1::ParticipantKind kind);

// Of an existing participant.
bool ParticipantCounts(const StateReader& reader, const std::string& participant_id, AsOf at);

// Whether `key` counted: within its validity, and neither retired nor compromised. The standing of
// its participant is a question of its own.
bool KeyCounts(const StateReader& reader, const crypto::Hash& key_id, const v1::Key& key, AsOf at);

// The moment at which something was made, as known at `at`: what was published, declared or issued
// stands on its own, so whoever made it is asked about as at that moment.
AsOf WhenMade(std::int64_t made_ms, AsOf at);
// Whether every key of a record's `signed_by` was in force at `made`. All are read, whatever is
// found. Throws StorageFailure for what is no key id.
bool AllKeysCount(const StateReader& reader,
                  const google::protobuf::RepeatedPtrField<std::string>& signed_by, AsOf made);

// Whether a record that `maker`, a participant's resource name, made and signed at `made` counts:
// the maker was in force then, and so was every key. Throws StorageFailure for what is no name.
bool MadeWell(const StateReader& reader, const std::string& maker,
              const google::protobuf::RepeatedPtrField<std::string>& signed_by, AsOf made);

// The participant that `name`, well-formed, of `field` names, into `out`: CODE_NOT_FOUND, and
// CODE_NOT_IN_FORCE unless it is in good standing at `time_ms`.
Outcome FindInForce(const StateReader& reader, std::string_view field, const std::string& name,
                    std::int64_t time_ms, v1::Participant& out);

// CODE_WRONG_KIND, naming the kinds that would do, unless `participant` has one of them.
Outcome RequireKind(const v1::Participant& participant, std::string_view field,
                    std::initializer_list<v1::ParticipantKind> kinds);

// Likewise for the author, who exists (the executor has checked it).
Outcome RequireAuthorKind(const OperationContext& context, const StateReader& reader,
                          std::initializer_list<v1::ParticipantKind> kinds);

// How many different holders have a key of the participant with `permission` that counts at
// `time_ms`, leaving out key `except`.
std::uint32_t HoldersInForce(const StateReader& reader, const std::string& participant_id,
                             v1::Permission permission, std::int64_t time_ms,
                             const std::optional<crypto::Hash>& except);

// Who holds, or held, a key of the participant.
std::set<std::string> HoldersOf(const StateReader& reader, const std::string& participant_id);

// CODE_THRESHOLD_UNREACHABLE if fewer holders are there than needed.
Outcome CheckReachable(v1::Permission permission, std::uint32_t needed, std::uint32_t there);

// Key `name` of the author, into `key_id` and `key`: CODE_NOT_FOUND, CODE_NOT_ENTITLED.
Outcome FindOwnKey(const OperationContext& context, const StateReader& reader,
                   const std::string& name, crypto::Hash& key_id, v1::Key& key);

}  // namespace tanji::ledger
