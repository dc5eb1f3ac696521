// SHA-256 (FIPS 180-4) and the 32-byte value it yields.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::crypto {

// 32 bytes, ordered as a big-endian number. A value type; copying is cheap.
struct Hash {
  static constexpr std::size_t kSize = 32;
  std::array<std::uint8_t, kSize> bytes{};

  auto operator<=>(const Hash&) const = default;

  // The bytes themselves, valid as long as this object.
  std::string_view view() const {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  }
  std::string str() const { return std::string(view()); }
  // 64 lower-case hexadecimal digits.
  std::string Hex() const;

  // Bit `index` counted from the most significant bit of the first byte; index < 256.
  bool Bit(std::size_t index) const { return (bytes[index / 8] >> (7 - index % 8)) & 1; }

  // nullopt unless `raw` has exactly 32 bytes.
  static std::optional<Hash> FromBytes(std::string_view raw);
  // nullopt unless `hex` is exactly 64 lower-case hexadecimal digits.
  static std::optional<Hash> FromHex(std::string_view hex);
};

// Hash of the concatenation of `parts`. Thread-safe: each thread reuses a digest context of its
// own, which is about three times as fast as a one-shot call.
Hash Sha256(std::initializer_list<std::string_view> parts);
Hash Sha256(std::string_view data);

// Hash of data that arrives in pieces. Not thread-safe; Finish() may be called once.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(const Sha256Stream&) = delete;
  Sha256Stream& operator=(const Sha256Stream&) = delete;

  void Update(std::string_view data);
  Hash Finish();

 private:
  void* context_;  // EVP_MD_CTX, kept out of this header
};

}  // namespace tanji::crypto

template <>
struct std::hash<tanji::crypto::Hash> {
  // For containers outside `ledger/` only: the order of such a container must never decide state.
  std::size_t operator()(const tanji::crypto::Hash& h) const noexcept;
};
