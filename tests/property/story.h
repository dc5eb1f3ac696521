// A random sequence made into blocks of signed transactions, run on a ledger, and held against the
// model after every block.
#pragma once

#include <cstdint>
#include <deque>
#include <iosfwd>
#include <string>
#include <vector>

#include "tests/property/generate/scene.h"
#include "tests/property/model/model.h"
#include "tests/support/test_ledger.h"

namespace tanji::property {

// What a property generates: a transaction follows from it and from the world as it then is, so
// that a failing sequence can be shortened.
struct Step {
  std::uint32_t seed = 0;
};
void showValue(const Step& step, std::ostream& out);

struct Block {
  std::int64_t time_ms = 0;
  std::vector<std::string> transactions;
};

struct Story {
  std::vector<Block> blocks;
  // One per transaction, over all blocks.
  std::vector<Verdict> verdicts;
};

class Teller {
 public:
  // `timeless`: only operations whose outcome does not depend on when their block is, in blocks
  // that follow each other at once.
  explicit Teller(bool timeless = false) : Teller(Settled(timeless)) {}

  // Throws std::runtime_error with what differs from the model, and where.
  void Tell(const std::vector<Step>& steps);

  const Story& story() const { return story_; }
  const Model& model() const { return model_; }
  // How often an operation of each arm was applied.
  const std::map<int, int>& applied() const { return applied_; }
  ledger::testing::TestLedger& ledger() { return ledger_; }

 private:
  // Tells the first block, which is the same for all stories of its kind.
  struct FromGenesis {};
  Teller(FromGenesis, bool timeless);
  // Goes on from where another one is, in a ledger of its own.
  Teller(const Teller& other);
  // Told once: half of a story's time would go into it.
  static const Teller& Settled(bool timeless);

  // A first block, so that there is something to work with: participants, a GWP set, factors, a
  // farm, a scheme that is in force, an auditor of two people (settle.cc).
  void Settle();
  void SettlePeople();
  void SettleFarms();
  void SettleFootprint(const std::string& farm);
  void SettleScheme(const std::string& id, std::uint32_t auditor_years);
  void SettleAuditor();
  // One operation, signed as it must be.
  void Perform(const std::string& author, const v1::Operation& operation);
  void Add(Dice& dice);
  Sent Compose(Dice& dice);
  std::vector<Proposal> Invent(Dice& dice) const;
  Scene SceneOf(Dice& dice, const World& world) const;
  Sent Sign(Dice& dice, const std::string& author, const std::vector<v1::Operation>& operations,
            bool perfect);
  void Send(Sent sent);
  std::int64_t TimeOfNext(Dice& dice) const;
  void BeginBlock(Dice& dice);
  void EndBlock();

  const bool timeless_;
  const std::vector<Generator> generators_;
  Model model_;
  ledger::testing::TestLedger ledger_;
  Story story_;
  std::map<int, int> applied_;
  bool in_block_ = false;
  std::uint64_t sent_count_ = 0;
  std::vector<Sent> in_this_block_;
  std::deque<Sent> recent_;
};

}  // namespace tanji::property
