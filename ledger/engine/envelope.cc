#include "ledger/engine/envelope.h"

#include "ledger/base/names.h"
#include "ledger/engine/wire_refusal.h"

namespace tanji::ledger {
namespace {

template <class Message>
Outcome ParseStrictly(std::string_view bytes, const crypto::FieldPolicy& policy, Message& out) {
  if (const auto fault = crypto::CheckStrict(bytes, Message::descriptor(), policy)) {
    return RefuseWire(*fault);
  }
  if (!out.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return Refuse(v1::CODE_TRANSACTION_MALFORMED);
  }
  return Outcome::Ok();
}

Outcome TakeSignatures(const v1::Transaction& transaction, Envelope& out) {
  if (transaction.signatures_size() == 0) return Refuse(v1::CODE_SIGNATURES_MISSING);
  if (transaction.signatures_size() > kMaxSignatures) {
    return Refuse(v1::CODE_TOO_MANY_SIGNATURES,
                  {{"count", std::to_string(transaction.signatures_size())},
                   {"limit", std::to_string(kMaxSignatures)}});
  }
  for (int i = 0; i < transaction.signatures_size(); ++i) {
    const auto key_id = crypto::Hash::FromBytes(transaction.signatures(i).key_id());
    const auto signature = crypto::Signature::FromBytes(transaction.signatures(i).signature());
    if (!key_id || !signature) {
      return Refuse(v1::CODE_SIGNATURE_MALFORMED, {{"number", std::to_string(i)}});
    }
    if (!out.signatures.empty() && !(out.signatures.back().key_id < *key_id)) {
      return Refuse(v1::CODE_SIGNATURES_UNSORTED, {{"number", std::to_string(i)}});
    }
    out.signatures.push_back({*key_id, *signature});
  }
  return Outcome::Ok();
}

Outcome CheckBody(std::string_view chain_id, Envelope& out) {
  const auto& body = out.body;
  if (body.chain_id() != chain_id) {
    return Refuse(v1::CODE_WRONG_CHAIN,
                  {{"value", body.chain_id()}, {"expected", std::string(chain_id)}});
  }
  const auto author = ParseName("participants", body.author());
  if (!author) return Refuse(v1::CODE_AUTHOR_MALFORMED, {{"value", body.author()}});
  out.author_id = std::string(*author);
  if (body.nonce().size() != kNonceBytes) {
    return Refuse(v1::CODE_NONCE_LENGTH, {{"length", std::to_string(body.nonce().size())}});
  }
  if (body.operations_size() == 0) return Refuse(v1::CODE_NO_OPERATION);
  if (body.operations_size() > kMaxOperations) {
    return Refuse(v1::CODE_TOO_MANY_OPERATIONS, {{"count", std::to_string(body.operations_size())},
                                                 {"limit", std::to_string(kMaxOperations)}});
  }
  return Outcome::Ok();
}

}  // namespace

crypto::Hash TransactionId(std::string_view body) {
  return crypto::Sha256({kTransactionTag, body});
}

std::string SignedMessage(std::string_view body) {
  std::string message(kTransactionTag);
  message.append(body);
  return message;
}

Outcome ParseEnvelope(std::string bytes, std::string_view chain_id, const Flags& flags,
                      Envelope& out) {
  if (bytes.size() > kMaxTransactionBytes) {
    return Refuse(
        v1::CODE_TRANSACTION_TOO_LARGE,
        {{"size", std::to_string(bytes.size())}, {"limit", std::to_string(kMaxTransactionBytes)}});
  }
  out.flags = flags;
  v1::Transaction transaction;
  TANJI_RETURN_IF_REFUSED(ParseStrictly(bytes, flags, transaction));
  out.whole_hash = crypto::Sha256(bytes);
  out.bytes = std::move(bytes);
  out.body_bytes = std::move(*transaction.mutable_body());
  out.id = TransactionId(out.body_bytes);
  TANJI_RETURN_IF_REFUSED(TakeSignatures(transaction, out));
  TANJI_RETURN_IF_REFUSED(ParseStrictly(out.body_bytes, flags, out.body));
  return CheckBody(chain_id, out);
}

}  // namespace tanji::ledger
