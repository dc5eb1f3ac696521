#include "node/proofs/receipt.h"

#include <gtest/gtest.h>

#include "crypto/log/log_tree.h"
#include "crypto/note/tlog_proof.h"
#include "tests/support/served_state.h"

namespace tanji::node {
namespace {

using ledger::testing::Document;
using ledger::testing::Op;

class ReceiptTest : public testing::Test {
 protected:
  void RunDocuments(int first, int count) {
    std::vector<std::string> transactions;
    for (int i = first; i < first + count; ++i) {
      ledger::testing::Draft draft;
      draft.author_id = "zone";
      draft.operations = {Op(Document(std::to_string(i)))};
      transactions.push_back(ledger::testing::TransactionOf(draft));
    }
    ledger_.Run(transactions);
  }
  bool Holds(const std::string& proof, const std::string& entry, std::uint64_t index) {
    const std::string& chain_id = ledger_.ledger().chain_id();
    const auto verified = crypto::VerifyTlogProof(
        proof, crypto::LeafHash(entry), *PolicyOf(chain_id, ledger_.store().Now()), chain_id);
    return verified.ok() && verified->index == index;
  }
  Submitted SubmittedAt(std::uint64_t index) {
    Submitted out;
    out.index = index;
    out.served = testing_support::ServedOf(ledger_);
    out.entry = out.served->view->ReadEntries(index, 1)->front();
    return out;
  }

  ledger::testing::TestLedger ledger_;
};

TEST_F(ReceiptTest, EveryEntryOfEveryBlockIsProved) {
  for (const int count : {1, 2, 7, 256, 40}) {
    const std::uint64_t first = ledger_.ledger().tip().block_entry_index() + 1;
    RunDocuments(static_cast<int>(first), count);
    const auto served = testing_support::ServedOf(ledger_);
    for (std::uint64_t index = first; index < served->log_size; ++index) {
      Submitted submitted = SubmittedAt(index);
      const auto from_store = ProveReceipt(submitted);
      ASSERT_TRUE(from_store.ok()) << from_store.status();
      EXPECT_TRUE(Holds(*from_store, submitted.entry, index));
      submitted.block = ledger_.last_block();
      EXPECT_EQ(ProveReceipt(submitted).value(), *from_store);
    }
  }
}

// A block that is no longer the newest cannot be proved from memory.
TEST_F(ReceiptTest, AnOlderBlockIsProvedFromTheStore) {
  RunDocuments(0, 3);
  const auto block = ledger_.last_block();
  RunDocuments(3, 3);
  Submitted submitted = SubmittedAt(3);
  submitted.block = block;
  const auto proof = ProveReceipt(submitted);
  ASSERT_TRUE(proof.ok()) << proof.status();
  EXPECT_TRUE(Holds(*proof, submitted.entry, 3));
}

TEST_F(ReceiptTest, NothingBeyondTheCheckpointIsProved) {
  const auto served = testing_support::ServedOf(ledger_);
  EXPECT_FALSE(ProveEntry(*served, served->log_size).ok());
}

}  // namespace
}  // namespace tanji::node
