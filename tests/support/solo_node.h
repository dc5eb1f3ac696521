// The test ledger (test_ledger.h) with a running pipeline, for tests of what lies above it. Its
// clock is the machine's; keys are deterministic; the store is in a temporary directory, or
// whatever the test gives.
#pragma once

#include <google/protobuf/util/json_util.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ledger/engine/genesis.h"
#include "ledger/engine/ledger.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "node/pipeline/pipeline.h"
#include "node/proofs/policy.h"
#include "tests/support/temp_dir.h"
#include "tests/support/test_ledger.h"

namespace tanji::testing_support {

// Ends the test: nothing of it makes sense any more.
inline void Require(const absl::Status& status) {
  if (!status.ok()) throw std::runtime_error(status.ToString());
}

// The genesis file of the test ledger, begun a second ago, so that a block may follow at once.
inline std::string GenesisOfNow() {
  auto genesis = ledger::ParseGenesis(ledger::testing::GenesisFile());
  Require(genesis.status());
  genesis->set_time(node::SystemClock().WallMs() - 1'000);
  std::string json;
  Require(absl::Status(static_cast<absl::StatusCode>(
                           google::protobuf::util::MessageToJsonString(*genesis, &json).code()),
                       "printing the genesis"));
  return json;
}

// Signs `operations` as `author_id`, to expire in ten minutes. Every call has a nonce of its own.
// With these keys of the author.
inline std::string SignNow(std::string_view author_id, std::vector<v1::Operation> operations,
                           const std::vector<int>& keys = {0}) {
  static std::atomic<std::uint64_t> counter{0};
  ledger::testing::Draft draft;
  draft.author_id = author_id;
  draft.operations = std::move(operations);
  for (const int key : keys) draft.keys.push_back(ledger::testing::KeyOf(author_id, key));
  draft.expire_ms = node::SystemClock().WallMs() + 600'000;
  draft.seed = ++counter;
  return ledger::testing::TransactionOf(draft);
}

// A document each, signed by `zone`.
inline std::string SignDocument(std::string_view content) {
  return SignNow("zone", {ledger::testing::Op(ledger::testing::Document(content))});
}
inline std::string DocumentName(std::string_view content) {
  return "documents/" + crypto::Sha256(content).Hex();
}

class SoloNode {
 public:
  // Over `store`, which is empty; null: one in a temporary directory.
  explicit SoloNode(std::unique_ptr<ledger::Store> store = nullptr,
                    node::PipelineOptions options = {})
      : store_(store ? std::move(store) : MakeStore(directory_)) {
    Require(ledger::InitialiseStore(*store_, GenesisOfNow(), ledger::AllModules()));
    auto ledger =
        ledger::Ledger::Open(*store_, ledger::AllModules(), ledger::MembershipAuthority());
    Require(ledger.status());
    ledger_ = *std::move(ledger);
    signer_ = std::make_unique<node::CheckpointSigner>(
        ledger_->chain_id(),
        node::SignerKeys{node::CosignerName(ledger_->chain_id(), "solo"),
                         ledger::testing::NodeLogKey(), ledger::testing::NodeCosignerKey()});
    pipeline_ =
        std::make_unique<node::Pipeline>(*ledger_, *store_, *signer_, node::SystemClock(), options,
                                         [this](const absl::Status& status) { fatal_ = status; });
    Require(pipeline_->Start());
  }
  ~SoloNode() {
    if (pipeline_) pipeline_->Drain();
  }

  node::Pipeline& pipeline() { return *pipeline_; }
  ledger::Store& store() { return *store_; }
  std::shared_ptr<const node::ServedState> served() { return pipeline_->served().Newest(); }
  const absl::Status& fatal() const { return fatal_; }

  // Submits and waits for what becomes of it.
  node::Submitted Submit(std::string transaction) {
    auto promise = std::make_shared<std::promise<node::Submitted>>();
    auto future = promise->get_future();
    node::Submission submission;
    submission.bytes = std::move(transaction);
    submission.done = [promise](node::Submitted out) { promise->set_value(std::move(out)); };
    if (!pipeline_->Submit(std::move(submission))) throw std::runtime_error("queue full");
    if (future.wait_for(std::chrono::seconds(30)) != std::future_status::ready) {
      throw std::runtime_error("the pipeline does not answer");
    }
    return future.get();
  }
  // One after the other: one block each.
  void RegisterDocuments(const std::vector<std::string>& contents) {
    for (const auto& content : contents) {
      const auto out = Submit(SignDocument(content));
      if (out.result.fate != ledger::Fate::kApplied) throw std::runtime_error("not applied");
    }
  }
  // Stops the pipeline and closes the store, for tools that work on a store at rest. Nothing else
  // may be called afterwards but store_path().
  void Close() {
    pipeline_.reset();
    ledger_.reset();
    store_.reset();
  }
  std::string store_path() const { return directory_.File("store"); }

 private:
  static std::unique_ptr<ledger::Store> MakeStore(const TempDir& directory) {
    ledger::StoreOptions options;
    options.path = directory.File("store");
    options.mode = ledger::StoreOptions::Mode::kCreate;
    auto store = ledger::Store::Open(options);
    Require(store.status());
    return *std::move(store);
  }

  TempDir directory_;
  std::unique_ptr<ledger::Store> store_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<node::CheckpointSigner> signer_;
  absl::Status fatal_;
  std::unique_ptr<node::Pipeline> pipeline_;
};

}  // namespace tanji::testing_support
