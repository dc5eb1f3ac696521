// What the storage tests share: a directory of their own, a store in it, failures as text.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "ledger/storage/store.h"

namespace tanji::ledger {

// An empty directory that goes with this object: in memory, where there is such a disk, since what
// these tests ask of a sync is not that it is slow.
class TestDirectory {
 public:
  TestDirectory() {
    const bool has_memory = access("/dev/shm", R_OK | W_OK | X_OK) == 0;
    std::string name =
        (has_memory ? std::string("/dev/shm/") : ::testing::TempDir()) + "tanji-storage-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~TestDirectory() { std::filesystem::remove_all(path_); }
  TestDirectory(const TestDirectory&) = delete;
  TestDirectory& operator=(const TestDirectory&) = delete;

  std::string operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline StoreOptions OptionsAt(const std::string& path,
                              StoreOptions::Mode mode = StoreOptions::Mode::kOpen) {
  StoreOptions options;
  options.path = path;
  options.mode = mode;
  options.block_cache_bytes = 1 << 20;
  return options;
}

// Fails the test unless the store opens.
inline std::unique_ptr<Store> MustOpen(const StoreOptions& options) {
  auto store = Store::Open(options);
  EXPECT_TRUE(store.ok()) << store.status();
  return store.ok() ? *std::move(store) : nullptr;
}
inline std::unique_ptr<Store> MustCreate(const std::string& path) {
  return MustOpen(OptionsAt(path, StoreOptions::Mode::kCreate));
}

}  // namespace tanji::ledger
