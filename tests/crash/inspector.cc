#include "tests/crash/inspector.h"

#include <algorithm>

#include "crypto/hash/hex.h"
#include "crypto/log/log_tree.h"
#include "crypto/log/verify.h"
#include "tests/crash/fail.h"
#include "tests/crash/random.h"

namespace tanji::crash {
namespace {

constexpr std::uint32_t kEntriesPerCall = 1'000;
constexpr std::uint32_t kPageSize = 1'000;
constexpr std::size_t kConsistencyProofs = 40;
constexpr std::size_t kQueries = 40;

// At most `count` of `all`, drawn without repetition.
template <class T>
std::vector<T> Sample(std::vector<T> all, std::size_t count, Random random) {
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i) {
    std::swap(all[i], all[random.Between(i, all.size() - 1)]);
  }
  all.resize(std::min(count, all.size()));
  return all;
}

template <class Map>
std::vector<typename Map::key_type> KeysOf(const Map& map) {
  std::vector<typename Map::key_type> keys;
  for (const auto& row : map) keys.push_back(row.first);
  return keys;
}

std::string DocumentName(const crypto::Hash& sha256) {
  return "documents/" + sha256.Hex();
}

}  // namespace

void Inspector::AfterStart(const std::vector<Item>& unanswered, std::uint64_t run) {
  ReadNewEntries();
  CheckNewestCheckpoint();
  const auto new_checkpoints = journal_.TakeNewCheckpoints();
  CheckRoots(new_checkpoints);
  for (const auto& [id, acknowledged] : journal_.TakeNewAcknowledged()) {
    CheckAcknowledged(id, acknowledged);
  }
  // Those of this run and some of all others.
  const Random random(model_.size(), "inspect", run);
  for (const auto& checkpoints : {new_checkpoints, journal_.checkpoints()}) {
    for (const auto size : Sample(KeysOf(checkpoints), kConsistencyProofs, random)) {
      CheckConsistency(size, checkpoints.at(size));
    }
  }
  for (const auto& id : Sample(KeysOf(journal_.acknowledged()), kQueries, random)) {
    CheckByQuery(id);
  }
  for (const auto& item : unanswered) {
    CheckByQuery(item.id);
    CheckDocumentsOf(item);
  }
}

void Inspector::Whole() {
  CheckAllEntries();
  CheckRoots(journal_.checkpoints());
  for (const auto& [id, acknowledged] : journal_.acknowledged()) {
    CheckAcknowledged(id, acknowledged);
  }
  CheckAllDocuments();
  CheckAllParticipants();
}

std::vector<std::string> Inspector::ReadEntries(std::uint64_t first, std::uint64_t end) {
  std::vector<std::string> entries;
  while (first + entries.size() < end) {
    v1::GetEntriesRequest request;
    request.set_first_index(first + entries.size());
    request.set_count(static_cast<std::uint32_t>(
        std::min<std::uint64_t>(kEntriesPerCall, end - request.first_index())));
    const auto response =
        Ask("GetEntries", *client_.log, &v1::LogService::Stub::GetEntries, request);
    Require(response->first_index() == request.first_index() && response->entries_size() > 0,
            "GetEntries from {} on gave {} entries from {} on, in a log of {}",
            request.first_index(), response->entries_size(), response->first_index(), end);
    entries.insert(entries.end(), response->entries().begin(), response->entries().end());
  }
  return entries;
}

void Inspector::ReadNewEntries() {
  const auto status =
      Ask("GetStatus", *client_.node, &v1::NodeService::Stub::GetStatus, v1::GetStatusRequest());
  const std::uint64_t size = status->log_size();
  Require(size >= journal_.LargestSize(), "the log has {} entries, the node spoke of {}", size,
          journal_.LargestSize());
  Require(size >= model_.size(), "the log has {} entries, it had {} when it was last checked", size,
          model_.size());
  for (const auto& entry : ReadEntries(model_.size(), size)) model_.Append(entry);
  const auto root = model_.RootAt(size);
  Require(root && root->view() == status->log_root(),
          "the entries lead to the root {}, the node says {}", root ? root->Hex() : "of no block",
          crypto::ToHex(status->log_root()));
}

void Inspector::CheckNewestCheckpoint() {
  v1::GetCheckpointRequest request;
  request.set_min_size(model_.size());
  const auto response =
      Ask("GetCheckpoint", *client_.log, &v1::LogService::Stub::GetCheckpoint, request);
  journal_.SawCheckpoint(response->checkpoint());
  const auto checkpoint = CheckNote(response->checkpoint(), journal_.policy());
  Require(checkpoint.size == model_.size(), "the newest checkpoint is of {} entries, not of {}",
          checkpoint.size, model_.size());
}

void Inspector::CheckRoots(const std::map<std::uint64_t, crypto::Hash>& checkpoints) {
  for (const auto& [size, root] : checkpoints) {
    const auto expected = model_.RootAt(size);
    Require(expected.has_value(), "a checkpoint of {} entries was signed, where no block ends",
            size);
    Require(*expected == root, "a checkpoint of {} entries has the root {}, the log has {}", size,
            root.Hex(), expected->Hex());
  }
}

