// The tokens of the protobuf wire format, read strictly: protobuf.dev/programming-guides/encoding,
// narrowed by Cosmos ADR-027. Only for the .cc files of this folder; inline because every byte of
// every transaction passes here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "crypto/wire/wire_rule.h"

namespace tanji::crypto {

// "Message Structure". 3 and 4 are groups.
enum WireType : std::uint32_t { kVarint = 0, kFixed64 = 1, kLengthDelimited = 2, kFixed32 = 5 };

inline constexpr std::uint64_t kMaxTag = std::numeric_limits<std::uint32_t>::max();
inline constexpr int kMaxVarintBytes = 10;

// The rule that is broken, or none. As an optional, but one that fits a register.
class Broken {
 public:
  constexpr Broken() = default;
  constexpr Broken(WireRule rule) : code_(static_cast<unsigned>(rule) + 1) {}  // NOLINT: implicit
  constexpr explicit operator bool() const { return code_ != 0; }
  constexpr WireRule operator*() const { return static_cast<WireRule>(code_ - 1); }

 private:
  unsigned code_ = 0;
};
inline constexpr Broken kFine;

struct Cursor {
  const char* at;
  const char* end;
  std::size_t left() const { return static_cast<std::size_t>(end - at); }
};

// `in` ends up anywhere within the varint if it is broken; likewise below.
inline Broken ReadLongVarint(Cursor& in, std::uint64_t& out) {
  std::uint64_t value = 0;
  for (int i = 0; i < kMaxVarintBytes; ++i) {
    if (in.at == in.end) return WireRule::kTruncated;
    const auto byte = static_cast<std::uint8_t>(*in.at++);
    // Nine bytes carry 63 bits: the tenth holds one more and must be the last.
    if (i == kMaxVarintBytes - 1 && byte > 1) return WireRule::kVarintTooLong;
    value |= static_cast<std::uint64_t>(byte & 0x7F) << (7 * i);
    if (byte >= 0x80) continue;
    if (byte == 0 && i > 0) return WireRule::kVarintNotMinimal;
    out = value;
    return kFine;
  }
  return WireRule::kVarintTooLong;
}

inline Broken ReadVarint(Cursor& in, std::uint64_t& out) {
  if (in.at != in.end && static_cast<std::uint8_t>(*in.at) < 0x80) {
    out = static_cast<std::uint8_t>(*in.at++);
    return kFine;
  }
  return ReadLongVarint(in, out);
}

struct Tag {
  int number;
  WireType wire_type;
};

inline Broken ReadTag(Cursor& in, Tag& out) {
  std::uint64_t tag = 0;
  if (const Broken broken = ReadVarint(in, tag)) return broken;
  const auto wire_type = static_cast<std::uint32_t>(tag & 7);
  const bool known = wire_type <= kLengthDelimited || wire_type == kFixed32;
  if (tag > kMaxTag || tag >> 3 == 0 || !known) return WireRule::kInvalidTag;
  out = {static_cast<int>(tag >> 3), static_cast<WireType>(wire_type)};
  return kFine;
}

// Takes a length and that many bytes.
inline Broken ReadDelimited(Cursor& in, Cursor& out) {
  std::uint64_t length = 0;
  if (const Broken broken = ReadVarint(in, length)) return broken;
  if (length > in.left()) return WireRule::kTruncated;
  out = {in.at, in.at + length};
  in.at = out.end;
  return kFine;
}

}  // namespace tanji::crypto
