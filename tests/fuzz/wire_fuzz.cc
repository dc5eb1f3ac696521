// Whatever the strict wire check accepts, protobuf parses, and serialises to the same bytes.
#include "crypto/wire/strict_check.h"
#include "ledger/state/record.h"
#include "tanji/v1/proof.pb.h"
#include "tanji/v1/transaction.pb.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {
namespace {

template <class Message>
void Check(std::string_view bytes) {
  if (crypto::CheckStrict(bytes, Message::descriptor())) return;
  Message message;
  Require(message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
  Require(ledger::EncodeRecord(message) == bytes);
}

}  // namespace

void RunOne(std::string_view bytes) {
  Check<v1::TransactionBody>(bytes);
  Check<v1::Transaction>(bytes);
  Check<v1::ProofBundle>(bytes);
}

}  // namespace tanji::fuzz
