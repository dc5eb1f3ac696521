// A whole ledger in memory for tests: genesis, signed transactions, blocks. Deterministic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/engine/ledger.h"
#include "tests/ledger/modules/support/world.h"
#include "tests/support/memory_store.h"

namespace tanji::ledger::testing {

// The world's genesis with one validator node; `nodes/solo`.
crypto::SigningKey NodeLogKey();
crypto::SigningKey NodeCosignerKey();
std::string GenesisFile();

// How a test transaction is put together; what is not set is right.
struct Draft {
  std::string author_id;
  std::vector<v1::Operation> operations;
  std::vector<crypto::SigningKey> keys;  // empty: key 0 of the author
  std::int64_t expire_ms = kGenesisTimeMs + kDayMs;
  // Fills the nonce: equal drafts of different seeds are different transactions.
  std::uint64_t seed = 0;
  std::string chain_id{kChainId};
};
v1::TransactionBody BodyOf(const Draft& draft);
// The serialised Transaction with `body` signed by `keys`, sorted.
std::string SignBody(const std::string& body, const std::vector<crypto::SigningKey>& keys);
std::string TransactionOf(const Draft& draft);

// Drives a ledger over a store in memory.
class TestLedger {
 public:
  // Initialises the store with GenesisFile() unless it holds a ledger.
  explicit TestLedger(std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>());

  // Parses, executes and commits a block. A transaction that does not parse has its refusal in the
  // results too.
  std::vector<ExecutedBlock::Result> Run(const std::vector<std::string>& transactions,
                                         std::int64_t time_ms);
  // At the next millisecond.
  std::vector<ExecutedBlock::Result> Run(const std::vector<std::string>& transactions) {
    return Run(transactions, ledger().tip().time() + 1);
  }
  // One transaction alone in its block.
  TransactionResult RunOne(const Draft& draft) {
    return Run({TransactionOf(draft)}).front().result;
  }

  Ledger& ledger() { return *ledger_; }
  MemoryStore& store() { return *store_; }
  const MemoryStore& store() const { return *store_; }
  const std::shared_ptr<const ExecutedBlock>& last_block() const { return last_block_; }
  // Default: nothing is remembered, every signature is verified.
  void set_memory(const SignatureMemory& memory) { memory_ = &memory; }

  // Opens the ledger again from what is committed.
  absl::Status Reopen();

 private:
  std::shared_ptr<MemoryStore> store_;
  std::unique_ptr<Ledger> ledger_;
  std::shared_ptr<const ExecutedBlock> last_block_;
  const SignatureMemory* memory_ = &NoMemory();
};

}  // namespace tanji::ledger::testing
