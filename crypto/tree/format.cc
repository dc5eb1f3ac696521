#include "crypto/tree/format.h"

#include <array>
#include <cstring>

namespace tanji::crypto {
namespace {

// One contiguous message is hashed faster than three pieces.
template <std::size_t kPrefixSize>
Hash HashPair(std::string_view prefix, const Hash& first, const Hash& second) {
  std::array<char, kPrefixSize + 2 * Hash::kSize> message;
  std::memcpy(message.data(), prefix.data(), kPrefixSize);
  std::memcpy(message.data() + kPrefixSize, first.bytes.data(), Hash::kSize);
  std::memcpy(message.data() + kPrefixSize + Hash::kSize, second.bytes.data(), Hash::kSize);
  return Sha256(std::string_view(message.data(), message.size()));
}

}  // namespace

const Hash& Placeholder() {
  static const Hash placeholder = *Hash::FromBytes("SPARSE_MERKLE_PLACEHOLDER_HASH__");
  return placeholder;
}

Hash LeafHash(const Hash& key_hash, const Hash& value_hash) {
  return HashPair<kLeafPrefix.size()>(kLeafPrefix, key_hash, value_hash);
}

Hash InnerHash(const Hash& left, const Hash& right) {
  return HashPair<kInnerPrefix.size()>(kInnerPrefix, left, right);
}

}  // namespace tanji::crypto
