// Whether a signed checkpoint is to be believed: signed by a log of the policy and cosigned by a
// quorum of it. Pure functions over untrusted text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/note/checkpoint.h"
#include "crypto/note/fault.h"
#include "crypto/note/policy.h"

namespace tanji::crypto {

// In what we write, and in what we accept under our own rules.
inline constexpr std::size_t kMaxOwnSignatures = 16;

enum class NoteRules {
  // Ours, for checkpoints in bundles and as served: exactly one log signature, cosignatures of
  // exactly a quorum (k validators and j witnesses, nobody twice, none that is not needed), no
  // signature of a stranger, at most 16. One checkpoint thus has few spellings.
  kStrict,
  // Those of C2SP signed-note, for notes that are still being gathered: strangers' signatures are
  // ignored, more than a quorum is welcome. Every signature of a known key must hold.
  kStock,
};

// Where the time of a checkpoint comes from.
enum class TimeBasis {
  kNone,       // nobody cosigned; only under kStock with a policy that asks for nobody
  kMedian,     // the lower median of the cosignature times
  kWitnesses,  // a solo ledger (a group "validators" of one): that of its outside witnesses only
  kOwnClaim,   // a solo ledger without witnesses: what its operator says
};

struct CheckedCosignature {
  std::size_t witness = 0;  // index in policy.witnesses()
  std::uint64_t time = 0;   // seconds since 1970
  bool operator==(const CheckedCosignature&) const = default;
};

struct VerifiedCheckpoint {
  Checkpoint checkpoint;
  std::size_t log = 0;                           // index in policy.logs() of the first that signed
  std::vector<CheckedCosignature> cosignatures;  // in the order of the lines, one per witness
  std::uint64_t time = 0;                        // seconds since 1970; see `basis`
  TimeBasis basis = TimeBasis::kNone;
  bool operator==(const VerifiedCheckpoint&) const = default;
};

// The checkpoint in `note` if it is that of `expected_origin` and stands under the policy; else
// the first fault in the order: form of the note, checkpoint, each signature in turn, quorum.
NoteOr<VerifiedCheckpoint> VerifyCheckpoint(std::string_view note, const Policy& policy,
                                            std::string_view expected_origin,
                                            NoteRules rules = NoteRules::kStrict);

// From a note that holds under kStock rules the one that holds under kStrict: the first log
// signature, then the cosignatures of a quorum in the order of the policy, those of later witnesses
// left out first. This is how a node makes the checkpoint it serves from what its peers sent.
// kTooManySignatures if even that takes more than 16.
NoteOr<std::string> TrimToQuorum(std::string_view note, const Policy& policy,
                                 std::string_view expected_origin);

// The lower median: of an even number of times the earlier of the middle two. Asserts that there
// is one.
std::uint64_t LowerMedian(std::vector<std::uint64_t> times);

}  // namespace tanji::crypto
