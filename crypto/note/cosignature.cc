#include "crypto/note/cosignature.h"

#include <fmt/format.h>

#include <cassert>

namespace tanji::crypto {
namespace {

constexpr std::size_t kTimeBytes = 8;

std::string WriteU64(std::uint64_t value) {
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
  return out;
}

std::uint64_t ReadU64(std::string_view bytes) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < kTimeBytes; ++i) out = out << 8 | static_cast<std::uint8_t>(bytes[i]);
  return out;
}

}  // namespace

NoteSignature SignNote(std::string_view name, const SigningKey& key, std::string_view text) {
  return {std::string(name), KeyHash(name, NoteKeyType::kEd25519, key.public_key()),
          std::string(key.Sign(text).view())};
}

bool IsLogSignature(const VerifierKey& key, std::string_view text, const NoteSignature& signature) {
  const auto raw = Signature::FromBytes(signature.signature);
  return key.type == NoteKeyType::kEd25519 && signature.ClaimsToBeOf(key) && raw &&
         Verify(key.key, text, *raw);
}

std::string CosignedMessage(std::uint64_t time, std::string_view text) {
  return fmt::format("cosignature/v1\ntime {}\n{}", time, text);
}

NoteSignature Cosign(std::string_view name, const SigningKey& key, std::uint64_t time,
                     std::string_view text) {
  assert(1 <= time && time <= kMaxCosignatureTime);
  const Signature signature = key.Sign(CosignedMessage(time, text));
  // timestamped_signature: u64 big-endian time || Ed25519 signature.
  return {std::string(name), KeyHash(name, NoteKeyType::kCosignature, key.public_key()),
          WriteU64(time).append(signature.view())};
}

NoteOr<std::uint64_t> CheckCosignature(const VerifierKey& key, std::string_view text,
                                       const NoteSignature& signature) {
  const std::string_view payload = signature.signature;
  if (key.type != NoteKeyType::kCosignature || !signature.ClaimsToBeOf(key) ||
      payload.size() != kTimeBytes + Signature::kSize) {
    return NoteFault::kBadCosignature;
  }
  const std::uint64_t time = ReadU64(payload);
  if (time == 0 || time > kMaxCosignatureTime) return NoteFault::kBadCosignatureTime;
  const auto raw = Signature::FromBytes(payload.substr(kTimeBytes));
  if (!Verify(key.key, CosignedMessage(time, text), *raw)) return NoteFault::kBadCosignature;
  return time;
}

}  // namespace tanji::crypto
