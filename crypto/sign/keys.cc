#include "crypto/sign/keys.h"

#include <sodium.h>

#include <cstdlib>
#include <cstring>

namespace tanji::crypto {
namespace {

// Must run before the first use of libsodium; safe from any thread.
void InitialiseSodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) std::abort();
}

template <class T>
std::optional<T> CopyExactly(std::string_view raw) {
  if (raw.size() != T::kSize) return std::nullopt;
  T out;
  std::memcpy(out.bytes.data(), raw.data(), raw.size());
  return out;
}

const unsigned char* Bytes(std::string_view s) {
  return reinterpret_cast<const unsigned char*>(s.data());
}

}  // namespace

std::optional<PublicKey> PublicKey::FromBytes(std::string_view raw) {
  return CopyExactly<PublicKey>(raw);
}

std::optional<Signature> Signature::FromBytes(std::string_view raw) {
  return CopyExactly<Signature>(raw);
}

Hash KeyId(const PublicKey& key, Suite suite) {
  const char suite_byte = static_cast<char>(suite);
  return Sha256({std::string_view("tanji-key-v1\0", 13), {&suite_byte, 1}, key.view()});
}

bool Verify(const PublicKey& key, std::string_view message, const Signature& signature) {
  InitialiseSodium();
  return crypto_sign_verify_detached(signature.bytes.data(), Bytes(message), message.size(),
                                     key.bytes.data()) == 0;
}

SigningKey SigningKey::Generate() {
  return *FromSeed(RandomBytes(kSeedSize));
}

std::optional<SigningKey> SigningKey::FromSeed(std::string_view seed) {
  InitialiseSodium();
  if (seed.size() != kSeedSize) return std::nullopt;
  SigningKey key;
  crypto_sign_seed_keypair(key.public_.bytes.data(), key.secret_.data(), Bytes(seed));
  return key;
}

SigningKey::~SigningKey() {
  sodium_memzero(secret_.data(), secret_.size());
}

Signature SigningKey::Sign(std::string_view message) const {
  Signature out;
  crypto_sign_detached(out.bytes.data(), nullptr, Bytes(message), message.size(), secret_.data());
  return out;
}

std::string SigningKey::seed() const {
  return {reinterpret_cast<const char*>(secret_.data()), kSeedSize};
}

std::string RandomBytes(std::size_t count) {
  InitialiseSodium();
  std::string out(count, '\0');
  randombytes_buf(out.data(), out.size());
  return out;
}

}  // namespace tanji::crypto
