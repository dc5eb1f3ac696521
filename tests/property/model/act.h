// What the model knows of an operation beside its message, and how it says what becomes of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash/hash.h"
#include "tanji/v1/outcome.pb.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::property {

// CODE_OK is 0, so that `if (const Code code = ...) return code;` passes a refusal on.
using v1::Code;

struct Act {
  std::int64_t now_ms = 0;
  std::uint64_t height = 0;
  // `participants/{id}`, and the id alone. Empty: the genesis.
  std::string author, author_id;
  // Raw key ids, ascending, of the signatures that count for this operation.
  std::vector<std::string> signers;
  crypto::Hash transaction_id;
  std::uint32_t index = 0;
  const v1::TransactionBody* body = nullptr;
};

// UUIDv8 of SHA-256("tanji-id-v1" || 0 || transaction id || u16 operation || u16 0), as text.
std::string IdOfOperation(const Act& act, std::uint32_t operation);
inline std::string NewId(const Act& act) {
  return IdOfOperation(act, act.index);
}
// The 16 bytes of a UUID's text.
std::string RawId(std::string_view text);

template <class Record>
void AddSigners(const Act& act, Record& record) {
  for (const auto& key_id : act.signers) record.add_signed_by(key_id);
}

}  // namespace tanji::property
