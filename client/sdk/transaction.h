// Making transactions, online or far from any node: build a body, sign it with one key after the
// other, put the signatures of several people together. Formats: ARCHITECTURE.md, section 3.
//
// A transaction file is the serialised `Transaction` itself, byte for byte what is submitted; one
// without signatures is a body that waits for them. There is no second, armoured form: nothing has
// to be converted, and what is signed is what is sent.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/sdk/result.h"
#include "crypto/sign/keys.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client {

inline constexpr std::size_t kMaxTransactionBytes = 60 << 10;
inline constexpr int kMaxOperations = 64;
inline constexpr int kMaxSignatures = 16;
inline constexpr std::size_t kNonceBytes = 16;

class TransactionBuilder {
 public:
  // `author` is `participants/{id}`. The nonce is random.
  TransactionBuilder(std::string chain_id, std::string author, std::int64_t expire_time_ms);

  // A new, empty operation behind those there are.
  v1::Operation& Add() { return *body_.add_operations(); }
  const v1::TransactionBody& body() const { return body_; }
  void SetNonce(std::string nonce) { body_.set_nonce(std::move(nonce)); }

  // The body's bytes. Refuses what no node could accept: no operation or too many, or bytes that
  // the strict wire check refuses (kBodyNotCanonical names the field).
  Result<std::string> Body() const;

 private:
  v1::TransactionBody body_;
};

// SHA-256("tanji-transaction-v1" || 0 || body).
crypto::Hash TransactionId(std::string_view body);
// Ed25519 over "tanji-transaction-v1" || 0 || body.
v1::Signature SignBody(const crypto::SigningKey& key, std::string_view body);

// The Transaction of `body` with `signatures`, sorted by key id, equal ones once. Faults: too many
// signatures, two different ones of one key, too large.
Result<std::string> Assemble(std::string_view body, std::vector<v1::Signature> signatures);

// A transaction that was read and is what it seems: every byte of it is in these fields.
struct OpenTransaction {
  std::string bytes;
  std::string body_bytes;
  v1::TransactionBody body;
  std::vector<v1::Signature> signatures;
  crypto::Hash id() const { return TransactionId(body_bytes); }
};

// Refuses what is not in canonical form, so that nothing can be signed that is not shown.
Result<OpenTransaction> ParseTransaction(std::string bytes);

// Adds one more signature. Signing twice with one key changes nothing.
Result<std::string> AddSignature(const OpenTransaction& transaction, const crypto::SigningKey& key);

// All signatures of several files of the same body.
Result<std::string> Combine(std::span<const OpenTransaction> transactions);

// Proof that whoever has a key registered has it: Ed25519 by the key itself over
// "tanji-key-possession-v1" || 0 || chain id || 0 || participants/{id} || 0 || holder.
std::string PossessionMessage(std::string_view chain_id, std::string_view participant,
                              std::string_view holder);

struct KeyGrantTerms {
  std::string holder;
  std::vector<v1::Permission> permissions;  // in any order
  std::optional<std::int64_t> valid_from_time_ms;
  std::optional<std::int64_t> valid_until_time_ms;
};
// `participant` is `participants/{id}`.
v1::KeyGrant MakeKeyGrant(const crypto::SigningKey& key, std::string_view chain_id,
                          std::string_view participant, const KeyGrantTerms& terms);

}  // namespace tanji::client
