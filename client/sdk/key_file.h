// The file in which a participant keeps a private key.
//
// JSON, mode 0600. The public part is readable without the passphrase:
//
//   {
//     "format": "tanji-key-file-v1",
//     "key_id": "<64 hex digits>",
//     "public_key": "<base64, 32 bytes>",
//     "participant": "participants/bt-farm-07",          may be empty
//     "holder": "lead",                                   may be empty
//     "protection": "argon2id",
//     "argon2id": {"operations": 3, "memory_bytes": 268435456, "salt": "<base64, 16 bytes>"},
//     "secretbox": {"nonce": "<base64, 24 bytes>", "ciphertext": "<base64, 80 bytes>"}
//   }
//
// The secretbox (XSalsa20-Poly1305, libsodium) under the key that Argon2id 1.3 makes of the
// passphrase holds the 32 bytes of the seed and SHA-256("tanji-key-file-v1" || 0 || public key ||
// participant || 0 || holder), so that an altered public part is noticed when the file is opened.
// A key that a machine must use without a person has "protection": "unprotected" and "seed" in
// place of the last two.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "client/sdk/result.h"
#include "client/sdk/secret.h"
#include "crypto/sign/keys.h"

namespace tanji::client {

// What is known about a key without its passphrase.
struct KeyFilePublic {
  crypto::PublicKey public_key;
  // `participants/{id}` and the holder it is meant for; empty where it was not said.
  std::string participant;
  std::string holder;
  bool is_protected = true;
  crypto::Hash key_id() const { return crypto::KeyId(public_key); }
};

// What guessing one passphrase costs.
struct KdfCost {
  std::uint64_t operations = 3;
  std::uint64_t memory_bytes = 256 << 20;
};
// libsodium's "moderate": about a second.
inline constexpr KdfCost kModerateCost{3, 256 << 20};
// A file may not make us spend more than this.
inline constexpr KdfCost kHighestCost{16, std::uint64_t{1} << 30};

// Creates the file; an existing one is never overwritten. An empty passphrase is refused.
Done CreateKeyFile(const std::string& path, const crypto::SigningKey& key,
                   const KeyFilePublic& about, const Secret& passphrase,
                   KdfCost cost = kModerateCost);
// The same without a passphrase: whoever can read the file can sign.
Done CreateUnprotectedKeyFile(const std::string& path, const crypto::SigningKey& key,
                              const KeyFilePublic& about);

Result<KeyFilePublic> ReadKeyFilePublic(const std::string& path);

// Asked only for a protected file.
using AskPassphrase = std::function<Result<Secret>(const KeyFilePublic&)>;
Result<crypto::SigningKey> OpenKeyFile(const std::string& path, const AskPassphrase& ask);

}  // namespace tanji::client
