// The rules of membership over values alone. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tanji/v1/membership.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxKeysAtRegistration = 16;
// Keys a participant may ever have: they are listed to see who can still sign.
inline constexpr std::uint32_t kMaxKeysOfParticipant = 256;
// As many as a transaction has signatures.
inline constexpr std::uint32_t kMaxThreshold = 16;
inline constexpr int kMaxElectorate = 64;
inline constexpr int kMaxBallotActions = 16;
// A year and a day: long enough for bodies that meet annually.
inline constexpr std::int64_t kMaxBallotSpanMs = std::int64_t{366} * 86'400'000;
inline constexpr int kMaxScopeSchemes = 16;
inline constexpr int kMaxScopeSubScopes = 16;
inline constexpr int kMaxScopeCategories = 64;
inline constexpr std::size_t kMaxSubScopeBytes = 64;
inline constexpr std::size_t kMaxArrangementBytes = 64;

// What a key signs to show that whoever registers it has it:
// "tanji-key-possession-v1" || 0 || chain id || 0 || `participants/{id}` || 0 || holder.
std::string PossessionMessage(std::string_view chain_id, std::string_view participant,
                              std::string_view holder);

// BODY, ACCREDITOR and OPERATOR hold power over others.
bool NeedsBallot(v1::ParticipantKind kind);

// ISO 3166-1 alpha-2 country `[A-Z]{2}`, or ISO 3166-2 subdivision `[A-Z]{2}-[A-Z0-9]{1,3}`. The
// form only: the lists change, and old records must stay valid.
bool IsRegion(std::string_view text);

// `CPC:` and 1 to 5 digits (UN Central Product Classification), or `HS:` and 2, 4 or 6 digits
// (Harmonized System). A code covers the codes that begin with it.
bool IsProductCategory(std::string_view text);

// Printable ASCII without spaces at its ends, at most kMaxSubScopeBytes: `ISO 14064-1`.
bool IsSubScope(std::string_view text);

// The kind that an accreditation for `activity` is given to: AUDITOR (ISO/IEC 17029) or CERTIFIER
// (ISO/IEC 17065). `activity` is specified.
v1::ParticipantKind KindForActivity(v1::Activity activity);

// Yes votes needed among `bodies`: the parameter, where 0 stands for a strict majority.
std::uint32_t BallotThreshold(std::int64_t parameter, std::uint32_t bodies);

// Holders that `permission` needs under `thresholds`.
std::uint32_t ThresholdIn(const google::protobuf::RepeatedPtrField<v1::Threshold>& thresholds,
                          v1::Permission permission);

// An accreditation or licence may be older than the ledger: its record keeps its own date, and here
// it counts from the block that recorded it, because nothing is backdated.
std::int64_t CountsFrom(std::int64_t valid_from_ms, std::int64_t block_time_ms);

}  // namespace tanji::ledger
