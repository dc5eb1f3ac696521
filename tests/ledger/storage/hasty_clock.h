// The machine's clock, but nobody sleeps: after a failed flush RocksDB waits a second before it
// goes on, and tests that cause hundreds of them have nothing to wait for.
#pragma once

#include <rocksdb/system_clock.h>

#include <algorithm>
#include <memory>

namespace tanji::ledger {

class HastyClock final : public rocksdb::SystemClockWrapper {
 public:
  HastyClock() : SystemClockWrapper(rocksdb::SystemClock::Default()) {}
  const char* Name() const override { return "TanjiHastyClock"; }
  void SleepForMicroseconds(int micros) override {
    constexpr int kMostMicros = 100;
    SystemClockWrapper::SleepForMicroseconds(std::min(micros, kMostMicros));
  }
};

}  // namespace tanji::ledger
