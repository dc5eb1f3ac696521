// The one way in which a unary read is answered: from a served state of at least `min_size`.
#pragma once

#include <absl/status/status.h>
#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <cstdint>
#include <functional>
#include <type_traits>

#include "ledger/base/outcome.h"
#include "ledger/modules/common/paging.h"
#include "ledger/state/reader.h"
#include "node/grpc/serving.h"

namespace tanji::node {

// How long a call waits for `min_size` at most; its own deadline may be shorter.
inline constexpr std::chrono::milliseconds kMaxWaitForSize{2'000};

// What a read came to: a refusal (or CODE_OK), or a failure of the machine.
class [[nodiscard]] ReadResult {
 public:
  ReadResult(ledger::Outcome outcome) : outcome_(std::move(outcome)) {}  // NOLINT
  ReadResult(absl::Status failure) : failure_(std::move(failure)) {}     // NOLINT

  const absl::Status& failure() const { return failure_; }
  const ledger::Outcome& outcome() const { return outcome_; }

 private:
  absl::Status failure_;
  ledger::Outcome outcome_;
};

using ReadFunction = std::function<ReadResult(const ServedState&)>;

// Runs `read` now or when the log has reached `min_size`, and finishes the call with what it
// returns. Behind for too long: CODE_BEHIND_MIN_SIZE.
grpc::ServerUnaryReactor* AnswerRead(Serving& serving, grpc::CallbackServerContext* context,
                                     std::uint64_t min_size, ReadFunction read);

// The status of a result; failures are reported to the node's log.
grpc::Status ToGrpc(const Serving& serving, const ReadResult& result);

// For the List queries of the modules. `served` must outlive it.
ledger::StateScan ScanOf(const ServedState& served);

// The call of a module's service that is its query function of the same name: over the records
// alone, over a list of them, or both.
template <auto Query, class Request, class Response>
grpc::ServerUnaryReactor* AnswerQuery(Serving& serving, grpc::CallbackServerContext* context,
                                      const Request* request, Response* response) {
  return AnswerRead(serving, context, request->min_size(), [=](const ServedState& served) {
    response->set_log_size(served.log_size);
    using View = const ledger::StateReader&;
    if constexpr (std::is_invocable_v<decltype(Query), const Request&, View, Response&>) {
      return Query(*request, *served.view, *response);
    } else if constexpr (std::is_invocable_v<decltype(Query), const Request&, ledger::StateScan,
                                             Response&>) {
      return Query(*request, ScanOf(served), *response);
    } else {
      return Query(*request, *served.view, ScanOf(served), *response);
    }
  });
}

}  // namespace tanji::node
