// The node as the crash loop sees it: its gRPC services, every call with a deadline.
#pragma once

#include <grpcpp/grpcpp.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/note/policy.h"
#include "crypto/note/verify_checkpoint.h"
#include "tanji/v1/evidence.grpc.pb.h"
#include "tanji/v1/log_service.grpc.pb.h"
#include "tanji/v1/membership.grpc.pb.h"
#include "tanji/v1/node_service.grpc.pb.h"
#include "tanji/v1/transaction_service.grpc.pb.h"

namespace tanji::crash {

// Stubs of one run of the node. Thread-safe.
struct Client {
  explicit Client(const std::string& address);

  std::unique_ptr<v1::TransactionService::Stub> transactions;
  std::unique_ptr<v1::LogService::Stub> log;
  std::unique_ptr<v1::EvidenceService::Stub> evidence;
  std::unique_ptr<v1::MembershipService::Stub> membership;
  std::unique_ptr<v1::NodeService::Stub> node;
};

// One call by a node that is meant to be alive: fails unless it answers OK, or NOT_FOUND where the
// caller may be told so. nullopt: NOT_FOUND.
enum class MayBeAbsent { kNo, kYes };
void SetDeadline(grpc::ClientContext& context);
bool CheckAnswer(std::string_view call, const grpc::Status& status, MayBeAbsent may_be_absent);

template <class Service, class Request, class Response>
std::optional<Response> Ask(std::string_view call, Service& stub,
                            grpc::Status (Service::*method)(grpc::ClientContext*, const Request&,
                                                            Response*),
                            const Request& request, MayBeAbsent may_be_absent = MayBeAbsent::kNo) {
  grpc::ClientContext context;
  SetDeadline(context);
  Response response;
  const grpc::Status status = (stub.*method)(&context, request, &response);
  if (!CheckAnswer(call, status, may_be_absent)) return std::nullopt;
  return response;
}

// The policy the node names. Asked for once: it is what later checkpoints are checked with.
crypto::Policy AskPolicy(Client& client);

// The checkpoint in a signed note; fails unless it holds under the policy.
crypto::Checkpoint CheckNote(const std::string& note, const crypto::Policy& policy);

}  // namespace tanji::crash
