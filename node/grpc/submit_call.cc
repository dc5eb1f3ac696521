#include "node/grpc/submit_call.h"

#include <algorithm>

#include "node/grpc/status.h"
#include "node/grpc/submit_result.h"

namespace tanji::node {
namespace {

bool IsQueueFull(const v1::SubmitResult& result) {
  return result.code() == v1::CODE_QUEUE_FULL;
}

}  // namespace

SubmitCall::SubmitCall(Serving& serving, grpc::ServerUnaryReactor* reactor,
                       std::shared_ptr<ConnectionQuota::Share> share, WaitFor wait,
                       std::vector<v1::SubmitResult*> results)
    : serving_(serving),
      reactor_(reactor),
      share_(std::move(share)),
      wait_(wait),
      results_(std::move(results)),
      open_(results_.size()) {}

void SubmitCall::Submit(std::size_t i, std::string transaction) {
  Submission submission;
  submission.bytes = std::move(transaction);
  submission.wait = wait_;
  submission.done = [self = shared_from_this(), i](const Submitted& submitted) {
    self->Complete(i, submitted);
  };
  if (serving_.sources.pipeline->Submit(std::move(submission))) return;
  results_[i]->set_fate(v1::FATE_DROPPED);
  results_[i]->set_code(v1::CODE_QUEUE_FULL);
  Finished();
}

void SubmitCall::Complete(std::size_t i, const Submitted& submitted) {
  if (submitted.unknown) {
    unknown_ = true;
  } else if (const auto status = FillResult(submitted, wait_, *results_[i]); !status.ok()) {
    serving_.sources.on_failure(status);
    storage_failed_ = true;
  }
  Finished();
}

void SubmitCall::Finished() {
  if (open_.fetch_sub(1) != 1) return;
  share_.reset();
  reactor_->Finish(Status());
}

grpc::Status SubmitCall::Status() const {
  if (storage_failed_) return StorageFailed();
  if (unknown_) {
    return {grpc::StatusCode::UNAVAILABLE,
            "the node stopped before it could say what became of the call; submit the same bytes "
            "again, they cannot be recorded twice"};
  }
  const bool all_refused = std::all_of(results_.begin(), results_.end(),
                                       [](const auto* result) { return IsQueueFull(*result); });
  if (all_refused) {
    return ToGrpc(ledger::Refuse(v1::CODE_QUEUE_FULL), serving_.sources.chain_id);
  }
  return grpc::Status::OK;
}

}  // namespace tanji::node
