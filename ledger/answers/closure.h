// The closure of a question: the keys that its answer asks for.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/state/reader.h"

namespace tanji::ledger {

// Records the keys asked for, present or absent: used by the node that proves them.
class RecordingReader final : public StateReader {
 public:
  explicit RecordingReader(const StateReader& below) : below_(&below) {}
  std::optional<std::string> Get(std::string_view key) const override {
    keys_.emplace(key);
    return below_->Get(key);
  }
  // Ascending, each once.
  std::vector<std::string> keys() const { return {keys_.begin(), keys_.end()}; }

 private:
  const StateReader* below_;
  mutable std::set<std::string, std::less<>> keys_;
};

// Answers from proved records alone, and sees to it that they are exactly the closure.
class ProvedReader final : public StateReader {
 public:
  using Records = std::map<std::string, std::optional<std::string>, std::less<>>;
  // Unwinds an answer that asks for a key the bundle does not prove; caught by the verifier.
  struct RecordMissing {
    std::string key;
  };

  explicit ProvedReader(const Records& records) : records_(&records) {}
  std::optional<std::string> Get(std::string_view key) const override {
    const auto it = records_->find(key);
    if (it == records_->end()) throw RecordMissing{std::string(key)};
    asked_.insert(it->first);
    return it->second;
  }
  // A key that was proved and never asked for.
  std::optional<std::string> FirstUnused() const {
    for (const auto& [key, record] : *records_) {
      if (!asked_.contains(key)) return key;
    }
    return std::nullopt;
  }

 private:
  const Records* records_;
  mutable std::set<std::string_view> asked_;
};

}  // namespace tanji::ledger
