// Notes, checkpoints, proof files and policies are accepted in one spelling each.
#include "crypto/note/policy.h"
#include "crypto/note/tlog_proof.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {

void RunOne(std::string_view bytes) {
  if (const auto note = crypto::SignedNote::Parse(bytes); note.ok()) {
    Require(note->Print() == bytes);
  }
  if (const auto checkpoint = crypto::Checkpoint::Parse(bytes); checkpoint.ok()) {
    Require(checkpoint->Print() == bytes);
  }
  if (const auto proof = crypto::TlogProof::Parse(bytes); proof.ok()) {
    Require(proof->Print() == bytes);
  }
  if (const auto key = crypto::VerifierKey::Parse(bytes); key.ok()) {
    Require(key->Print() == bytes);
  }
  if (const auto policy = crypto::Policy::Parse(bytes); policy.ok()) {
    const auto again = crypto::Policy::Parse(policy->Print());
    Require(again.ok() && *again == *policy);
  }
}

}  // namespace tanji::fuzz
