// What the crash loop submits. Every transaction is a function of the seed and its number, so that
// nothing needs to be remembered to send it again, and a run is repeated by its seed.
//
// Numbers come in batches: number = batch * kMaxBatch + position. A transaction refers only to
// what batches at least kReferenceDistance earlier have made; whoever submits keeps that distance
// between the oldest batch without an answer and the newest, so that what should be there is there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/sign/keys.h"
#include "tanji/v1/outcome.pb.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::crash {

inline constexpr std::uint64_t kMaxBatch = 32;
inline constexpr std::uint64_t kReferenceDistance = 8;

enum class Kind {
  kDocuments,           // one to five new documents
  kDocumentsRefused,    // new documents, and one that is registered already: none may be
  kRivals,              // a document that a neighbour registers too: one of them comes first
  kParticipant,         // a new participant, and a document
  kParticipantRefused,  // a document, and an id that is taken
  kAddKey,              // a participant adds a key
  kAddKeyRefused,       // a document, and a key that is taken or is not shown to be owned
  kFalseSignature,      // the last four are dropped: nothing of them is ever logged
  kWrongChain,
  kExpired,
  kUnknownKey,
};

// One thing to send.
struct Item {
  std::uint64_t number = 0;  // of the transaction; not unique: some are sent again and again
  std::string bytes;         // a Transaction
  crypto::Hash id;
  // CODE_OK: it is to be logged, applied or failed. Otherwise it is to be dropped, with this.
  v1::Code dropped = v1::CODE_OK;
};

struct Batch {
  std::uint64_t number = 0;
  bool wait_for_quorum = false;
  std::vector<Item> items;
};

// Const and thread-safe once made.
class Workload {
 public:
  // `operator_key` is that of `participants/operator`; all transactions expire at
  // `expire_time_ms`, but for those that are meant to have expired.
  Workload(std::uint64_t seed, crypto::SigningKey operator_key, std::int64_t expire_time_ms);

  // Batch `number`, with transactions sent before among the new ones.
  Batch MakeBatch(std::uint64_t number) const;
  // The transaction of a number that MakeBatch has given out. `spoilt`: the signatures are false;
  // once the id is in the log that makes no difference.
  Item Make(std::uint64_t number, bool spoilt = false) const;
  Kind KindOf(std::uint64_t number) const;

 private:
  struct Author {
    std::string name;
    crypto::SigningKey key;
  };
  std::uint64_t BatchSize(std::uint64_t batch) const;
  // A number of one of these kinds, at least the reference distance before `number`.
  std::optional<std::uint64_t> Earlier(std::uint64_t number, std::string_view purpose,
                                       std::initializer_list<Kind> kinds) const;
  crypto::SigningKey KeyOf(std::uint64_t number, std::uint64_t position) const;
  Author AuthorOf(std::uint64_t number) const;
  Author ParticipantOf(std::uint64_t number) const;
  v1::TransactionBody BodyOf(std::uint64_t number, Author& author) const;
  void FillRefused(std::uint64_t number, Author& author, v1::TransactionBody& body) const;
  void FillAddKey(std::uint64_t number, Author& author, v1::TransactionBody& body) const;
  void AddDocuments(std::uint64_t number, std::uint64_t count, v1::TransactionBody& body) const;
  v1::KeyGrant Grant(const crypto::SigningKey& key, const std::string& participant) const;
  v1::RegisterParticipant Registration(std::uint64_t number, std::uint64_t key_number) const;

  const std::uint64_t seed_;
  const crypto::SigningKey operator_key_;
  const std::int64_t expire_time_ms_;
};

}  // namespace tanji::crash
