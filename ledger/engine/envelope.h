// A transaction as it came: its parts, its id, and the rules of form that need no state
// (ARCHITECTURE section 3, "Transaction").
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash/hash.h"
#include "crypto/sign/keys.h"
#include "ledger/base/outcome.h"
#include "ledger/engine/flags.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::ledger {

inline constexpr std::string_view kTransactionTag{"tanji-transaction-v1\0", 21};
inline constexpr std::size_t kMaxTransactionBytes = 60 * 1024;
inline constexpr int kMaxOperations = 64;
inline constexpr int kMaxSignatures = 16;
inline constexpr std::size_t kNonceBytes = 16;

// SHA-256(tag || 0 || body).
crypto::Hash TransactionId(std::string_view body);
// What is signed: tag || 0 || body.
std::string SignedMessage(std::string_view body);

struct EnvelopeSignature {
  crypto::Hash key_id;
  crypto::Signature signature;
};

// Immutable once parsed.
struct Envelope {
  // The Transaction exactly as received.
  std::string bytes;
  // SHA-256 of all of `bytes`: what the memory of verified signatures is keyed by.
  crypto::Hash whole_hash;
  crypto::Hash id;
  // The TransactionBody exactly as received, and parsed.
  std::string body_bytes;
  v1::TransactionBody body;
  // Of `participants/{author_id}`.
  std::string author_id;
  // Ascending by key id, no repetition.
  std::vector<EnvelopeSignature> signatures;
  // What counted as declared when it was parsed: under other flags it is parsed again.
  Flags flags;
};

// Splits and checks `bytes`. A refusal means the transaction is dropped; `out` is then unspecified,
// but for its id where the outer form was right.
Outcome ParseEnvelope(std::string bytes, std::string_view chain_id, const Flags& flags,
                      Envelope& out);

}  // namespace tanji::ledger
