// Random numbers that are the same on every machine for the same seed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::crash {

// A stream of numbers named by (seed, purpose, number): streams of different names are
// independent, so that what one consumes does not shift another.
class Random {
 public:
  Random(std::uint64_t seed, std::string_view purpose, std::uint64_t number)
      : state_(crypto::Sha256({Digits(seed), "/", purpose, "/", Digits(number)})) {}

  std::uint64_t Next() {
    state_ = crypto::Sha256(state_.view());
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | state_.bytes[static_cast<std::size_t>(i)];
    return value;
  }
  // lowest <= result <= highest. The bias of the remainder does not matter here.
  std::uint64_t Between(std::uint64_t lowest, std::uint64_t highest) {
    return lowest + Next() % (highest - lowest + 1);
  }
  bool Percent(unsigned percent) { return Next() % 100 < percent; }

 private:
  static std::string Digits(std::uint64_t value) { return std::to_string(value); }
  crypto::Hash state_;
};

}  // namespace tanji::crash
