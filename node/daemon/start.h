// `tanjid start`: runs a node until it is told to stop.
#pragma once

#include <string>

namespace tanji::node {

// sysexits.h: an internal fault; the node stopped because a write failed.
inline constexpr int kExitFatal = 70;

struct StartOptions {
  std::string config_file;
  bool accept_clock = false;
};

// Returns the exit status: 0 after SIGTERM or SIGINT, 1 if the node could not start, kExitFatal if
// it had to stop. SIGHUP reads the log level again.
int RunNode(const StartOptions& options);

}  // namespace tanji::node
