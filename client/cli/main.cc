// tanji: the command line of the ledger.
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "client/cli/run.h"

int main(int argc, char** argv) {
  // gRPC's own log is for those who ask for it; what went wrong is said by the command.
  setenv("GRPC_VERBOSITY", "NONE", /*overwrite=*/0);
  // Output into a pipe that is closed ends the program, but not in the middle of a file.
  std::signal(SIGPIPE, SIG_DFL);
  auto terminal = tanji::client::cli::Terminal::Real();
  try {
    return tanji::client::cli::Run(std::vector<std::string>(argv + 1, argv + argc), terminal);
  } catch (const std::exception& failure) {
    // Memory or the disk ran out; input never throws.
    std::cerr << "tanji: " << failure.what() << "\n";
    return static_cast<int>(tanji::client::ErrorKind::kLocal);
  }
}
