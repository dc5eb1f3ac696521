// A reader that counts what is read through it: the closure of an answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "ledger/state/reader.h"

namespace tanji::ledger {

// What an answer reads, each key once. Bytes are those of keys and records.
struct Closure {
  std::uint32_t records = 0;
  std::size_t bytes = 0;
};

// Not thread-safe: one for each answer.
class ClosureCounter final : public StateReader {
 public:
  explicit ClosureCounter(const StateReader& below) : below_(below) {}
  std::optional<std::string> Get(std::string_view key) const override {
    auto record = below_.Get(key);
    if (keys_.emplace(key).second) bytes_ += key.size() + (record ? record->size() : 0);
    return record;
  }
  Closure closure() const { return {static_cast<std::uint32_t>(keys_.size()), bytes_}; }

 private:
  const StateReader& below_;
  mutable std::set<std::string> keys_;
  mutable std::size_t bytes_ = 0;
};

}  // namespace tanji::ledger
