// Everything outside the program that a command touches: streams, environment, clock, the person at
// the keyboard, the network. Tests put their own in its place.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>

#include "client/sdk/grpc_node.h"
#include "client/sdk/key_file.h"
#include "client/sdk/retry.h"
#include "client/sdk/secret.h"

namespace tanji::client::cli {

struct Terminal {
  std::ostream* out;
  std::ostream* err;
  // Progress and notes are for a person at a terminal only.
  bool err_is_terminal = false;
  // Set and not empty, else nullopt.
  std::function<std::optional<std::string>(const char* name)> variable;
  // Milliseconds since 1970.
  std::function<std::int64_t()> now_ms;
  // A line without echo, and one with; nullopt where there is no terminal to ask at.
  std::function<std::optional<Secret>(const std::string& prompt)> ask_secret;
  std::function<std::optional<std::string>(const std::string& prompt)> ask_line;
  std::function<Result<std::unique_ptr<Node>>(const ConnectOptions&)> connect;
  Pacing pacing;
  // What guessing the passphrase of a new key file costs.
  KdfCost kdf_cost;

  // Of this process.
  static Terminal Real();
};

}  // namespace tanji::client::cli
