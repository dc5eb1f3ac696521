// A proof file: an entry's index, its inclusion proof, and the cosigned checkpoint it leads to,
// C2SP tlog-proof. It needs no network to check, only the entry and a policy.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/note/fault.h"
#include "crypto/note/signed_note.h"
#include "crypto/note/verify_checkpoint.h"

namespace tanji::crypto {

inline constexpr std::size_t kMaxProofHashes = 63;  // of a tree of 2^63 - 1 entries
inline constexpr std::size_t kMaxTlogProofBytes = kMaxNoteBytes + 4096;

struct TlogProof {
  std::uint64_t index = 0;
  std::vector<Hash> hashes;  // from the leaf's sibling up
  std::string checkpoint;    // a signed note, verbatim
  bool operator==(const TlogProof&) const = default;

  std::string Print() const;
  // Accepts exactly what Print() writes, whatever the checkpoint is. The specification's `extra`
  // line is refused: nobody has signed it.
  static NoteOr<TlogProof> Parse(std::string_view text);
};

struct VerifiedEntry {
  std::uint64_t index = 0;
  VerifiedCheckpoint log;  // the checkpoint with size, root and times
  bool operator==(const VerifiedEntry&) const = default;
};

// That the entry with `leaf_hash` (log_tree.h) is in the log of `expected_origin`, as the policy's
// quorum saw it. Also the faults of VerifyCheckpoint.
NoteOr<VerifiedEntry> VerifyTlogProof(std::string_view text, const Hash& leaf_hash,
                                      const Policy& policy, std::string_view expected_origin,
                                      NoteRules rules = NoteRules::kStrict);

}  // namespace tanji::crypto
