#include "crypto/hash/hash.h"
#include "crypto/hash/hex.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "node/grpc/status.h"
#include "node/grpc/submit_call.h"
#include "node/grpc/submit_result.h"
#include "node/proofs/receipt.h"
#include "tanji/v1/transaction_service.grpc.pb.h"

namespace tanji::node {

namespace {

using ledger::Outcome;
using ledger::Refuse;

constexpr int kMaxBatchTransactions = 1'000;
constexpr std::size_t kMaxBatchBytes = 4u << 20;

Outcome CheckWait(v1::Wait wait) {
  if (v1::Wait_IsValid(wait)) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", "wait"},
                                              {"value", std::to_string(wait)},
                                              {"lowest", "0"},
                                              {"highest", std::to_string(v1::Wait_MAX)}});
}

Outcome CheckBatch(const v1::SubmitBatchRequest& request, std::size_t bytes) {
  const int count = request.transactions_size();
  if (count == 0) return Refuse(v1::CODE_FIELD_MISSING, {{"field", "transactions"}});
  if (count > kMaxBatchTransactions) {
    return Refuse(v1::CODE_LIST_TOO_LONG, {{"field", "transactions"},
                                           {"value", std::to_string(count)},
                                           {"limit", std::to_string(kMaxBatchTransactions)}});
  }
  if (bytes > kMaxBatchBytes) {
    return Refuse(v1::CODE_FIELD_TOO_LONG, {{"field", "transactions"},
                                            {"value", std::to_string(bytes)},
                                            {"limit", std::to_string(kMaxBatchBytes)}});
  }
  return CheckWait(request.wait());
}

WaitFor WaitOf(v1::Wait wait) {
  return wait == v1::WAIT_COMMITTED ? WaitFor::kCommitted : WaitFor::kQuorum;
}

class TransactionService final : public v1::TransactionService::CallbackService {
 public:
  explicit TransactionService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* Submit(grpc::CallbackServerContext* context,
                                   const v1::SubmitRequest* request,
                                   v1::SubmitResponse* response) override {
    auto* reactor = context->DefaultReactor();
    const auto call = Begin(context, reactor, CheckWait(request->wait()), request->wait(),
                            {1, request->transaction().size()}, {response->mutable_result()});
    if (call) call->Submit(0, request->transaction());
    return reactor;
  }

  grpc::ServerUnaryReactor* SubmitBatch(grpc::CallbackServerContext* context,
                                        const v1::SubmitBatchRequest* request,
                                        v1::SubmitBatchResponse* response) override {
    auto* reactor = context->DefaultReactor();
    const auto& transactions = request->transactions();
    std::size_t bytes = 0;
    for (const auto& transaction : transactions) bytes += transaction.size();
    const Outcome outcome = CheckBatch(*request, bytes);
    std::vector<v1::SubmitResult*> results;
    for (int i = 0; outcome.ok() && i < transactions.size(); ++i) {
      results.push_back(response->add_results());
    }
    const std::size_t count = results.size();
    const auto call =
        Begin(context, reactor, outcome, request->wait(), {count, bytes}, std::move(results));
    // The last of them finishes the call, and `request` is gone.
    for (std::size_t i = 0; call && i < count; ++i) {
      call->Submit(i, std::string(transactions[static_cast<int>(i)]));
    }
    return reactor;
  }

  grpc::ServerUnaryReactor* GetTransaction(grpc::CallbackServerContext* context,
                                           const v1::GetTransactionRequest* request,
                                           v1::GetTransactionResponse* response) override {
    return AnswerRead(serving_, context, request->min_size(), [=](const ServedState& served) {
      return Find(*request, served, *response->mutable_result());
    });
  }

 private:
  // Null: refused, and the call is finished.
  std::shared_ptr<SubmitCall> Begin(grpc::CallbackServerContext* context,
                                    grpc::ServerUnaryReactor* reactor, Outcome outcome,
                                    v1::Wait wait, QueueBounds wanted,
                                    std::vector<v1::SubmitResult*> results) {
    std::shared_ptr<ConnectionQuota::Share> share;
    if (outcome.ok()) {
      share = serving_.quota.Take(context->peer(), wanted);
      if (!share) outcome = Refuse(v1::CODE_QUEUE_FULL);
    }
    if (!outcome.ok()) {
      reactor->Finish(ToGrpc(outcome, serving_.sources.chain_id));
      return nullptr;
    }
    return std::make_shared<SubmitCall>(serving_, reactor, std::move(share), WaitOf(wait),
                                        std::move(results));
  }

  static ReadResult Find(const v1::GetTransactionRequest& request, const ServedState& served,
                         v1::SubmitResult& out) {
    const auto id = crypto::Hash::FromBytes(request.transaction_id());
    if (!id) {
      return Refuse(v1::CODE_FIELD_LENGTH,
                    {{"field", "transaction_id"},
                     {"value", std::to_string(request.transaction_id().size())},
                     {"expected", std::to_string(crypto::Hash::kSize)}});
    }
    const auto index = served.view->FindId(*id);
    if (!index.ok()) return index.status();
    if (!*index) {
      return Refuse(v1::CODE_NOT_FOUND, {{"field", "transaction_id"}, {"value", id->Hex()}});
    }
    Submitted found;
    found.id = *id;
    // Owned by the caller, who keeps it while we look.
    found.served = std::shared_ptr<const ServedState>(std::shared_ptr<void>(), &served);
    FillFromLog(**index, found);
    if (found.unknown) return absl::DataLossError("a logged transaction cannot be read back");
    const absl::Status status = FillResult(found, WaitFor::kQuorum, out);
    if (!status.ok()) return status;
    return Outcome::Ok();
  }

  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeTransactionService(Serving& serving) {
  return std::make_unique<TransactionService>(serving);
}

}  // namespace tanji::node
