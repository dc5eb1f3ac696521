// What must become of each transaction, block by block.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/engine/executor.h"
#include "tests/property/model/world.h"

namespace tanji::property {

// A transaction as it was put together: the model need not take it apart.
struct Sent {
  std::string bytes;
  v1::TransactionBody body;
  crypto::Hash id;
  std::vector<std::string> key_ids;  // raw, ascending
  // One of the signatures is not what its key would make.
  bool false_signature = false;
};

struct Verdict {
  ledger::Fate fate = ledger::Fate::kDropped;
  Code code = v1::CODE_OK;
  std::optional<std::uint32_t> operation;

  bool operator==(const Verdict&) const = default;
  std::string Text() const;
};
Verdict VerdictOf(const ledger::TransactionResult& result);

class Model {
 public:
  explicit Model(const v1::Genesis& genesis);

  void BeginBlock(std::int64_t time_ms);
  Verdict Run(const Sent& sent);
  void EndBlock();

  const World& world() const { return world_; }
  std::int64_t now_ms() const { return now_ms_; }
  std::uint64_t height() const { return height_; }

 private:
  // CODE_OK, or why the transaction is not authentic; whose signatures count for which operation.
  Code Authenticate(const Sent& sent, std::vector<std::vector<std::string>>& signers) const;
  Code AssignSigners(const Sent& sent, std::vector<std::vector<std::string>>& signers) const;
  Verdict RunOperations(const Sent& sent, std::vector<std::vector<std::string>> signers);

  World world_;
  std::int64_t now_ms_ = 0;
  std::uint64_t height_ = 0;
  // Ids that count as spent, with the hour in which they were logged.
  std::map<crypto::Hash, std::int64_t> spent_;
  bool logged_ = false;
};

}  // namespace tanji::property
