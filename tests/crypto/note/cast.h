// The signers of tests/vectors/note/notes.json: a consortium of four with k = 3 and two of three
// outside witnesses. The key of a label has the seed SHA-256(label).
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/note/cosignature.h"
#include "crypto/note/policy.h"
#include "crypto/note/signed_note.h"

namespace tanji::crypto {

inline constexpr std::string_view kOrigin = "ledger.example/baoting";
inline constexpr std::uint64_t kFirstTime = 1795308584;  // seconds since 1970

struct Signer {
  Signer(std::string_view label, std::string signer_name, NoteKeyType signer_type)
      : name(std::move(signer_name)),
        type(signer_type),
        key(*SigningKey::FromSeed(Sha256(label).view())) {}

  VerifierKey verifier() const { return {name, type, key.public_key()}; }
  NoteSignature Sign(std::string_view text) const { return SignNote(name, key, text); }
  NoteSignature CosignAt(std::uint64_t time, std::string_view text) const {
    return Cosign(name, key, time, text);
  }

  std::string name;
  NoteKeyType type;
  SigningKey key;
};

inline Signer LogSigner(int i) {
  return {"log-" + std::to_string(i), std::string(kOrigin), NoteKeyType::kEd25519};
}
inline Signer Validator(int i) {
  return {"validator-" + std::to_string(i), "org" + std::to_string(i) + ".example/cosigner",
          NoteKeyType::kCosignature};
}
inline Signer Witness(int i) {
  return {"witness-" + std::to_string(i), "witness" + std::to_string(i) + ".example",
          NoteKeyType::kCosignature};
}

// The policy of a ledger of `validators` nodes with `witnesses` outside witnesses, of which
// `threshold` must cosign.
inline Policy PolicyOf(int validators, int witnesses, std::size_t threshold) {
  LedgerPolicyParts parts;
  for (int i = 1; i <= validators; ++i) {
    const auto n = std::to_string(i);
    parts.logs.push_back({LogSigner(i).verifier(), ""});
    parts.validators.push_back(
        {"org" + n, Validator(i).verifier(), "https://org" + n + ".example/cosign"});
  }
  for (int i = 1; i <= witnesses; ++i) {
    const auto n = std::to_string(i);
    parts.witnesses.push_back({"w" + n, Witness(i).verifier(), "https://witness" + n + ".example"});
  }
  parts.witness_threshold = threshold;
  return *MakeLedgerPolicy(parts);
}

inline std::string NoteOf(std::string_view text, const std::vector<NoteSignature>& signatures) {
  return SignedNote{std::string(text), signatures}.Print();
}

inline nlohmann::json NoteVectors(const std::string& file_name) {
  std::ifstream file(TANJI_SOURCE_DIR "/tests/vectors/note/" + file_name);
  return nlohmann::json::parse(file);
}

}  // namespace tanji::crypto
