// What it costs to make a block durable: synced blocks of 1,000 transactions, each of a 300-byte
// entry, an id and two changed keys of 200 bytes among so many. Processor time is that of all
// threads, so it holds the flushes and compactions that the blocks cause.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "ledger/storage/chunks.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {
namespace {

constexpr std::uint64_t kTransactions = 1000;
constexpr std::uint64_t kChangesPerTransaction = 2;
constexpr std::size_t kEntryBytes = 300;
constexpr std::size_t kRecordBytes = 200;
constexpr std::uint64_t kTileWidth = 256;

// A key space byte and an id of 16 bytes, the commonest shape.
std::string KeyOf(std::uint64_t number) {
  return "\x10" + crypto::Sha256(EncodeU64(number)).str().substr(0, 16);
}

// Bytes that do not compress, as signatures and hashes do not.
std::string Bytes(std::uint64_t seed, std::size_t count) {
  std::string out;
  while (out.size() < count) out += crypto::Sha256({EncodeU64(seed), EncodeU64(out.size())}).view();
  out.resize(count);
  return out;
}

double ProcessCpuSeconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class BenchStore {
 public:
  explicit BenchStore(std::uint64_t keys) : keys_(keys) {
    std::string name = std::filesystem::temp_directory_path() / "tanji-store-bench-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) std::abort();
    directory_ = name;
    StoreOptions options;
    options.path = directory_ + "/store";
    options.mode = StoreOptions::Mode::kCreate;
    store_ = *Store::Open(options);
    constexpr std::uint64_t kFillPerBlock = 20'000;
    for (std::uint64_t key = 0; key < keys; key += kFillPerBlock) {
      BlockWrite block;
      block.tip = "fill";
      for (std::uint64_t i = key; i < std::min(keys, key + kFillPerBlock); ++i) {
        block.state[KeyOf(i)] = Bytes(i, kRecordBytes);
      }
      if (!store_->WriteBlock(block).ok()) std::abort();
    }
  }
  ~BenchStore() {
    store_.reset();
    std::filesystem::remove_all(directory_);
  }

  BlockWrite NextBlock() {
    BlockWrite block;
    block.first_entry_index = size_;
    for (std::uint64_t i = 0; i <= kTransactions; ++i) {  // and the block entry
      block.entries.push_back(Bytes(size_ + i, kEntryBytes));
      block.ids.emplace_back(crypto::Sha256(EncodeU64(size_ + i)), size_ + i);
    }
    block.ids.pop_back();
    std::uint64_t before = size_;
    std::uint64_t after = size_ += block.entries.size();
    for (std::uint8_t level = 0; after > 0; ++level, before /= kTileWidth, after /= kTileWidth) {
      for (std::uint64_t i = before; i < after; ++i) {
        block.hashes.push_back({level, i, crypto::Sha256(EncodeU64(i))});
      }
    }
    while (block.state.size() < kTransactions * kChangesPerTransaction) {
      random_ = random_ * 6364136223846793005 + 1442695040888963407;
      block.state[KeyOf((random_ >> 20) % keys_)] = Bytes(random_, kRecordBytes);
    }
    block.tip = std::string(150, 't');
    return block;
  }
  Store& store() { return *store_; }

 private:
  std::uint64_t keys_;
  std::uint64_t size_ = 0;
  std::uint64_t random_ = 1;
  std::string directory_;
  std::unique_ptr<Store> store_;
};

void BM_WriteBlock(benchmark::State& state) {
  BenchStore bench(static_cast<std::uint64_t>(state.range(0)));
  // Made beforehand, in rounds, so that only the store is measured.
  constexpr std::size_t kRound = 16;
  std::vector<BlockWrite> blocks;
  double cpu_seconds = 0;
  std::size_t next = kRound;
  double cpu_before = 0;
  for (auto _ : state) {
    if (next == kRound) {
      state.PauseTiming();
      if (cpu_before > 0) cpu_seconds += ProcessCpuSeconds() - cpu_before;
      blocks.clear();
      while (blocks.size() < kRound) blocks.push_back(bench.NextBlock());
      next = 0;
      cpu_before = ProcessCpuSeconds();
      state.ResumeTiming();
    }
    if (const auto status = bench.store().WriteBlock(blocks[next++]); !status.ok()) {
      state.SkipWithError(std::string(status.message()).c_str());
      return;
    }
  }
  cpu_seconds += ProcessCpuSeconds() - cpu_before;
  const auto transactions = static_cast<double>(state.iterations()) * kTransactions;
  state.counters["cpu_us_per_transaction"] = 1e6 * cpu_seconds / transactions;
  state.counters["transactions/s"] = benchmark::Counter(transactions, benchmark::Counter::kIsRate);
}
BENCHMARK(BM_WriteBlock)
    ->ArgName("keys")
    ->Arg(100'000)
    ->Arg(1'300'000)
    ->Iterations(400)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tanji::ledger

BENCHMARK_MAIN();
