// What the log must mean, told a second time and as plainly as possible: read entry by entry, it
// says what every receipt has to be and what the state has to hold. A value; not thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "crypto/hash/hash.h"
#include "crypto/log/log_tree.h"
#include "tanji/v1/log.pb.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::crash {

// What the operations of the workload write.
struct ModelState {
  // SHA-256 of the document -> who registered it.
  std::map<crypto::Hash, std::string> documents;
  // Id -> number of keys.
  std::map<std::string, std::uint32_t> participants;
  // Key id -> `participants/{id}`.
  std::map<crypto::Hash, std::string> keys;
};

struct LoggedTransaction {
  std::uint64_t index = 0;
  crypto::Hash leaf_hash;
  v1::Receipt receipt;
};

class Model {
 public:
  // The genesis holds one participant with one key. `was_sent` says whether anybody submitted a
  // transaction of this id.
  Model(const crypto::Hash& operator_key_id, std::function<bool(const crypto::Hash&)> was_sent);

  // The next entry, as the node gave it. Fails where it cannot be what comes next: another form,
  // a transaction twice or that nobody sent, a receipt that does not follow from what is there, a
  // block entry that does not close its block.
  void Append(const std::string& entry);

  std::uint64_t size() const { return frontier_.size(); }
  // Every checkpoint is made at the end of a block. nullopt: no block ends at this size.
  std::optional<crypto::Hash> RootAt(std::uint64_t size) const;
  const LoggedTransaction* Find(const crypto::Hash& id) const;
  const ModelState& state() const { return state_; }

 private:
  void AppendTransaction(std::uint64_t index, const std::string& entry,
                         const v1::TransactionEntry& transaction);
  void CheckBlockEntry(std::uint64_t index, const v1::BlockHeader& block);
  // What must come of the body: the state after it, or the receipt of its refusal.
  v1::Receipt Run(const v1::TransactionBody& body, ModelState& state) const;

  const std::function<bool(const crypto::Hash&)> was_sent_;
  crypto::Frontier frontier_;
  std::map<std::uint64_t, crypto::Hash> roots_;
  std::unordered_map<crypto::Hash, LoggedTransaction> transactions_;
  ModelState state_;
  std::uint64_t first_of_block_ = 1;
  std::uint64_t height_ = 0;
  std::int64_t time_ms_ = 0;
};

}  // namespace tanji::crash
