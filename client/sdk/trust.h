// Whose signatures make this client believe a checkpoint, and what it says when they are not there.
#pragma once

#include <string>
#include <string_view>

#include "client/sdk/result.h"
#include "crypto/note/tlog_proof.h"
#include "crypto/note/verify_checkpoint.h"

namespace tanji::client {

// A policy file, read. All its log keys bear the name of one ledger. A value.
struct Trust {
  std::string chain_id;
  // Exactly as pinned: what VerifyBundle is given.
  std::string policy_text;
  crypto::Policy policy;
};

// CODE_POLICY_MALFORMED, or kPolicyNameless where it names no ledger or several.
Result<Trust> ParsePolicy(std::string text);

// What is wrong with a note or a proof file as an error in the ledger's own codes.
Error NoteError(crypto::NoteFault fault, const Trust& trust);

// Signatures and form, nothing about what was seen before.
Result<crypto::VerifiedCheckpoint> CheckCheckpoint(std::string_view note, const Trust& trust);

// That `entry` (a LogEntry as hashed) is in the log, by a proof file. The verified checkpoint and
// index, and the note itself.
struct CheckedProof {
  std::uint64_t index = 0;
  crypto::VerifiedCheckpoint log;
  std::string note;
};
Result<CheckedProof> CheckLogProof(std::string_view proof, std::string_view entry,
                                   const Trust& trust);

}  // namespace tanji::client
