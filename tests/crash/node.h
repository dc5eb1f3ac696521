// One node's directory and the processes that work on it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/sign/keys.h"
#include "tests/crash/child.h"

namespace tanji::crash {

inline constexpr std::string_view kChainId = "crash.example/loop";

// A directory that `tanjid init` has made, set up to listen on ports of the system's choosing and
// to keep little in memory.
class NodeDirectory {
 public:
  // `directory` does not exist yet.
  NodeDirectory(std::string tanjid, std::string directory);

  const std::string& log_file() const { return log_file_; }
  // The key of the one participant of the genesis, which holds every permission.
  const crypto::SigningKey& operator_key() const { return *operator_key_; }

  // `crash_at` as in TANJI_CRASH_AT; empty for none.
  std::unique_ptr<Child> Start(const std::string& crash_at) const;
  // The gRPC address of `node` once it is ready; nullopt before.
  std::optional<std::string> ReadyAddress(const Child& node) const;

  // Both need the node to be stopped, and fail where anything is wrong.
  // Number of log entries that the store holds.
  std::uint64_t Fsck() const;
  void Replay() const;

 private:
  std::string config() const { return directory_ + "/config.toml"; }
  void AdaptConfig() const;

  const std::string tanjid_, directory_, log_file_;
  std::optional<crypto::SigningKey> operator_key_;
};

}  // namespace tanji::crash
