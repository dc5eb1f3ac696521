// What a FakeNode of the harness proves from: an archive that stays as it is, or a world that
// changes with what is submitted.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ledger/state/record.h"
#include "tests/client/cli/harness.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::client::cli {

// Every proof is of the archive that `archive` returns.
inline void ProveFrom(Harness& harness, std::function<const ledger::testing::Archive&()> archive) {
  harness.node.prove = [archive](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
    v1::ProveResponse response;
    response.set_bundle(archive().BundleFor(request.question()));
    return response;
  };
}

// Pins the policy of `archive`, whose newest checkpoint was signed `age_ms` ago.
inline void TrustPolicyOf(Harness& harness, const ledger::testing::Archive& archive,
                          std::int64_t age_ms) {
  harness.now_ms = archive.signed_ms() + age_ms;
  const std::string policy = harness.Write("policy", archive.policy());
  if (harness.Run("trust add " + policy + " --quiet").code != 0) std::abort();
}

// A node that keeps a World: what it is sent changes the world, whose is the fate, and each proof
// is of the world as it is. Receipts and proofs are not of one log: run with --unverified.
class WorldNode {
 public:
  WorldNode(Harness& harness, ledger::testing::World& world) : world_(world) {
    TrustPolicyOf(harness, ledger::testing::Archive(world), 0);
    harness.node.prove = [this](const v1::ProveRequest& request) -> Result<v1::ProveResponse> {
      v1::ProveResponse response;
      response.set_bundle(ledger::testing::Archive(world_).BundleFor(request.question()));
      return response;
    };
    harness.node.alter_result = [this](v1::SubmitResult& result) { Execute(result); };
  }
  WorldNode(const WorldNode&) = delete;
  WorldNode& operator=(const WorldNode&) = delete;

  // Transactions after so many are refused, as if an operation were not in force.
  int refuse_after = 1000;
  // What it was sent.
  std::vector<v1::TransactionBody> bodies;
  // By author, the keys with which the world runs it; of whoever is not here, key 0.
  std::map<std::string, std::vector<int>> keys_of;

 private:
  void Execute(v1::SubmitResult& result) {
    v1::LogEntry entry;
    v1::Transaction transaction;
    auto& body = bodies.emplace_back();
    ASSERT_TRUE(entry.ParseFromString(result.entry()));
    ASSERT_TRUE(transaction.ParseFromString(entry.transaction().transaction()));
    ASSERT_TRUE(body.ParseFromString(transaction.body()));
    result.clear_log_proof();  // of a log that is not the world's
    if (static_cast<int>(bodies.size()) > refuse_after) {
      Refuse(v1::CODE_OPERATION_NOT_IN_FORCE, entry, result);
      return;
    }
    const std::string author = body.author().substr(body.author().find('/') + 1);
    const auto keys = keys_of.find(author);
    const auto outcome = world_.Run(author, {body.operations().begin(), body.operations().end()},
                                    keys == keys_of.end() ? std::vector<int>{0} : keys->second);
    if (!outcome.ok()) Refuse(outcome.code(), entry, result);
  }
  static void Refuse(v1::Code code, v1::LogEntry& entry, v1::SubmitResult& result) {
    auto& receipt = *entry.mutable_transaction()->mutable_receipt();
    receipt.set_code(code);
    receipt.set_refused_operation(0);
    result.set_entry(ledger::EncodeRecord(entry));
    result.set_fate(v1::FATE_FAILED);
    result.set_code(code);
    result.set_refused_operation(0);
  }

  ledger::testing::World& world_;
};

}  // namespace tanji::client::cli
