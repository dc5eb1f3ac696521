// What parses as an envelope is what came, and its id is a function of its body alone.
#include "ledger/engine/envelope.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {

void RunOne(std::string_view bytes) {
  static const ledger::Flags flags({v1::FEATURE_FLAG_FOUNDATION});
  ledger::Envelope envelope;
  const auto outcome =
      ledger::ParseEnvelope(std::string(bytes), "ledger.example/test", flags, envelope);
  if (!outcome.ok()) return;
  Require(envelope.bytes == bytes);
  Require(envelope.id == ledger::TransactionId(envelope.body_bytes));
  Require(!envelope.signatures.empty() && envelope.body.operations_size() > 0);
}

}  // namespace tanji::fuzz
