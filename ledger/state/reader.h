// How the state machine sees the state: a map from key to record bytes.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tanji::ledger {

// Thrown by a reader whose storage failed, through code that decides state, and caught only where
// a block is executed or a query answered, which turn it into absl::Status: the node stops, the
// ledger's meaning does not change. It never stands for anything about input.
class StorageFailure : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class StateReader {
 public:
  virtual ~StateReader() = default;
  // The record under `key`, or nullopt. Throws StorageFailure and nothing else.
  virtual std::optional<std::string> Get(std::string_view key) const = 0;
};

class StateWriter : public StateReader {
 public:
  // `record` is never empty and at most 8 KiB (checked by the executor).
  virtual void Put(std::string key, std::string record) = 0;
  virtual void Delete(std::string key) = 0;
};

}  // namespace tanji::ledger
