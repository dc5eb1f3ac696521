#include "node/grpc/read_call.h"

#include <algorithm>

#include "node/grpc/status.h"

namespace tanji::node {
namespace {

ledger::Outcome Behind(const Serving& serving, std::uint64_t min_size) {
  const auto newest = serving.sources.pipeline->served().Newest();
  return ledger::Refuse(v1::CODE_BEHIND_MIN_SIZE,
                        {{"value", std::to_string(newest ? newest->log_size : 0)},
                         {"expected", std::to_string(min_size)}});
}

ReadResult Run(const ReadFunction& read, const ServedState& served) {
  try {
    return read(served);
  } catch (const ledger::StorageFailure& failure) {
    return absl::DataLossError(failure.what());
  }
}

}  // namespace

grpc::Status ToGrpc(const Serving& serving, const ReadResult& result) {
  if (result.failure().ok()) return ToGrpc(result.outcome(), serving.sources.chain_id);
  serving.sources.on_failure(result.failure());
  return StorageFailed();
}

grpc::ServerUnaryReactor* AnswerRead(Serving& serving, grpc::CallbackServerContext* context,
                                     std::uint64_t min_size, ReadFunction read) {
  auto* reactor = context->DefaultReactor();
  const auto deadline =
      std::min(context->deadline(), std::chrono::system_clock::now() + kMaxWaitForSize);
  serving.gate.When(min_size, deadline,
                    [&serving, reactor, min_size,
                     read = std::move(read)](const std::shared_ptr<const ServedState>& served) {
                      const ReadResult result =
                          served ? Run(read, *served) : ReadResult(Behind(serving, min_size));
                      reactor->Finish(ToGrpc(serving, result));
                    });
  return reactor;
}

ledger::StateScan ScanOf(const ServedState& served) {
  return [&served](std::string_view first, const ledger::StateVisit& visit) {
    const absl::Status status = served.view->ScanState(first, visit);
    if (!status.ok()) throw ledger::StorageFailure(std::string(status.message()));
  };
}

}  // namespace tanji::node
