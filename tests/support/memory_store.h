// A store in memory for tests of what lies above storage: the same contract as the one on disk,
// which tests/ledger/storage/store_contract_test.cc holds both to.
#pragma once

#include <absl/status/status.h>

#include <atomic>
#include <cassert>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/storage/store.h"

namespace tanji::ledger {

// What a MemoryStore holds at one moment. Immutable once shared.
struct MemoryStoreData {
  std::optional<std::string> genesis;
  std::optional<std::string> tip;
  std::vector<std::string> entries;
  std::map<std::pair<std::uint8_t, std::uint64_t>, crypto::Hash> hashes;
  std::map<crypto::Hash, std::uint64_t> ids;
  std::map<std::string, std::string, std::less<>> state;
  std::map<std::uint64_t, std::string> details;
};

class MemoryView final : public StoreView {
 public:
  using Source = std::function<std::shared_ptr<const MemoryStoreData>()>;
  // `source` is asked at every call: one that answers with the newest data makes a newest view.
  explicit MemoryView(Source source) : source_(std::move(source)) {}

  std::optional<std::string> Get(std::string_view key) const override {
    const auto data = source_();
    const auto it = data->state.find(key);
    return it != data->state.end() ? std::optional(it->second) : std::nullopt;
  }

  absl::Status ScanState(std::string_view first,
                         const std::function<bool(std::string_view key, std::string_view record)>&
                             visit) const override {
    const auto data = source_();
    for (auto it = data->state.lower_bound(first); it != data->state.end(); ++it) {
      if (!visit(it->first, it->second)) break;
    }
    return absl::OkStatus();
  }

  absl::StatusOr<std::vector<std::string>> ReadEntries(std::uint64_t first_index,
                                                       std::uint64_t count) const override {
    const auto data = source_();
    std::vector<std::string> entries;
    for (std::uint64_t i = first_index; i < data->entries.size() && entries.size() < count; ++i) {
      entries.push_back(data->entries[i]);
    }
    return entries;
  }

  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(std::uint8_t level,
                                                       std::uint64_t first_index,
                                                       std::uint64_t count) const override {
    const auto data = source_();
    std::vector<crypto::Hash> hashes;
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto it = data->hashes.find({level, first_index + i});
      if (it == data->hashes.end()) return absl::NotFoundError("no such hash");
      hashes.push_back(it->second);
    }
    return hashes;
  }

  absl::StatusOr<std::optional<std::uint64_t>> FindId(const crypto::Hash& id) const override {
    const auto data = source_();
    const auto it = data->ids.find(id);
    return it != data->ids.end() ? std::optional(it->second) : std::nullopt;
  }

  absl::StatusOr<std::optional<std::string>> ReadDetail(std::uint64_t index) const override {
    const auto data = source_();
    const auto it = data->details.find(index);
    return it != data->details.end() ? std::optional(it->second) : std::nullopt;
  }

  absl::StatusOr<std::optional<std::string>> ReadTip() const override { return source_()->tip; }

 private:
  Source source_;
};

// Thread-safe, as Store asks.
class MemoryStore final : public Store {
 public:
  absl::Status WriteBlock(const BlockWrite& block) override {
    if (auto status = CheckWritable(); !status.ok()) return status;
    const std::lock_guard lock(mutex_);
    MemoryStoreData& data = Writable();
    assert(block.entries.empty() || block.first_entry_index == data.entries.size());
    data.entries.insert(data.entries.end(), block.entries.begin(), block.entries.end());
    for (const auto& hash : block.hashes) data.hashes[{hash.level, hash.index}] = hash.hash;
    for (const auto& [id, index] : block.ids) data.ids[id] = index;
    for (const auto& [key, record] : block.state) {
      if (record) {
        data.state.insert_or_assign(key, *record);
      } else {
        data.state.erase(key);
      }
    }
    data.details.erase(data.details.begin(), data.details.lower_bound(block.details_below));
    for (const auto& [index, detail] : block.details) data.details[index] = detail;
    data.tip = block.tip;
    return absl::OkStatus();
  }

  absl::Status WriteGenesis(std::string_view file) override {
    if (auto status = CheckWritable(); !status.ok()) return status;
    const std::lock_guard lock(mutex_);
    MemoryStoreData& data = Writable();
    if (data.genesis || data.tip) return absl::AlreadyExistsError("the ledger has begun");
    data.genesis = std::string(file);
    return absl::OkStatus();
  }

  absl::StatusOr<std::string> ReadGenesis() const override {
    const auto data = Current();
    if (!data->genesis) return absl::NotFoundError("no genesis file");
    return *data->genesis;
  }

  const StoreView& Now() const override { return now_; }
  std::shared_ptr<const StoreView> Snapshot() const override {
    return std::make_shared<const MemoryView>([data = Current()] { return data; });
  }

  std::vector<std::pair<std::string, std::uint64_t>> SizeBytes() const override { return {}; }
  absl::Status VerifyFiles() const override { return absl::OkStatus(); }
  const std::string& recovery_note() const override { return recovery_note_; }

  // A store of its own with the same content, which is shared until one of the two is written to.
  std::shared_ptr<MemoryStore> Copy() const {
    auto copy = std::make_shared<MemoryStore>();
    const std::lock_guard lock(mutex_);
    copy->data_ = data_;
    return copy;
  }

  // Makes the next write fail, and with it every later one, as a disk would.
  void FailNextWrite() { fail_next_ = true; }

 private:
  absl::Status CheckWritable() {
    if (failed_) return absl::FailedPreconditionError("an earlier write failed");
    if (!fail_next_) return absl::OkStatus();
    failed_ = true;
    return absl::UnknownError("injected");
  }

  std::shared_ptr<const MemoryStoreData> Current() const {
    const std::lock_guard lock(mutex_);
    return data_;
  }
  // The data to change, under the lock: a copy if a snapshot or a reader still looks at it.
  MemoryStoreData& Writable() {
    if (data_.use_count() > 1) data_ = std::make_shared<MemoryStoreData>(*data_);
    return *data_;
  }

  mutable std::mutex mutex_;
  std::shared_ptr<MemoryStoreData> data_ = std::make_shared<MemoryStoreData>();
  MemoryView now_{[this] { return Current(); }};
  std::atomic<bool> fail_next_ = false;
  std::atomic<bool> failed_ = false;
  std::string recovery_note_;
};

}  // namespace tanji::ledger
