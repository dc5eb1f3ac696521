// RocksDB's errors as absl::Status, with what was being done in front.
#pragma once

#include <absl/status/status.h>
#include <rocksdb/status.h>

#include <string_view>

namespace tanji::ledger {

// OK stays OK. Otherwise "<doing>: <RocksDB's text, which names the file>" and
//   DataLoss            bytes on disk are not what was written
//   ResourceExhausted   the disk is full
//   Unavailable         any other I/O error
//   NotFound, Internal  the rest
absl::Status ToAbslStatus(const rocksdb::Status& status, std::string_view doing);

}  // namespace tanji::ledger
