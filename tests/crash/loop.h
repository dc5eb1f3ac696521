// The crash loop: start the node, look whether all it ever said is still true, give it work, end it
// in the middle of it, and again.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "tests/crash/crash_points.h"
#include "tests/crash/inspector.h"
#include "tests/crash/journal.h"
#include "tests/crash/model.h"
#include "tests/crash/node.h"
#include "tests/crash/random.h"
#include "tests/crash/submitter.h"
#include "tests/crash/workload.h"

namespace tanji::crash {

struct LoopOptions {
  std::string tanjid;
  std::uint64_t kills = 20;
  std::uint64_t seed = 0;
  // Every named crash point at least once, before anything else.
  bool each_point = false;
  std::uint64_t limit_s = 3'000;
};

// How the runs of the node ended.
struct Tally {
  std::uint64_t killed_at_work = 0;
  std::uint64_t killed_while_starting = 0;
  std::uint64_t killed_while_draining = 0;
  std::map<std::string, std::uint64_t> points;
  std::uint64_t points_missed = 0;  // armed, but the node had no occasion to come by
  std::uint64_t stopped = 0;        // by SIGTERM, with exit code 0
  std::uint64_t audits = 0;
  std::uint64_t random_kills() const {
    return killed_at_work + killed_while_starting + killed_while_draining;
  }
  std::uint64_t kills() const;
};

class Loop {
 public:
  // `directory` does not exist yet.
  Loop(const LoopOptions& options, const std::string& directory);

  // Fails, or returns when all that was asked for has happened and holds.
  void Run();
  void PrintSummary() const;

 private:
  enum class Plan { kWork, kStarting, kDraining, kPoint };
  // One run of the node, and what it was told.
  struct Life {
    Plan plan = Plan::kWork;
    const CrashPoint* point = nullptr;
    std::uint64_t hit = 0;
  };

  bool Enough() const;
  Life NextLife();
  const CrashPoint* FirstPointNeverHit() const;
  void Live(const Life& life);
  void KillWhileStarting();
  // nullopt: it ended before it was ready, at its crash point.
  std::optional<std::string> AwaitReady(Child& node, const Life& life);
  void Inspect(Client& client);
  void StartWork();
  Ending EndLife(const Life& life, Child& node, const Submitter& submitter);
  void Count(const Life& life, const Ending& ending);
  // Stops the node in an orderly way and checks every byte it has left.
  void Audit(bool last);

  const LoopOptions options_;
  const std::chrono::steady_clock::time_point end_;
  const NodeDirectory directory_;
  const Workload workload_;
  Journal journal_;
  Model model_;
  BatchQueue queue_;
  Random random_;
  Tally tally_;
  std::uint64_t lives_ = 0;
  std::uint64_t next_audit_ = 10;  // at this many kills
  Milliseconds last_start_{100};   // how long the node took until it was ready
  std::optional<std::uint64_t> fsck_entries_;
};

}  // namespace tanji::crash
