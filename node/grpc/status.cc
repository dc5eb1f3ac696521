#include "node/grpc/status.h"

#include "ledger/base/outcome_text.h"
#include "tanji/v1/error.pb.h"

namespace tanji::node {

grpc::StatusCode StatusCodeOf(v1::Code code) {
  switch (code) {
    case v1::CODE_OK:
      return grpc::StatusCode::OK;
    case v1::CODE_NOT_FOUND:
    case v1::CODE_SUBJECT_NOT_FOUND:
      return grpc::StatusCode::NOT_FOUND;
    case v1::CODE_QUEUE_FULL:
      return grpc::StatusCode::RESOURCE_EXHAUSTED;
    case v1::CODE_BEHIND_MIN_SIZE:
    case v1::CODE_NO_QUORUM_YET:
    case v1::CODE_NODE_READ_ONLY:
      return grpc::StatusCode::UNAVAILABLE;
    case v1::CODE_PROOF_WINDOW_PASSED:
    case v1::CODE_KNOWN_AFTER_BLOCK:
      return grpc::StatusCode::FAILED_PRECONDITION;
    default:
      return grpc::StatusCode::INVALID_ARGUMENT;
  }
}

grpc::Status ToGrpc(const ledger::Outcome& outcome, std::string_view chain_id) {
  if (outcome.ok()) return grpc::Status::OK;
  const std::string english = ledger::Render(outcome, ledger::Language::kEn);
  v1::ErrorInfo info;
  info.set_reason(ledger::CodeName(outcome.code()));
  info.set_domain(std::string(chain_id));
  auto& metadata = *info.mutable_metadata();
  for (const auto& [name, value] : outcome.detail()) metadata[name] = value;
  metadata["message_zh"] = ledger::Render(outcome, ledger::Language::kZh);
  metadata["message_en"] = english;

  const grpc::StatusCode code = StatusCodeOf(outcome.code());
  v1::ErrorStatus status;
  status.set_code(code);
  status.set_message(english);
  auto& detail = *status.add_details();
  detail.set_type_url("type.googleapis.com/google.rpc.ErrorInfo");
  detail.set_value(info.SerializeAsString());
  return {code, english, status.SerializeAsString()};
}

grpc::Status StorageFailed() {
  return {grpc::StatusCode::INTERNAL, "the node's storage has failed; ask another node"};
}

}  // namespace tanji::node
