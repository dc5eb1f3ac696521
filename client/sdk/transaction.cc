#include "client/sdk/transaction.h"

#include <algorithm>
#include <set>

#include "client/sdk/faults.h"
#include "crypto/hash/hex.h"
#include "crypto/wire/strict_check.h"

namespace tanji::client {
namespace {

constexpr std::string_view kZero("\0", 1);
constexpr std::string_view kTransactionTag = "tanji-transaction-v1";
constexpr std::string_view kPossessionTag = "tanji-key-possession-v1";

// The ledger's own codes for what it would refuse.
Error TooMany(v1::Code code, int count, int limit) {
  return Error(ErrorKind::kUsage, code,
               {{"count", std::to_string(count)}, {"limit", std::to_string(limit)}});
}

Error TooLarge(std::size_t size) {
  return Error(ErrorKind::kUsage, v1::CODE_TRANSACTION_TOO_LARGE,
               {{"size", std::to_string(size)}, {"limit", std::to_string(kMaxTransactionBytes)}});
}

// OK iff `bytes` are the one canonical form of a message of `type`.
Done CheckCanonical(std::string_view bytes, const google::protobuf::Descriptor* type) {
  const auto wrong = crypto::CheckStrict(bytes, type);
  if (!wrong) return {};
  return Error(kBodyNotCanonical, {{"field", wrong->path.empty() ? type->name() : wrong->path},
                                   {"offset", std::to_string(wrong->offset)},
                                   {"rule", std::string(crypto::Name(wrong->rule))}});
}

Done CheckOperationCount(const v1::TransactionBody& body) {
  if (body.operations_size() == 0) return Error(ErrorKind::kUsage, v1::CODE_NO_OPERATION);
  if (body.operations_size() > kMaxOperations) {
    return TooMany(v1::CODE_TOO_MANY_OPERATIONS, body.operations_size(), kMaxOperations);
  }
  return {};
}

}  // namespace

TransactionBuilder::TransactionBuilder(std::string chain_id, std::string author,
                                       std::int64_t expire_time_ms) {
  body_.set_chain_id(std::move(chain_id));
  body_.set_author(std::move(author));
  body_.set_expire_time(expire_time_ms);
  body_.set_nonce(crypto::RandomBytes(kNonceBytes));
}

Result<std::string> TransactionBuilder::Body() const {
  TANJI_TRY(CheckOperationCount(body_));
  std::string bytes = body_.SerializeAsString();
  TANJI_TRY(CheckCanonical(bytes, v1::TransactionBody::descriptor()));
  return bytes;
}

crypto::Hash TransactionId(std::string_view body) {
  return crypto::Sha256({kTransactionTag, kZero, body});
}

v1::Signature SignBody(const crypto::SigningKey& key, std::string_view body) {
  const std::string message = std::string(kTransactionTag).append(kZero).append(body);
  v1::Signature signature;
  signature.set_key_id(key.key_id().str());
  signature.set_signature(std::string(key.Sign(message).view()));
  return signature;
}

Result<std::string> Assemble(std::string_view body, std::vector<v1::Signature> signatures) {
  std::stable_sort(signatures.begin(), signatures.end(),
                   [](const auto& a, const auto& b) { return a.key_id() < b.key_id(); });
  v1::Transaction transaction;
  transaction.set_body(std::string(body));
  for (auto& signature : signatures) {
    const auto* const last =
        transaction.signatures_size() == 0 ? nullptr : &*transaction.signatures().rbegin();
    if (last != nullptr && last->key_id() == signature.key_id()) {
      if (last->signature() == signature.signature()) continue;
      return Error(kSignaturesDiffer, {{"key", crypto::ToHex(signature.key_id())}});
    }
    *transaction.add_signatures() = std::move(signature);
  }
  if (transaction.signatures_size() > kMaxSignatures) {
    return TooMany(v1::CODE_TOO_MANY_SIGNATURES, transaction.signatures_size(), kMaxSignatures);
  }
  std::string bytes = transaction.SerializeAsString();
  if (bytes.size() > kMaxTransactionBytes) return TooLarge(bytes.size());
  return bytes;
}

Result<OpenTransaction> ParseTransaction(std::string bytes) {
  if (bytes.size() > kMaxTransactionBytes) return TooLarge(bytes.size());
  TANJI_TRY(CheckCanonical(bytes, v1::Transaction::descriptor()));
  v1::Transaction parsed;
  OpenTransaction open;
  if (!parsed.ParseFromString(bytes)) {
    return Error(ErrorKind::kUsage, v1::CODE_TRANSACTION_MALFORMED);
  }
  TANJI_TRY(CheckCanonical(parsed.body(), v1::TransactionBody::descriptor()));
  if (!open.body.ParseFromString(parsed.body())) {
    return Error(ErrorKind::kUsage, v1::CODE_BODY_MALFORMED);
  }
  TANJI_TRY(CheckOperationCount(open.body));
  open.bytes = std::move(bytes);
  open.body_bytes = parsed.body();
  open.signatures.assign(parsed.signatures().begin(), parsed.signatures().end());
  return open;
}

Result<std::string> AddSignature(const OpenTransaction& transaction,
                                 const crypto::SigningKey& key) {
  auto signatures = transaction.signatures;
  signatures.push_back(SignBody(key, transaction.body_bytes));
  return Assemble(transaction.body_bytes, std::move(signatures));
}

Result<std::string> Combine(std::span<const OpenTransaction> transactions) {
  if (transactions.empty()) return kNothingToCombine;
  std::vector<v1::Signature> signatures;
  for (const auto& transaction : transactions) {
    if (transaction.body_bytes != transactions.front().body_bytes) {
      return Error(kBodiesDiffer,
                   {{"first", transactions.front().id().Hex()}, {"other", transaction.id().Hex()}});
    }
    signatures.insert(signatures.end(), transaction.signatures.begin(),
                      transaction.signatures.end());
  }
  return Assemble(transactions.front().body_bytes, std::move(signatures));
}

std::string PossessionMessage(std::string_view chain_id, std::string_view participant,
                              std::string_view holder) {
  return std::string(kPossessionTag)
      .append(kZero)
      .append(chain_id)
      .append(kZero)
      .append(participant)
      .append(kZero)
      .append(holder);
}

v1::KeyGrant MakeKeyGrant(const crypto::SigningKey& key, std::string_view chain_id,
                          std::string_view participant, const KeyGrantTerms& terms) {
  v1::KeyGrant grant;
  grant.set_public_key(std::string(key.public_key().view()));
  grant.set_holder(terms.holder);
  for (const auto permission :
       std::set<v1::Permission>(terms.permissions.begin(), terms.permissions.end())) {
    grant.add_permissions(permission);
  }
  if (terms.valid_from_time_ms) grant.set_valid_from_time(*terms.valid_from_time_ms);
  if (terms.valid_until_time_ms) grant.set_valid_until_time(*terms.valid_until_time_ms);
  grant.set_possession_signature(
      std::string(key.Sign(PossessionMessage(chain_id, participant, terms.holder)).view()));
  return grant;
}

}  // namespace tanji::client
