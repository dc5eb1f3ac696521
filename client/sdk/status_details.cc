#include "client/sdk/status_details.h"

#include <algorithm>
#include <optional>

#include "client/sdk/faults.h"
#include "tanji/v1/error.pb.h"

namespace tanji::client {
namespace {

constexpr std::string_view kErrorInfoType = "type.googleapis.com/google.rpc.ErrorInfo";

// Numbers of google.rpc.Code that decide something here.
enum GrpcCode : int {
  kDeadlineExceeded = 4,
  kResourceExhausted = 8,
  kUnimplemented = 12,
  kUnavailable = 14,
};

std::string StatusName(int code) {
  static constexpr const char* kNames[] = {"OK",
                                           "CANCELLED",
                                           "UNKNOWN",
                                           "INVALID_ARGUMENT",
                                           "DEADLINE_EXCEEDED",
                                           "NOT_FOUND",
                                           "ALREADY_EXISTS",
                                           "PERMISSION_DENIED",
                                           "RESOURCE_EXHAUSTED",
                                           "FAILED_PRECONDITION",
                                           "ABORTED",
                                           "OUT_OF_RANGE",
                                           "UNIMPLEMENTED",
                                           "INTERNAL",
                                           "UNAVAILABLE",
                                           "DATA_LOSS",
                                           "UNAUTHENTICATED"};
  if (code < 0 || code >= static_cast<int>(std::size(kNames))) return std::to_string(code);
  return kNames[code];
}

std::optional<v1::ErrorInfo> FindErrorInfo(const std::string& details) {
  v1::ErrorStatus status;
  if (details.empty() || !status.ParseFromString(details)) return std::nullopt;
  for (const auto& detail : status.details()) {
    v1::ErrorInfo info;
    if (detail.type_url() == kErrorInfoType && info.ParseFromString(detail.value())) return info;
  }
  return std::nullopt;
}

Error FromErrorInfo(const v1::ErrorInfo& info) {
  // A map has no order of its own; parameters are shown by name.
  Detail detail;
  std::string zh, en;
  for (const auto& [name, value] : info.metadata()) {
    if (name == "message_zh") {
      zh = value;
    } else if (name == "message_en") {
      en = value;
    } else {
      detail.emplace_back(name, value);
    }
  }
  std::sort(detail.begin(), detail.end());
  v1::Code code = v1::CODE_OK;
  if (v1::Code_Parse("CODE_" + info.reason(), &code) && code != v1::CODE_OK) {
    return Error(KindOf(code), code, std::move(detail));
  }
  // Filled in by the node; braces in it are not placeholders of ours.
  if (zh.empty()) zh = en.empty() ? info.reason() : en;
  if (en.empty()) en = zh;
  return Error(ErrorKind::kRefused, info.reason(), std::move(zh), std::move(en));
}

}  // namespace

ErrorKind KindOf(v1::Code code) {
  switch (code) {
    case v1::CODE_QUEUE_FULL:
    case v1::CODE_NODE_READ_ONLY:
    case v1::CODE_PROOF_WINDOW_PASSED:
    case v1::CODE_NO_QUORUM_YET:
    case v1::CODE_BEHIND_MIN_SIZE:
      return ErrorKind::kUnreachable;
    case v1::CODE_PAGE_TOKEN_MALFORMED:
    case v1::CODE_PAGE_SIZE_OUT_OF_RANGE:
    case v1::CODE_QUESTION_MALFORMED:
    case v1::CODE_EFFECTIVE_AFTER_KNOWN:
    case v1::CODE_KNOWN_AFTER_BLOCK:
      return ErrorKind::kUsage;
    default:
      return ErrorKind::kRefused;
  }
}

Error ErrorOf(const FailedCall& call, const std::string& node, std::int64_t timeout_ms) {
  const bool passing = call.code == kUnavailable || call.code == kDeadlineExceeded ||
                       call.code == kResourceExhausted;
  const auto retryable = [&](Error error) {
    return passing ? std::move(error).Retryable() : std::move(error);
  };
  if (const auto info = FindErrorInfo(call.details)) return retryable(FromErrorInfo(*info));
  if (call.code == kDeadlineExceeded) {
    return retryable(Error(kTimeout, {{"node", node}, {"timeout_ms", std::to_string(timeout_ms)}}));
  }
  if (call.code == kUnavailable) {
    return retryable(Error(kUnreachable, {{"node", node}, {"reason", call.message}}));
  }
  if (call.code == kUnimplemented) {
    return Error(kNotServed, {{"node", node}, {"reason", call.message}});
  }
  return retryable(Error(
      kNodeFailed, {{"node", node}, {"status", StatusName(call.code)}, {"reason", call.message}}));
}

}  // namespace tanji::client
