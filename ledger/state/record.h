// Bytes of a state record. The records' messages have no maps and no unknown fields, so that
// protobuf writes them in the one way that the strict wire check accepts; golden vectors per
// record freeze the result.
#pragma once

#include <google/protobuf/message_lite.h>

#include <string>
#include <string_view>

#include "ledger/state/reader.h"

namespace tanji::ledger {

std::string EncodeRecord(const google::protobuf::MessageLite& record);

// Throws StorageFailure where the bytes are not a record: what we wrote has been altered.
void ParseRecordInto(std::string_view bytes, google::protobuf::MessageLite& record);

template <class Record>
Record ParseRecord(std::string_view bytes) {
  Record record;
  ParseRecordInto(bytes, record);
  return record;
}

}  // namespace tanji::ledger
