// The bounds on what one transaction may read and write (ARCHITECTURE section 2). They are
// behaviour: every node refuses at the same point.
#pragma once

#include <cstddef>
#include <string>

#include "ledger/base/outcome.h"
#include "ledger/state/overlay.h"

namespace tanji::ledger {

inline constexpr std::size_t kMaxWritesPerOperation = 256;
inline constexpr std::size_t kMaxWritesPerTransaction = 1024;
inline constexpr std::size_t kMaxReadsPerTransaction = 8192;
inline constexpr std::size_t kMaxRecordBytes = 8192;

// A transaction's layer of writes that enforces the bounds. What exceeds one unwinds by
// BoundExceeded to the executor, so that no operation has to handle it.
class BoundedState final : public StateWriter {
 public:
  struct BoundExceeded {
    Outcome outcome;
  };

  explicit BoundedState(const StateReader& below) : overlay_(below) {}

  void StartOperation() { writes_of_operation_ = 0; }

  std::optional<std::string> Get(std::string_view key) const override {
    if (++reads_ > kMaxReadsPerTransaction) {
      throw BoundExceeded{
          Refuse(v1::CODE_TOO_MANY_READS, {{"limit", std::to_string(kMaxReadsPerTransaction)}})};
    }
    return overlay_.Get(key);
  }
  void Put(std::string key, std::string record) override {
    if (record.size() > kMaxRecordBytes) {
      throw BoundExceeded{Refuse(
          v1::CODE_RECORD_TOO_LARGE,
          {{"size", std::to_string(record.size())}, {"limit", std::to_string(kMaxRecordBytes)}})};
    }
    CountWrite();
    overlay_.Put(std::move(key), std::move(record));
    CheckTotal();
  }
  void Delete(std::string key) override {
    CountWrite();
    overlay_.Delete(std::move(key));
    CheckTotal();
  }

  Overlay& overlay() { return overlay_; }

 private:
  void CountWrite() {
    if (++writes_of_operation_ > kMaxWritesPerOperation) {
      throw BoundExceeded{
          Refuse(v1::CODE_TOO_MANY_WRITES, {{"limit", std::to_string(kMaxWritesPerOperation)}})};
    }
  }
  void CheckTotal() const {
    if (overlay_.changes().size() > kMaxWritesPerTransaction) {
      throw BoundExceeded{
          Refuse(v1::CODE_TOO_MANY_WRITES, {{"limit", std::to_string(kMaxWritesPerTransaction)}})};
    }
  }

  Overlay overlay_;
  mutable std::size_t reads_ = 0;
  std::size_t writes_of_operation_ = 0;
};

}  // namespace tanji::ledger
