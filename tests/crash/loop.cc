#include "tests/crash/loop.h"

#include <signal.h>

#include <algorithm>
#include <thread>

#include "ledger/storage/crash_point.h"
#include "tests/crash/fail.h"

namespace tanji::crash {
namespace {

constexpr Milliseconds kStartLimit{60'000};
constexpr Milliseconds kStopLimit{60'000};
constexpr Milliseconds kDeathLimit{20'000};
// A node whose crash point is armed gets this long to come by.
constexpr Milliseconds kPointLimit{15'000};
constexpr Milliseconds kPoll{1};
constexpr std::int64_t kTransactionLifeMs = 12 * 3'600'000;
constexpr std::uint64_t kKillsBetweenAudits = 10;
constexpr std::uint64_t kLongestWorkMs = 900;
constexpr std::uint64_t kMostBatchesOfARun = 60;
constexpr std::size_t kSentAgain = 24;

std::int64_t WallMs() {
  return std::chrono::duration_cast<Milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

std::uint64_t Tally::kills() const {
  std::uint64_t sum = random_kills();
  for (const auto& [name, count] : points) sum += count;
  return sum;
}

Loop::Loop(const LoopOptions& options, const std::string& directory)
    : options_(options),
      end_(std::chrono::steady_clock::now() + std::chrono::seconds(options.limit_s)),
      directory_(options.tanjid, directory),
      workload_(options.seed, directory_.operator_key(), WallMs() + kTransactionLifeMs),
      model_(directory_.operator_key().key_id(),
             [this](const crypto::Hash& id) { return journal_.WasSent(id); }),
      queue_(workload_),
      random_(options.seed, "loop", 0) {
  for (const auto& point : kCrashPoints) tally_.points[std::string(point.name)] = 0;
}

void Loop::Run() {
  Audit(/*last=*/false);
  while (!Enough()) {
    Require(std::chrono::steady_clock::now() < end_,
            "only {} of {} kills within {} s; a point that is never hit: {}", tally_.kills(),
            options_.kills, options_.limit_s,
            FirstPointNeverHit() != nullptr ? FirstPointNeverHit()->name : "none");
    Live(NextLife());
    if (tally_.kills() >= next_audit_) {
      Audit(/*last=*/false);
      next_audit_ = tally_.kills() + kKillsBetweenAudits;
    }
  }
  Audit(/*last=*/true);
}

bool Loop::Enough() const {
  return tally_.kills() >= options_.kills &&
         (!options_.each_point || FirstPointNeverHit() == nullptr);
}

const CrashPoint* Loop::FirstPointNeverHit() const {
  const auto* const found = std::find_if(
      std::begin(kCrashPoints), std::end(kCrashPoints),
      [&](const CrashPoint& point) { return tally_.points.at(std::string(point.name)) == 0; });
  return found == std::end(kCrashPoints) ? nullptr : found;
}

Loop::Life Loop::NextLife() {
  if (const auto* const point = FirstPointNeverHit(); options_.each_point && point != nullptr) {
    return {Plan::kPoint, point, random_.Between(1, 3)};
  }
  const std::uint64_t draw = random_.Between(0, 99);
  if (draw < 45) return {Plan::kWork};
  if (draw < 55) return {Plan::kStarting};
  if (draw < 62) return {Plan::kDraining};
  const auto& point = kCrashPoints[random_.Between(0, kCrashPointCount - 1)];
  return {Plan::kPoint, &point, random_.Between(1, point.largest_hit)};
}

void Loop::Live(const Life& life) {
  ++lives_;
  if (life.plan == Plan::kStarting) {
    KillWhileStarting();
    return;
  }
  const std::string crash_at =
      life.point == nullptr ? "" : fmt::format("{}:{}", life.point->name, life.hit);
  const auto node = directory_.Start(crash_at);
  const auto address = AwaitReady(*node, life);
  if (!address) {
    Count(life, *node->Poll());
    return;
  }
  Client client(*address);
  Inspect(client);
  StartWork();
  Ending ending;
  {
    Submitter submitter(client, queue_, journal_);
    ending = EndLife(life, *node, submitter);
    queue_.EndRun();
  }
  Count(life, ending);
}

// Opening and recovering is work too.
void Loop::KillWhileStarting() {
  const auto node = directory_.Start("");
  const auto longest = static_cast<std::uint64_t>(last_start_.count());
  const auto ending = node->Wait(Milliseconds(random_.Between(0, longest)));
  Require(!ending, "the node ended with {} while it started", ending ? ending->Text() : "");
  node->Signal(SIGKILL);
  Count({Plan::kStarting}, node->Wait(kDeathLimit).value_or(Ending{}));
}

std::optional<std::string> Loop::AwaitReady(Child& node, const Life& life) {
  const auto begin = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - begin < kStartLimit) {
    if (const auto ending = node.Poll()) {
      Require(life.point != nullptr, "the node ended with {} before it was ready", ending->Text());
      return std::nullopt;
    }
    if (auto address = directory_.ReadyAddress(node)) {
      last_start_ =
          std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - begin);
      return address;
    }
    std::this_thread::sleep_for(kPoll);
  }
  Fail("the node was not ready within {} ms", kStartLimit.count());
}

void Loop::Inspect(Client& client) {
  Inspector inspector(client, journal_, model_);
  inspector.AfterStart(queue_.Unanswered(), lives_);
  Require(!fsck_entries_ || *fsck_entries_ == model_.size(),
          "fsck checked {} entries, after that the log has {}", fsck_entries_.value_or(0),
          model_.size());
  fsck_entries_.reset();
}

void Loop::StartWork() {
  std::vector<std::uint64_t> numbers;
  for (const auto& [id, acknowledged] : journal_.acknowledged()) {
    numbers.push_back(acknowledged.number);
  }
  // The order in a hash map is nobody's; the seed is to decide.
  std::sort(numbers.begin(), numbers.end());
  std::vector<Item> again;
  for (std::size_t i = 0; i < kSentAgain && !numbers.empty(); ++i) {
    again.push_back(workload_.Make(numbers[random_.Between(0, numbers.size() - 1)],
                                   /*spoilt=*/random_.Percent(30)));
  }
  queue_.StartRun(std::move(again), random_.Between(1, kMostBatchesOfARun));
}

Ending Loop::EndLife(const Life& life, Child& node, const Submitter& submitter) {
  const bool armed = life.plan == Plan::kPoint;
  const auto moment = std::chrono::steady_clock::now() +
                      (armed ? kPointLimit : Milliseconds(random_.Between(1, kLongestWorkMs)));
  while (std::chrono::steady_clock::now() < moment && !submitter.idle() && !node.Poll()) {
    std::this_thread::sleep_for(kPoll);
  }
  if (life.plan == Plan::kWork) {
    const auto ending = node.Poll();
    Require(!ending, "the node ended with {} at work", ending ? ending->Text() : "");
    node.Signal(SIGKILL);
  } else {
    // An armed node that was not caught yet may be caught while it drains.
    node.Signal(SIGTERM);
    if (life.plan == Plan::kDraining) {
      node.Wait(Milliseconds(random_.Between(0, 30)));
      node.Signal(SIGKILL);
    }
  }
  const auto ending = node.Wait(kStopLimit);
  Require(ending.has_value(), "the node was told to end and is still there after {} ms",
          kStopLimit.count());
  return *ending;
}

void Loop::Count(const Life& life, const Ending& ending) {
  if (life.point != nullptr && ending.code == ledger::kCrashPointExitCode) {
    ++tally_.points[std::string(life.point->name)];
  } else if (life.plan == Plan::kPoint && ending.code == 0) {
    ++tally_.points_missed;
    ++tally_.stopped;
  } else if (life.plan == Plan::kDraining && ending.code == 0) {
    ++tally_.stopped;
  } else if (life.plan != Plan::kPoint && ending.signal == SIGKILL) {
    ++(life.plan == Plan::kWork       ? tally_.killed_at_work
       : life.plan == Plan::kStarting ? tally_.killed_while_starting
                                      : tally_.killed_while_draining);
  } else {
    Fail("the node ended with {}, which nobody asked for", ending.Text());
  }
}

void Loop::Audit(bool last) {
  ++lives_;
  const auto node = directory_.Start("");
  const auto address = AwaitReady(*node, {});
  Client client(*address);
  if (model_.size() == 0) journal_.SetPolicy(AskPolicy(client));
  Inspect(client);
  Inspector(client, journal_, model_).Whole();
  std::optional<Submitter> submitter;
  if (!last) {
    // So that there is something in flight when the node is told to stop.
    StartWork();
    submitter.emplace(client, queue_, journal_);
    std::this_thread::sleep_for(Milliseconds(random_.Between(20, 300)));
  }
  node->Signal(SIGTERM);
  const auto ending = node->Wait(kStopLimit);
  Require(ending && ending->code == 0, "after SIGTERM the node ended with {}, not with exit code 0",
          ending ? ending->Text() : "nothing at all");
  queue_.EndRun();
  submitter.reset();
  ++tally_.stopped;
  fsck_entries_ = directory_.Fsck();
  directory_.Replay();
  Require(!last || *fsck_entries_ == model_.size(), "fsck checked {} entries of {}", *fsck_entries_,
          model_.size());
  ++tally_.audits;
  fmt::print("{:4} kills, {:7} entries, {:7} transactions acknowledged: all sound\n",
             tally_.kills(), *fsck_entries_, journal_.acknowledged().size());
  std::fflush(stdout);
}

void Loop::PrintSummary() const {
  fmt::print("\nseed {}\n", options_.seed);
  fmt::print("kills {}: {} at random ({} at work, {} while starting, {} while draining)\n",
             tally_.kills(), tally_.random_kills(), tally_.killed_at_work,
             tally_.killed_while_starting, tally_.killed_while_draining);
  for (const auto& point : kCrashPoints) {
    fmt::print("  {:34} {:5}\n", point.name, tally_.points.at(std::string(point.name)));
  }
  const auto acknowledged = journal_.acknowledged();
  fmt::print("orderly stops {}, audits with fsck and replay {}, points armed but not passed {}\n",
             tally_.stopped, tally_.audits, tally_.points_missed);
  fmt::print(
      "acknowledged transactions {}: {} applied, {} refused; answered again {}, dropped {}\n",
      acknowledged.size(), journal_.code_count(v1::CODE_OK),
      acknowledged.size() - journal_.code_count(v1::CODE_OK), journal_.repeated_count(),
      journal_.dropped_count());
  fmt::print("log entries {}, checkpoints {}, documents {}, participants {}, keys {}\n",
             model_.size(), journal_.checkpoints().size(), model_.state().documents.size(),
             model_.state().participants.size(), model_.state().keys.size());
}

}  // namespace tanji::crash
