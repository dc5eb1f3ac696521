// The part of fsck that goes through the log once, block by block. See fsck.h.
#pragma once

#include <absl/status/status.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "crypto/log/log_tree.h"
#include "ledger/engine/envelope.h"
#include "ledger/engine/window.h"
#include "ledger/state/overlay.h"
#include "ledger/storage/store.h"
#include "node/audit/block_walk.h"
#include "tanji/v1/storage.pb.h"

namespace tanji::node {

// The records of the window of ids, as they follow from the log alone.
class WindowState final : public ledger::StateWriter {
 public:
  std::optional<std::string> Get(std::string_view key) const override;
  void Put(std::string key, std::string record) override;
  void Delete(std::string key) override;
  const std::map<std::string, std::string, std::less<>>& records() const { return records_; }

 private:
  std::map<std::string, std::string, std::less<>> records_;
};

class LogCheck {
 public:
  // `flags` are those of the newest block: they only ever grow.
  LogCheck(const ledger::StoreView& view, std::string chain_id, ledger::Flags flags)
      : view_(view), chain_id_(std::move(chain_id)), flags_(std::move(flags)) {}

  // The next block of the log.
  absl::Status Take(const StoredBlock& block);
  // After the last one: the log ends here, and what is stored of its end agrees.
  absl::Status Finish(const v1::Tip& tip) const;

  const v1::BlockHeader& last_header() const { return header_; }
  const WindowState& window_records() const { return window_records_; }
  std::uint64_t transactions() const { return transactions_; }
  std::uint64_t blocks() const { return blocks_; }

 private:
  absl::Status CheckHeader(const StoredBlock& block) const;
  absl::Status CheckHashes(const StoredBlock& block);
  absl::Status CheckTransaction(std::uint64_t index, const std::string& bytes, crypto::Hash& id);
  absl::Status CheckReceipt(std::uint64_t index, const v1::Receipt& receipt, int operations) const;

  const ledger::StoreView& view_;
  const std::string chain_id_;
  const ledger::Flags flags_;

  crypto::Frontier frontier_;
  v1::BlockHeader header_;
  WindowState window_records_;
  ledger::IdWindow window_;
  std::uint64_t transactions_ = 0;
  std::uint64_t blocks_ = 0;
};

}  // namespace tanji::node
