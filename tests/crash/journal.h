// Everything the node has ever said, kept outside it: what it says later is held against this.
// Thread-safe.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/note/policy.h"
#include "tanji/v1/transaction_service.pb.h"
#include "tests/crash/workload.h"

namespace tanji::crash {

// An answer that must stay true for ever.
struct Acknowledged {
  std::uint64_t number = 0;  // of the transaction in the workload
  std::uint64_t index = 0;
  crypto::Hash leaf_hash;  // of the entry
  v1::Code code = v1::CODE_OK;
};

class Journal {
 public:
  void SetPolicy(crypto::Policy policy) { policy_ = std::move(policy); }
  const crypto::Policy& policy() const { return *policy_; }

  // The item is on its way: from now on it may be in the log.
  void Sent(const Item& item);
  bool WasSent(const crypto::Hash& id) const;

  // The node's result for an item. Fails where it contradicts the item, itself, or an earlier
  // result. False: the node was too busy; send it again.
  bool Answered(const Item& item, const v1::SubmitResult& result, bool wait_for_quorum);
  // A signed note that the node gave out. Fails if it does not hold, or if there are two roots for
  // one size.
  void SawCheckpoint(const std::string& note);

  // Copies, so that they can be looked at while answers come in.
  std::unordered_map<crypto::Hash, Acknowledged> acknowledged() const;
  std::map<std::uint64_t, crypto::Hash> checkpoints() const;
  // Those that were not checked yet; the caller is about to.
  std::vector<std::pair<crypto::Hash, Acknowledged>> TakeNewAcknowledged();
  std::map<std::uint64_t, crypto::Hash> TakeNewCheckpoints();

  // The size of the largest checkpoint, or of the log up to the largest index that was named.
  std::uint64_t LargestSize() const;
  std::uint64_t dropped_count() const;
  std::uint64_t repeated_count() const;
  std::uint64_t code_count(v1::Code code) const;

 private:
  void CheckDropped(const Item& item, const v1::SubmitResult& result);
  Acknowledged Read(const Item& item, const v1::SubmitResult& result, bool wait_for_quorum);
  void CheckLogProof(const Item& item, const v1::SubmitResult& result);
  void RecordCheckpoint(std::uint64_t size, const crypto::Hash& root);

  std::optional<crypto::Policy> policy_;
  mutable std::mutex mutex_;
  std::unordered_set<crypto::Hash> sent_;
  std::unordered_map<crypto::Hash, Acknowledged> acknowledged_;
  std::vector<crypto::Hash> new_acknowledged_;
  std::map<std::uint64_t, crypto::Hash> checkpoints_, new_checkpoints_;
  std::map<v1::Code, std::uint64_t> codes_;
  std::uint64_t largest_size_ = 0;
  std::uint64_t dropped_count_ = 0;
  std::uint64_t repeated_count_ = 0;
};

}  // namespace tanji::crash
