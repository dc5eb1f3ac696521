// Fixed-width big-endian integers, as they stand in state keys and in hashed content.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tanji::ledger {

template <std::unsigned_integral T>
void AppendBigEndian(T value, std::string& out) {
  for (int shift = 8 * (static_cast<int>(sizeof(T)) - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(static_cast<std::uint8_t>(value >> shift)));
  }
}

// Takes an integer off the front of `in`. nullopt, with `in` unchanged, if it is too short.
template <std::unsigned_integral T>
std::optional<T> TakeBigEndian(std::string_view& in) {
  if (in.size() < sizeof(T)) return std::nullopt;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i) {
    value = value << 8 | static_cast<std::uint8_t>(in[i]);
  }
  in.remove_prefix(sizeof(T));
  return static_cast<T>(value);
}

inline void AppendU16(std::uint16_t value, std::string& out) {
  AppendBigEndian(value, out);
}
inline void AppendU32(std::uint32_t value, std::string& out) {
  AppendBigEndian(value, out);
}
inline void AppendU64(std::uint64_t value, std::string& out) {
  AppendBigEndian(value, out);
}

inline std::optional<std::uint16_t> TakeU16(std::string_view& in) {
  return TakeBigEndian<std::uint16_t>(in);
}
inline std::optional<std::uint32_t> TakeU32(std::string_view& in) {
  return TakeBigEndian<std::uint32_t>(in);
}
inline std::optional<std::uint64_t> TakeU64(std::string_view& in) {
  return TakeBigEndian<std::uint64_t>(in);
}

}  // namespace tanji::ledger
