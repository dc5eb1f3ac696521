// A store as it would be if some of its bytes had been altered: reads go through hooks.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ledger/storage/store.h"

namespace tanji::testing_support {

// Each hook may change what was read; an empty one changes nothing.
struct Tampering {
  std::function<void(std::uint64_t index, std::string& entry)> entry;
  std::function<void(std::uint8_t level, std::uint64_t index, crypto::Hash& hash)> hash;
  std::function<void(const crypto::Hash& id, std::optional<std::uint64_t>& index)> id;
  // Of all records, in key order.
  std::function<void(std::vector<std::pair<std::string, std::string>>& records)> state;
  std::function<void(std::uint64_t index, std::optional<std::string>& detail)> detail;
  std::function<void(std::optional<std::string>& tip)> tip;
  std::function<void(std::string& file)> genesis;
};

class TamperedView final : public ledger::StoreView {
 public:
  TamperedView(const ledger::StoreView& below, const Tampering& tampering)
      : below_(below), tampering_(tampering) {}

  std::optional<std::string> Get(std::string_view key) const override { return below_.Get(key); }

  absl::Status ScanState(
      std::string_view first,
      const std::function<bool(std::string_view, std::string_view)>& visit) const override {
    std::vector<std::pair<std::string, std::string>> records;
    const auto status = below_.ScanState(first, [&](std::string_view key, std::string_view record) {
      records.emplace_back(key, record);
      return true;
    });
    if (tampering_.state) tampering_.state(records);
    for (const auto& [key, record] : records) {
      if (!visit(key, record)) break;
    }
    return status;
  }

  absl::StatusOr<std::vector<std::string>> ReadEntries(std::uint64_t first,
                                                       std::uint64_t count) const override {
    auto entries = below_.ReadEntries(first, count);
    if (!entries.ok() || !tampering_.entry) return entries;
    for (std::size_t i = 0; i < entries->size(); ++i) tampering_.entry(first + i, (*entries)[i]);
    return entries;
  }

  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(std::uint8_t level, std::uint64_t first,
                                                       std::uint64_t count) const override {
    auto hashes = below_.ReadHashes(level, first, count);
    if (!hashes.ok() || !tampering_.hash) return hashes;
    for (std::size_t i = 0; i < hashes->size(); ++i) {
      tampering_.hash(level, first + i, (*hashes)[i]);
    }
    return hashes;
  }

  absl::StatusOr<std::optional<std::uint64_t>> FindId(const crypto::Hash& id) const override {
    auto index = below_.FindId(id);
    if (index.ok() && tampering_.id) tampering_.id(id, *index);
    return index;
  }

  absl::StatusOr<std::optional<std::string>> ReadDetail(std::uint64_t index) const override {
    auto detail = below_.ReadDetail(index);
    if (detail.ok() && tampering_.detail) tampering_.detail(index, *detail);
    return detail;
  }

  absl::StatusOr<std::optional<std::string>> ReadTip() const override {
    auto tip = below_.ReadTip();
    if (tip.ok() && tampering_.tip) tampering_.tip(*tip);
    return tip;
  }

 private:
  const ledger::StoreView& below_;
  const Tampering& tampering_;
};

// Read-only. Both arguments must outlive it.
class TamperedStore final : public ledger::Store {
 public:
  TamperedStore(const ledger::Store& below, const Tampering& tampering)
      : below_(below), tampering_(tampering), view_(below.Now(), tampering) {}

  absl::Status WriteBlock(const ledger::BlockWrite&) override { return ReadOnly(); }
  absl::Status WriteGenesis(std::string_view) override { return ReadOnly(); }
  absl::StatusOr<std::string> ReadGenesis() const override {
    auto file = below_.ReadGenesis();
    if (file.ok() && tampering_.genesis) tampering_.genesis(*file);
    return file;
  }
  const ledger::StoreView& Now() const override { return view_; }
  std::shared_ptr<const ledger::StoreView> Snapshot() const override {
    return std::make_shared<TamperedView>(below_.Now(), tampering_);
  }
  std::vector<std::pair<std::string, std::uint64_t>> SizeBytes() const override { return {}; }
  absl::Status VerifyFiles() const override { return below_.VerifyFiles(); }
  const std::string& recovery_note() const override { return below_.recovery_note(); }

 private:
  static absl::Status ReadOnly() { return absl::FailedPreconditionError("read-only"); }

  const ledger::Store& below_;
  const Tampering& tampering_;
  TamperedView view_;
};

}  // namespace tanji::testing_support
