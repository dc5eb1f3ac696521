// Numbers that follow from a seed, the same everywhere (SplitMix64).
#pragma once

#include <cstdint>
#include <iterator>
#include <vector>

namespace tanji::property {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t Next() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  // 0 to count - 1; count is not 0.
  std::size_t Below(std::size_t count) { return static_cast<std::size_t>(Next() % count); }
  std::int64_t Between(std::int64_t lowest, std::int64_t highest) {
    return lowest +
           static_cast<std::int64_t>(Next() % static_cast<std::uint64_t>(highest - lowest + 1));
  }
  bool Percent(unsigned percent) { return Next() % 100 < percent; }

  // One of what is there; it is not empty.
  template <class List>
  const auto& Pick(const List& list) {
    return *std::next(std::begin(list), static_cast<std::ptrdiff_t>(Below(std::size(list))));
  }
  template <class Item>
  Item Pick(std::initializer_list<Item> list) {
    return *(list.begin() + Below(list.size()));
  }

 private:
  std::uint64_t state_;
};

}  // namespace tanji::property
