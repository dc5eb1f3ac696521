// Ed25519 keys and signatures. The rule of the ledger is libsodium 1.0.18's
// crypto_sign_verify_detached (RFC 8032 with its stricter checks): other libraries accept other
// edge cases, so the rule is pinned by vectors in tests/crypto/sign. There is no batch
// verification: it can accept what single verification rejects.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::crypto {

// One byte in every key id, so that another suite (SM2/SM3) can come without a new format.
// Values are part of the format and never change.
enum class Suite : std::uint8_t { kEd25519 = 1 };

struct PublicKey {
  static constexpr std::size_t kSize = 32;
  std::array<std::uint8_t, kSize> bytes{};
  auto operator<=>(const PublicKey&) const = default;
  std::string_view view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  static std::optional<PublicKey> FromBytes(std::string_view raw);
};

struct Signature {
  static constexpr std::size_t kSize = 64;
  std::array<std::uint8_t, kSize> bytes{};
  auto operator<=>(const Signature&) const = default;
  std::string_view view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  static std::optional<Signature> FromBytes(std::string_view raw);
};

// SHA-256("tanji-key-v1" || 0 || suite byte || public key): names a key for ever.
Hash KeyId(const PublicKey& key, Suite suite = Suite::kEd25519);

// True iff `signature` over `message` verifies under `key`. Thread-safe.
bool Verify(const PublicKey& key, std::string_view message, const Signature& signature);

// A private key. Lives in memory that is wiped when it goes. Signing is deterministic (RFC 8032)
// and thread-safe.
class SigningKey {
 public:
  static constexpr std::size_t kSeedSize = 32;

  static SigningKey Generate();
  // nullopt unless `seed` has 32 bytes.
  static std::optional<SigningKey> FromSeed(std::string_view seed);

  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;
  ~SigningKey();

  const PublicKey& public_key() const { return public_; }
  Hash key_id() const { return KeyId(public_); }
  Signature Sign(std::string_view message) const;
  // The 32 secret bytes, for the code that writes key files.
  std::string seed() const;

 private:
  SigningKey() = default;
  std::array<std::uint8_t, 64> secret_{};
  PublicKey public_;
};

// Fills from the operating system. Never used in `ledger/`.
std::string RandomBytes(std::size_t count);

}  // namespace tanji::crypto
