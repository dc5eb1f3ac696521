// Random messages of any type, made by reflection.
#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <random>

namespace tanji::crypto {

// Fills an empty message with declared values only; extreme values are frequent. `depth_left`
// bounds how deep messages nest.
void FillAtRandom(google::protobuf::Message& message, std::mt19937_64& random, int depth_left);

// A number below `bound`; the same on every standard library, as the distributions are not.
inline std::uint64_t Below(std::mt19937_64& random, std::uint64_t bound) {
  return random() % bound;
}

}  // namespace tanji::crypto