// By the proof alone, as a client would: that the log as it is now continues the one it was.
void Inspector::CheckConsistency(std::uint64_t old_size, const crypto::Hash& old_root) {
  const std::uint64_t new_size = model_.size();
  v1::GetConsistencyProofRequest request;
  request.set_old_size(old_size);
  request.set_new_size(new_size);
  const auto response =
      Ask("GetConsistencyProof", *client_.log, &v1::LogService::Stub::GetConsistencyProof, request);
  std::vector<crypto::Hash> proof;
  for (const auto& bytes : response->hashes()) {
    const auto hash = crypto::Hash::FromBytes(bytes);
    Require(hash.has_value(), "a consistency proof holds {} bytes as a hash", bytes.size());
    proof.push_back(*hash);
  }
  const auto check =
      crypto::VerifyConsistency(old_size, old_root, new_size, *model_.RootAt(new_size), proof);
  Require(check == crypto::ProofCheck::kHolds,
          "the proof that the log of {} entries continues that of {} does not hold: {}", new_size,
          old_size, crypto::ToString(check));
}

void Inspector::CheckAcknowledged(const crypto::Hash& id, const Acknowledged& acknowledged) {
  const auto* const logged = model_.Find(id);
  Require(logged != nullptr, "transaction {} was acknowledged at index {}, and is lost", id.Hex(),
          acknowledged.index);
  Require(logged->index == acknowledged.index && logged->leaf_hash == acknowledged.leaf_hash,
          "transaction {} was acknowledged at index {}, the log has it at {}, {}", id.Hex(),
          acknowledged.index, logged->index,
          logged->leaf_hash == acknowledged.leaf_hash ? "alike" : "with another entry");
}

// That the node finds the transaction by its id where the log has it, or says that it is not there.
void Inspector::CheckByQuery(const crypto::Hash& id) {
  const auto* const logged = model_.Find(id);
  v1::GetTransactionRequest request;
  request.set_transaction_id(id.str());
  const auto response =
      Ask("GetTransaction", *client_.transactions, &v1::TransactionService::Stub::GetTransaction,
          request, MayBeAbsent::kYes);
  Require(response.has_value() == (logged != nullptr),
          "transaction {} is {}found, the log has it{}", id.Hex(), response ? "" : "not ",
          logged != nullptr ? "" : " not");
  if (!response) return;
  const auto& result = response->result();
  Require(result.index() == logged->index &&
              crypto::LeafHash(result.entry()) == logged->leaf_hash &&
              result.code() == logged->receipt.code(),
          "transaction {} is found at index {}, the log has it at {}", id.Hex(), result.index(),
          logged->index);
}

void Inspector::CheckDocumentsOf(const Item& item) {
  v1::Transaction transaction;
  v1::TransactionBody body;
  Require(transaction.ParseFromString(item.bytes) && body.ParseFromString(transaction.body()),
          "the loop's own transaction cannot be read");
  for (const auto& operation : body.operations()) {
    if (!operation.has_register_document()) continue;
    const auto hash = *crypto::Hash::FromBytes(operation.register_document().sha256());
    const auto expected = model_.state().documents.find(hash);
    v1::GetDocumentRequest request;
    request.set_name(DocumentName(hash));
    const auto response = Ask("GetDocument", *client_.evidence,
                              &v1::EvidenceService::Stub::GetDocument, request, MayBeAbsent::kYes);
    const bool there = expected != model_.state().documents.end();
    Require(response.has_value() == there, "{} of transaction {} is {}there; by the log it is {}",
            request.name(), item.id.Hex(), response ? "" : "not ", there ? "there" : "not");
    Require(!there || response->document().registered_by() == expected->second,
            "{} is registered by {}, by the log {} did", request.name(),
            there ? response->document().registered_by() : "", there ? expected->second : "");
  }
}

void Inspector::CheckAllDocuments() {
  std::map<crypto::Hash, std::string> found;
  v1::ListDocumentsRequest request;
  request.set_page_size(kPageSize);
  do {
    const auto response =
        Ask("ListDocuments", *client_.evidence, &v1::EvidenceService::Stub::ListDocuments, request);
    for (const auto& document : response->documents()) {
      const auto hash = crypto::Hash::FromBytes(document.sha256());
      Require(hash && found.emplace(*hash, document.registered_by()).second,
              "ListDocuments lists {} twice", crypto::ToHex(document.sha256()));
    }
    request.set_page_token(response->next_page_token());
  } while (!request.page_token().empty());
  Require(found == model_.state().documents,
          "the state has {} documents, the log makes {}, or they differ in their owners",
          found.size(), model_.state().documents.size());
}

void Inspector::CheckAllParticipants() {
  std::map<std::string, std::uint32_t> found;
  v1::ListParticipantsRequest request;
  request.set_page_size(kPageSize);
  do {
    const auto response = Ask("ListParticipants", *client_.membership,
                              &v1::MembershipService::Stub::ListParticipants, request);
    for (const auto& participant : response->participants()) {
      found[participant.id()] = participant.key_count();
    }
    request.set_page_token(response->next_page_token());
  } while (!request.page_token().empty());
  Require(found == model_.state().participants,
          "the state has {} participants, the log makes {}, or they differ in their keys",
          found.size(), model_.state().participants.size());
}

void Inspector::CheckAllEntries() {
  crypto::Frontier frontier;
  for (std::uint64_t first = 0; first < model_.size(); first += kEntriesPerCall) {
    const std::uint64_t end = std::min<std::uint64_t>(first + kEntriesPerCall, model_.size());
    for (const auto& entry : ReadEntries(first, end)) {
      frontier.Append(crypto::LeafHash(entry), nullptr);
    }
  }
  Require(frontier.Root() == model_.RootAt(model_.size()),
          "the {} entries read once more lead to another root", model_.size());
}

}  // namespace tanji::crash
