// A Submit or SubmitBatch call on its way: it finishes when the last of its transactions has been
// answered, from whatever thread of the pipeline that happens on.
#pragma once

#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>

#include "node/grpc/serving.h"
#include "tanji/v1/transaction_service.pb.h"

namespace tanji::node {

class SubmitCall : public std::enable_shared_from_this<SubmitCall> {
 public:
  // Owns its share of the connection's quota until it is finished. `results` holds one element for
  // each of `count` transactions and lives, like `reactor`, until the call is finished.
  SubmitCall(Serving& serving, grpc::ServerUnaryReactor* reactor,
             std::shared_ptr<ConnectionQuota::Share> share, WaitFor wait,
             std::vector<v1::SubmitResult*> results);

  // Enqueues the transaction of `results[i]`. One the queue has no room for is answered DROPPED
  // with QUEUE_FULL.
  void Submit(std::size_t i, std::string transaction);

 private:
  void Complete(std::size_t i, const Submitted& submitted);
  // Counts one transaction as answered.
  void Finished();
  grpc::Status Status() const;

  Serving& serving_;
  grpc::ServerUnaryReactor* const reactor_;
  std::shared_ptr<ConnectionQuota::Share> share_;
  const WaitFor wait_;
  const std::vector<v1::SubmitResult*> results_;
  std::atomic<std::size_t> open_;
  // Of some transaction it cannot be said what became of it.
  std::atomic<bool> unknown_{false};
  std::atomic<bool> storage_failed_{false};
};

}  // namespace tanji::node
