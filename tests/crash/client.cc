#include "tests/crash/client.h"

#include <chrono>

#include "tests/crash/fail.h"
#include "tests/crash/node.h"

namespace tanji::crash {
namespace {

// Far more than any call takes on a busy machine: what takes longer is a node that hangs.
constexpr std::chrono::seconds kCallLimit{60};

}  // namespace

Client::Client(const std::string& address) {
  grpc::ChannelArguments arguments;
  // The port of a run may be that of an earlier one; its failures must not be remembered.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  const auto channel =
      grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
  transactions = v1::TransactionService::NewStub(channel);
  log = v1::LogService::NewStub(channel);
  evidence = v1::EvidenceService::NewStub(channel);
  membership = v1::MembershipService::NewStub(channel);
  node = v1::NodeService::NewStub(channel);
}

void SetDeadline(grpc::ClientContext& context) {
  context.set_deadline(std::chrono::system_clock::now() + kCallLimit);
}

bool CheckAnswer(std::string_view call, const grpc::Status& status, MayBeAbsent may_be_absent) {
  if (status.ok()) return true;
  if (may_be_absent == MayBeAbsent::kYes && status.error_code() == grpc::StatusCode::NOT_FOUND) {
    return false;
  }
  Fail("{} of a running node: status {}, {}", call, static_cast<int>(status.error_code()),
       status.error_message());
}

crypto::Policy AskPolicy(Client& client) {
  const auto response =
      Ask("GetPolicy", *client.node, &v1::NodeService::Stub::GetPolicy, v1::GetPolicyRequest());
  auto policy = crypto::Policy::Parse(response->policy());
  Require(policy.ok(), "the policy cannot be read: {}", policy.status().ToString());
  return *std::move(policy);
}

crypto::Checkpoint CheckNote(const std::string& note, const crypto::Policy& policy) {
  const auto verified = crypto::VerifyCheckpoint(note, policy, kChainId);
  Require(verified.ok(), "a checkpoint does not hold under the policy ({}):\n{}",
          verified.ok() ? "" : crypto::ToString(verified.fault()), note);
  return verified->checkpoint;
}

}  // namespace tanji::crash
