// crash_loop: kills a real node again and again, and checks that nothing it ever said becomes
// untrue. See README.md.
#include <fmt/format.h>
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <random>
#include <string>

#include "tests/crash/fail.h"
#include "tests/crash/loop.h"

int main(int argc, char** argv) {
  using namespace tanji::crash;
  LoopOptions options;
  options.seed = std::random_device{}();
  CLI::App app{"Kills a node again and again and checks what is left", "crash_loop"};
  app.add_option("--tanjid", options.tanjid, "The binary")->required()->check(CLI::ExistingFile);
  app.add_option("--kills", options.kills, "How many times the node is to die")
      ->capture_default_str();
  app.add_option("--seed", options.seed, "Decides what is submitted and when the node dies")
      ->capture_default_str();
  app.add_flag("--each-point", options.each_point, "First every named crash point once");
  app.add_option("--limit-s", options.limit_s, "Fail after this many seconds")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  std::string pattern = (std::filesystem::temp_directory_path() / "tanji-crash-XXXXXX").string();
  Require(mkdtemp(pattern.data()) != nullptr, "cannot make a directory {}", pattern);
  fmt::print("seed {}\n", options.seed);
  std::fflush(stdout);
  SetFailureNote(fmt::format("seed {}; what is left of the node lies in {}", options.seed, pattern),
                 pattern + "/node.log");
  {
    Loop loop(options, pattern + "/node");
    loop.Run();
    loop.PrintSummary();
  }
  // After a failure it stays, as evidence.
  std::filesystem::remove_all(pattern);
  return 0;
}
