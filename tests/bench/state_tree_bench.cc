// What the state tree costs: memory per key, hashes and time per update, time per proof.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "crypto/tree/ics23.h"
#include "crypto/tree/ics23_verify.h"
#include "crypto/tree/state_tree.h"

namespace tanji::crypto {
namespace {

// A key space byte and an id of 16 bytes, the commonest shape.
std::string KeyOf(std::uint64_t index) {
  return "\x10" + Sha256(std::to_string(index)).str().substr(0, 16);
}

std::string ValueOf(std::uint64_t index) {
  return "value-" + std::to_string(index);
}

std::size_t AllocatedBytes() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

struct Built {
  StateTree tree;
  double bytes_per_key;
};

// Trees are built once per size.
const Built& TreeOfSize(std::uint64_t size) {
  static std::map<std::uint64_t, Built> trees;
  auto& built = trees[size];
  if (built.tree.size() == size) return built;
  const std::size_t before = AllocatedBytes();
  {
    StateTreeBuilder builder;
    for (std::uint64_t i = 0; i < size; ++i) builder.Add(KeyOf(i), Sha256(ValueOf(i)));
    built.tree = builder.Finish();
  }
  built.bytes_per_key = static_cast<double>(AllocatedBytes() - before) / static_cast<double>(size);
  return built;
}

void BM_Build(benchmark::State& state) {
  const auto size = static_cast<std::uint64_t>(state.range(0));
  std::vector<std::string> keys;
  for (std::uint64_t i = 0; i < size; ++i) keys.push_back(KeyOf(i));
  for (auto _ : state) {
    StateTreeBuilder builder;
    for (const auto& key : keys) builder.Add(key, Sha256(key));
    benchmark::DoNotOptimize(builder.Finish().root());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_Build)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

// A block of `batch` updates of keys that are there; the value's hash is not counted.
void BM_Update(benchmark::State& state) {
  const auto size = static_cast<std::uint64_t>(state.range(0));
  const auto batch = static_cast<std::uint64_t>(state.range(1));
  const auto& built = TreeOfSize(size);
  StateTree tree = built.tree;
  std::uint64_t hashes = 0, next = 0;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<std::string> keys;
    std::vector<Change> changes;
    for (std::uint64_t i = 0; i < batch; ++i) keys.push_back(KeyOf(next = (next + 7919) % size));
    for (const auto& key : keys) changes.push_back({key, Sha256(std::to_string(next) + key)});
    state.ResumeTiming();
    tree = tree.Update(changes, &hashes);
  }
  const auto updates = static_cast<double>(state.iterations()) * static_cast<double>(batch);
  state.SetItemsProcessed(state.iterations() * state.range(1));
  state.counters["hashes_per_update"] = static_cast<double>(hashes) / updates;
  state.counters["bytes_per_key"] = built.bytes_per_key;
  state.counters["time_per_update"] =
      benchmark::Counter(updates, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(BM_Update)
    ->Args({1'000'000, 1})
    ->Args({1'000'000, 100})
    ->Args({1'000'000, 1'000})
    ->Args({1'000'000, 10'000})
    ->Unit(benchmark::kMicrosecond);

std::vector<std::string> SixtyKeys() {
  std::vector<std::string> keys;
  for (std::uint64_t i = 0; i < 60; ++i) keys.push_back(KeyOf(i));
  return keys;
}

const ValueSource& Values() {
  static const ValueSource source = [values = [] {
    std::map<std::string, std::string> map;
    for (std::uint64_t i = 0; i < 60; ++i) map[KeyOf(i)] = ValueOf(i);
    return map;
  }()](std::string_view key) -> absl::StatusOr<std::string> { return values.at(std::string(key)); };
  return source;
}

void BM_ProveBatchOf60(benchmark::State& state) {
  const auto& tree = TreeOfSize(static_cast<std::uint64_t>(state.range(0))).tree;
  const auto keys = SixtyKeys();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = ProveBatch(tree, keys, Values())->size();
  state.counters["proof_bytes"] = static_cast<double>(bytes);
}
BENCHMARK(BM_ProveBatchOf60)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void BM_VerifyBatchOf60(benchmark::State& state) {
  const auto& tree = TreeOfSize(static_cast<std::uint64_t>(state.range(0))).tree;
  const auto proof = *ProveBatch(tree, SixtyKeys(), Values());
  for (auto _ : state) {
    const auto verdict = VerifyBatch(proof, tree.root());
    if (!std::holds_alternative<ProvedRecords>(verdict)) state.SkipWithError("refused");
  }
}
BENCHMARK(BM_VerifyBatchOf60)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tanji::crypto

BENCHMARK_MAIN();
