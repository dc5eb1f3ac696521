#include "tests/crash/journal.h"

#include <algorithm>
#include <optional>

#include "crypto/hash/hex.h"
#include "crypto/log/log_tree.h"
#include "crypto/note/tlog_proof.h"
#include "tanji/v1/log.pb.h"
#include "tests/crash/client.h"
#include "tests/crash/fail.h"
#include "tests/crash/node.h"

namespace tanji::crash {

void Journal::Sent(const Item& item) {
  const std::lock_guard lock(mutex_);
  sent_.insert(item.id);
}

bool Journal::WasSent(const crypto::Hash& id) const {
  const std::lock_guard lock(mutex_);
  return sent_.count(id) > 0;
}

bool Journal::Answered(const Item& item, const v1::SubmitResult& result, bool wait_for_quorum) {
  if (result.fate() == v1::FATE_DROPPED && result.code() == v1::CODE_QUEUE_FULL) return false;
  Require(result.transaction_id() == item.id.view(), "the answer to transaction {} is about {}",
          item.id.Hex(), crypto::ToHex(result.transaction_id()));
  if (item.dropped != v1::CODE_OK) {
    CheckDropped(item, result);
    return true;
  }
  const Acknowledged now = Read(item, result, wait_for_quorum);
  const std::lock_guard lock(mutex_);
  const auto [at, is_new] = acknowledged_.emplace(item.id, now);
  if (is_new) {
    new_acknowledged_.push_back(item.id);
    ++codes_[now.code];
    largest_size_ = std::max(largest_size_, now.index + 1);
    return true;
  }
  ++repeated_count_;
  const Acknowledged& before = at->second;
  Require(before.index == now.index && before.leaf_hash == now.leaf_hash && before.code == now.code,
          "transaction {} was answered with entry {} ({}), and later with entry {} ({})",
          item.id.Hex(), before.index, v1::Code_Name(before.code), now.index,
          v1::Code_Name(now.code));
  return true;
}

void Journal::CheckDropped(const Item& item, const v1::SubmitResult& result) {
  Require(result.fate() == v1::FATE_DROPPED && result.code() == item.dropped &&
              !result.has_index() && result.entry().empty(),
          "transaction {} is to be dropped with {}, but: {}", item.id.Hex(),
          v1::Code_Name(item.dropped), result.ShortDebugString());
  const std::lock_guard lock(mutex_);
  ++dropped_count_;
}

Acknowledged Journal::Read(const Item& item, const v1::SubmitResult& result, bool wait_for_quorum) {
  Require(result.fate() != v1::FATE_DROPPED, "transaction {} is to be logged, but was dropped: {}",
          item.id.Hex(), result.ShortDebugString());
  v1::LogEntry entry;
  Require(result.has_index() && entry.ParseFromString(result.entry()) && entry.has_transaction(),
          "the answer to transaction {} names no entry: {}", item.id.Hex(),
          result.ShortDebugString());
  v1::Transaction logged, sent;
  Require(logged.ParseFromString(entry.transaction().transaction()) &&
              sent.ParseFromString(item.bytes) && logged.body() == sent.body(),
          "the entry given for transaction {} holds another", item.id.Hex());
  const auto& receipt = entry.transaction().receipt();
  Require(receipt.code() == result.code() &&
              receipt.has_refused_operation() == result.has_refused_operation() &&
              receipt.refused_operation() == result.refused_operation() &&
              (result.fate() == v1::FATE_APPLIED) == (result.code() == v1::CODE_OK),
          "the answer to transaction {} is {{{}}}, its entry says {{{}}}", item.id.Hex(),
          result.ShortDebugString(), receipt.ShortDebugString());
  if (wait_for_quorum) CheckLogProof(item, result);
  return {item.number, result.index(), crypto::LeafHash(result.entry()), result.code()};
}

void Journal::CheckLogProof(const Item& item, const v1::SubmitResult& result) {
  const auto proved = crypto::VerifyTlogProof(result.log_proof(), crypto::LeafHash(result.entry()),
                                              *policy_, kChainId);
  Require(proved.ok(), "the proof of transaction {} does not hold ({}):\n{}", item.id.Hex(),
          proved.ok() ? "" : crypto::ToString(proved.fault()), result.log_proof());
  Require(proved->index == result.index(), "the proof of transaction {} is of entry {}, not of {}",
          item.id.Hex(), proved->index, result.index());
  RecordCheckpoint(proved->log.checkpoint.size, proved->log.checkpoint.root);
}

void Journal::SawCheckpoint(const std::string& note) {
  const auto checkpoint = CheckNote(note, *policy_);
  RecordCheckpoint(checkpoint.size, checkpoint.root);
}

void Journal::RecordCheckpoint(std::uint64_t size, const crypto::Hash& root) {
  const std::lock_guard lock(mutex_);
  const auto [at, is_new] = checkpoints_.emplace(size, root);
  Require(at->second == root, "two signed roots for a log of {} entries: {} and {}", size,
          at->second.Hex(), root.Hex());
  if (is_new) new_checkpoints_.emplace(size, root);
  largest_size_ = std::max(largest_size_, size);
}

std::unordered_map<crypto::Hash, Acknowledged> Journal::acknowledged() const {
  const std::lock_guard lock(mutex_);
  return acknowledged_;
}

std::map<std::uint64_t, crypto::Hash> Journal::checkpoints() const {
  const std::lock_guard lock(mutex_);
  return checkpoints_;
}

std::vector<std::pair<crypto::Hash, Acknowledged>> Journal::TakeNewAcknowledged() {
  const std::lock_guard lock(mutex_);
  std::vector<std::pair<crypto::Hash, Acknowledged>> taken;
  for (const auto& id : new_acknowledged_) taken.emplace_back(id, acknowledged_.at(id));
  new_acknowledged_.clear();
  return taken;
}

std::map<std::uint64_t, crypto::Hash> Journal::TakeNewCheckpoints() {
  const std::lock_guard lock(mutex_);
  return std::exchange(new_checkpoints_, {});
}

std::uint64_t Journal::LargestSize() const {
  const std::lock_guard lock(mutex_);
  return largest_size_;
}

std::uint64_t Journal::dropped_count() const {
  const std::lock_guard lock(mutex_);
  return dropped_count_;
}

std::uint64_t Journal::repeated_count() const {
  const std::lock_guard lock(mutex_);
  return repeated_count_;
}

std::uint64_t Journal::code_count(v1::Code code) const {
  const std::lock_guard lock(mutex_);
  const auto found = codes_.find(code);
  return found == codes_.end() ? 0 : found->second;
}

}  // namespace tanji::crash
