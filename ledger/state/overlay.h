// Writes that lie above a reader: one layer per operation, transaction and block.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/state/reader.h"

namespace tanji::ledger {

// Ordered, so that everything derived from it has one order. nullopt: deleted.
using ChangeSet = std::map<std::string, std::optional<std::string>, std::less<>>;

// Not thread-safe. `below` must outlive it.
class Overlay final : public StateWriter {
 public:
  explicit Overlay(const StateReader& below) : below_(&below) {}
  // Not copyable: `Overlay b(a)` with an Overlay `a` would copy it where a layer above is meant.
  Overlay(const Overlay&) = delete;
  Overlay& operator=(const Overlay&) = delete;

  std::optional<std::string> Get(std::string_view key) const override;
  void Put(std::string key, std::string record) override;
  void Delete(std::string key) override;

  const ChangeSet& changes() const { return changes_; }
  ChangeSet TakeChanges() { return std::exchange(changes_, {}); }
  const StateReader& below() const { return *below_; }

  // Applies this layer's writes to another one, normally the one below.
  void MergeInto(StateWriter& target) &&;

 private:
  const StateReader* below_;
  ChangeSet changes_;
};

// Counts the keys asked for, so that the bound on reads is the same on every machine.
class CountingReader final : public StateReader {
 public:
  explicit CountingReader(const StateReader& below) : below_(&below) {}
  std::optional<std::string> Get(std::string_view key) const override {
    ++count_;
    return below_->Get(key);
  }
  std::size_t count() const { return count_; }

 private:
  const StateReader* below_;
  mutable std::size_t count_ = 0;
};

}  // namespace tanji::ledger
