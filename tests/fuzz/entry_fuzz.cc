// A log entry that passes the strict check is read by auditors without harm.
#include "crypto/wire/strict_check.h"
#include "ledger/engine/envelope.h"
#include "ledger/state/record.h"
#include "tanji/v1/log.pb.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {

void RunOne(std::string_view bytes) {
  if (crypto::CheckStrict(bytes, v1::LogEntry::descriptor())) return;
  const auto entry = ledger::ParseRecord<v1::LogEntry>(bytes);
  Require(ledger::EncodeRecord(entry) == bytes);
  if (!entry.has_transaction()) return;
  ledger::Envelope envelope;
  static_cast<void>(ledger::ParseEnvelope(entry.transaction().transaction(), "ledger.example/test",
                                          ledger::Flags({v1::FEATURE_FLAG_FOUNDATION}), envelope));
}

}  // namespace tanji::fuzz
