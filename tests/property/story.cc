#include "tests/property/story.h"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "crypto/hash/hex.h"
#include "ledger/state/record.h"
#include "tests/property/compare.h"
#include "tests/property/model/days.h"

namespace tanji::property {
namespace {

namespace testing = ledger::testing;

constexpr std::int64_t kHourMs = 3'600'000, kDayMs = 24 * kHourMs;
constexpr int kKeyNumbers = 6;

// Every key that can be in a story, by its raw id.
const std::map<std::string, crypto::SigningKey>& Ring() {
  static const auto ring = [] {
    std::map<std::string, crypto::SigningKey> out;
    std::vector<std::string> owners{"body-cn", "body-eu", "body-hn", "cnas", "zone", "nobody",
                                    "other-0", "other-1", "Upper",   "-x",   ""};
    for (const auto& role : Cast()) owners.emplace_back(role.id);
    for (const auto& owner : owners) {
      for (int number = 0; number < kKeyNumbers; ++number) {
        const auto key = testing::KeyOf(owner, number);
        out.emplace(key.key_id().str(), key);
      }
    }
    return out;
  }();
  return ring;
}

void Erase(std::set<std::string>& keys, Dice& dice) {
  if (!keys.empty()) keys.erase(dice.Pick(keys));
}

// Now and then somebody forgets to sign, or somebody signs who must not.
void Disturb(std::set<std::string>& keys, const std::string& author, const World& world,
             Dice& dice) {
  std::vector<std::string> own;
  for (const auto& [key_id, key] : world.members.keys) {
    if (key.owner == author) own.push_back(key_id);
  }
  if (dice.Percent(2)) Erase(keys, dice);
  if (!own.empty() && dice.Percent(3)) keys.insert(dice.Pick(own));
  // As many keys, but whose?
  if (own.size() > keys.size() && dice.Percent(keys.size() > 1 ? 20 : 3)) {
    const auto count = keys.size();
    keys.clear();
    while (keys.size() < count) keys.insert(dice.Pick(own));
  }
  if (dice.Percent(2)) keys.insert(dice.Pick(Ring()).first);
}

// How many people an operation needs whatever the threshold.
std::uint32_t PeopleFor(const v1::Operation& operation) {
  return operation.has_issue_statement() ? 2 : 1;
}

// The fewest keys of the author that may sign for all the operations.
std::set<std::string> KeysFor(const std::string& author,
                              const std::vector<v1::Operation>& operations, const World& world,
                              std::int64_t now_ms) {
  std::set<std::string> keys;
  for (const auto& operation : operations) {
    const auto permission = FindModel(operation.kind_case())->permission;
    const auto* participant = world.members.Find(author);
    const auto threshold = participant == nullptr ? 1 : participant->Threshold(permission);
    const auto needed = std::max(threshold, PeopleFor(operation));
    std::set<std::string> holders;
    for (const auto& [key_id, key] : world.members.keys) {
      const bool may = key.owner == author && key.permissions.contains(permission);
      if (!may || !key.Counts(now_ms) || holders.contains(key.holder)) continue;
      if (holders.size() >= needed) break;
      holders.insert(key.holder);
      keys.insert(key_id);
    }
  }
  return keys;
}

void AddInstants(const Life& life, std::set<std::int64_t>& out) {
  for (const auto& span : life.spans()) {
    out.insert(span.from_ms);
    if (span.to_ms) out.insert(*span.to_ms);
  }
}

// When something of the world begins or ends.
std::set<std::int64_t> InstantsOf(const World& world) {
  std::set<std::int64_t> out;
  for (const auto& [key_id, key] : world.members.keys) AddInstants(key.life, out);
  for (const auto& [id, participant] : world.members.participants) {
    AddInstants(participant.life, out);
  }
  for (const auto& [id, ballot] : world.members.ballots) out.insert(ballot.record.deadline_time());
  for (const auto& [id, dataset] : world.factors.datasets) AddInstants(dataset.life, out);
  for (const auto& [id, lot] : world.products.lots) AddInstants(lot.life, out);
  for (const auto& [id, granted] : world.members.accreditations) AddInstants(granted.life, out);
  return out;
}

void FlipSignature(std::string& bytes, Dice& dice) {
  auto transaction = ledger::ParseRecord<v1::Transaction>(bytes);
  auto& signature = *transaction.mutable_signatures(
      static_cast<int>(dice.Below(static_cast<std::size_t>(transaction.signatures_size()))));
  (*signature.mutable_signature())[dice.Below(64)] ^= 1;
  bytes = ledger::EncodeRecord(transaction);
}

}  // namespace

void showValue(const Step& step, std::ostream& out) {
  out << step.seed;
}

Teller::Teller(FromGenesis, bool timeless)
    : timeless_(timeless), generators_(AllGenerators()), model_(testing::TestGenesis()) {
  if (const auto difference = Compare(model_.world(), ledger_); !difference.empty()) {
    throw std::runtime_error("the genesis: " + difference);
  }
  Settle();
}

Teller::Teller(const Teller& other)
    : timeless_(other.timeless_),
      generators_(other.generators_),
      model_(other.model_),
      ledger_(other.ledger_.store().Copy()),
      story_(other.story_),
      applied_(other.applied_),
      in_block_(other.in_block_),
      sent_count_(other.sent_count_),
      in_this_block_(other.in_this_block_),
      recent_(other.recent_) {}

const Teller& Teller::Settled(bool timeless) {
  static const Teller timed(FromGenesis{}, false);
  static const Teller untimed(FromGenesis{}, true);
  return timeless ? untimed : timed;
}

void Teller::Tell(const std::vector<Step>& steps) {
  for (const auto& step : steps) {
    Dice dice(step.seed);
    dice.Next();
    if (!in_block_) BeginBlock(dice);
    Add(dice);
    if (dice.Percent(40)) EndBlock();
  }
  if (in_block_) EndBlock();
}

Scene Teller::SceneOf(Dice& dice, const World& world) const {
  return {dice, world, model_.now_ms(), model_.height(), timeless_};
}

// Mostly one operation; else a few of one author, of which the later ones may name the earlier.
std::vector<Proposal> Teller::Invent(Dice& dice) const {
  if (dice.Percent(3)) {
    auto scene = SceneOf(dice, model_.world());
    return dice.Percent(60) ? WholeFootprint(scene) : BallotWithVote(scene);
  }
  const auto count = dice.Percent(80) ? 1 : dice.Between(2, 4);
  unsigned total = 0;
  for (const auto& generator : generators_) {
    if (!timeless_ || !generator.timed) total += generator.weight;
  }
  std::vector<Proposal> proposals;
  auto scene = SceneOf(dice, model_.world());
  for (int tries = 0; tries < 12 && std::ssize(proposals) < count; ++tries) {
    auto at = dice.Below(total);
    for (const auto& generator : generators_) {
      if (timeless_ && generator.timed) continue;
      if (at >= generator.weight) {
        at -= generator.weight;
        continue;
      }
      auto proposal = generator.make(scene);
      const bool fits = proposals.empty() || proposal.author_id == proposals[0].author_id;
      if (fits) proposals.push_back(std::move(proposal));
      break;
    }
  }
  return proposals;
}

Sent Teller::Sign(Dice& dice, const std::string& author,
                  const std::vector<v1::Operation>& operations, bool perfect) {
  const auto& world = model_.world();
  auto keys = KeysFor(author, operations, world, model_.now_ms());
  if (!perfect) Disturb(keys, author, world, dice);
  testing::Draft draft{author, operations, {}, 0, ++sent_count_};
  for (const auto& key_id : keys) draft.keys.push_back(Ring().at(key_id));
  if (keys.empty()) {
    draft.keys = {testing::KeyOf(author)};
    keys = {draft.keys[0].key_id().str()};
  }
  const auto lifetime_ms = world.members.LifetimeMs();
  draft.expire_ms = model_.now_ms() + (timeless_ ? kHourMs : dice.Between(1, lifetime_ms));
  if (!perfect && !timeless_ && dice.Percent(1)) draft.expire_ms = model_.now_ms();
  if (!perfect && !timeless_ && dice.Percent(1)) {
    draft.expire_ms = model_.now_ms() + lifetime_ms + 1;
  }
  Sent sent;
  sent.body = testing::BodyOf(draft);
  sent.bytes = testing::TransactionOf(draft);
  sent.id = ledger::TransactionId(ledger::EncodeRecord(sent.body));
  sent.key_ids.assign(keys.begin(), keys.end());
  if (!perfect && dice.Percent(2)) {
    sent.false_signature = true;
    FlipSignature(sent.bytes, dice);
  }
  return sent;
}

Sent Teller::Compose(Dice& dice) {
  // Something is sent twice.
  if (!recent_.empty() && dice.Percent(3)) return dice.Pick(recent_);
  const auto proposals = Invent(dice);
  std::vector<v1::Operation> operations;
  for (const auto& proposal : proposals) operations.push_back(proposal.operation);
  return Sign(dice, proposals[0].author_id, operations, false);
}

void Teller::Add(Dice& dice) {
  Send(Compose(dice));
}

void Teller::Send(Sent sent) {
  story_.verdicts.push_back(model_.Run(sent));
  if (story_.verdicts.back().fate == ledger::Fate::kApplied) {
    for (const auto& operation : sent.body.operations()) ++applied_[operation.kind_case()];
  }
  story_.blocks.back().transactions.push_back(sent.bytes);
  recent_.push_back(sent);
  if (recent_.size() > 20) recent_.pop_front();
  in_this_block_.push_back(std::move(sent));
}

// Mostly soon; else at an instant at which something begins or ends, or much later.
std::int64_t Teller::TimeOfNext(Dice& dice) const {
  const auto now_ms = model_.now_ms();
  if (timeless_ || story_.blocks.empty()) return now_ms + 1;
  if (dice.Percent(70)) return now_ms + dice.Between(1, 60'000);
  // Around the turn of the year, by which rotation is judged.
  if (dice.Percent(8)) {
    const auto next_year = std::stoi(DayOf(now_ms).substr(0, 4)) + 1;
    return std::max(now_ms + 1,
                    StartOf(fmt::format("{:04}-01-01", next_year)) + dice.Between(-1, 1));
  }
  const auto instants = InstantsOf(model_.world());
  const auto next = instants.upper_bound(now_ms + 1);
  const bool soon = next != instants.end() && *next < now_ms + 500 * kDayMs;
  if (soon && dice.Percent(60)) return *next + dice.Between(-1, 1);
  if (dice.Percent(65)) return now_ms + dice.Between(1, 26 * kHourMs);
  return now_ms + dice.Between(1, (dice.Percent(85) ? 30 : 400) * kDayMs);
}

void Teller::BeginBlock(Dice& dice) {
  model_.BeginBlock(TimeOfNext(dice));
  story_.blocks.push_back({model_.now_ms(), {}});
  in_this_block_.clear();
  in_block_ = true;
}

void Teller::EndBlock() {
  in_block_ = false;
  model_.EndBlock();
  const auto& block = story_.blocks.back();
  const auto results = ledger_.Run(block.transactions, block.time_ms);
  const auto first = story_.verdicts.size() - results.size();
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto& expected = story_.verdicts[first + i];
    const auto found = VerdictOf(results[i].result);
    if (found == expected) continue;
    std::string detail;
    for (const auto& [key, value] : results[i].result.outcome.detail()) {
      detail += fmt::format("\n  {} = {}", key, value);
    }
    throw std::runtime_error(
        fmt::format("block {} at {}: the ledger says {}{}\nthe model says {}\n{}", model_.height(),
                    model_.now_ms(), found.Text(), detail, expected.Text(),
                    in_this_block_[i].body.Utf8DebugString()));
  }
  auto difference = Compare(model_.world(), ledger_);
  Dice dice(sent_count_);
  if (difference.empty()) {
    difference = CompareAnswers(dice, model_.world(), model_.now_ms(), ledger_);
  }
  if (!difference.empty()) {
    std::string all;
    for (const auto& sent : in_this_block_) all += sent.body.Utf8DebugString() + "\n";
    throw std::runtime_error(fmt::format("block {} at {}: {}\nafter\n{}", model_.height(),
                                         model_.now_ms(), difference, all));
  }
}

}  // namespace tanji::property
