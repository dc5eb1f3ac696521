// A data race, on purpose, beside a store in use: a run under ThreadSanitizer with the settings of
// the storage tests must report it (exit code 66), or those tests prove nothing. RocksDB is not
// instrumented, so the settings hide what is reported from inside it:
//   TSAN_OPTIONS=ignore_noninstrumented_modules=1
#include <cstdio>
#include <thread>

#include "tests/ledger/storage/block_model.h"
#include "tests/ledger/storage/test_store.h"

int main() {
  using namespace tanji::ledger;
  const TestDirectory directory;
  const auto store = MustCreate(directory / "store");
  if (store == nullptr) return 1;
  int blocks_written = 0;  // shared without any synchronisation
  int seen = 0;
  std::thread writer([&] {
    BlockModel model(1);
    for (int i = 0; i < 20; ++i) {
      const BlockWrite block = model.NextBlock();
      if (!store->WriteBlock(block).ok()) return;
      model.Apply(block);
      ++blocks_written;
    }
  });
  std::thread reader([&] {
    for (int i = 0; i < 200; ++i) {
      (void)store->Now().ReadTip();
      seen += blocks_written;
    }
  });
  writer.join();
  reader.join();
  std::printf("%d blocks, %d\n", blocks_written, seen);
  return 0;
}
