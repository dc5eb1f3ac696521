#include "node/grpc/grpc_log.h"

#include <fmt/format.h>
#include <grpc/support/log.h>

#include <atomic>
#include <string_view>

namespace tanji::node {
namespace {

std::atomic<GrpcLogSink> current_sink{nullptr};

void Forward(gpr_log_func_args* args) {
  std::string_view file = args->file;
  file.remove_prefix(file.find_last_of('/') + 1);
  current_sink.load()(args->severity == GPR_LOG_SEVERITY_ERROR,
                      fmt::format("{}:{}", file, args->line), args->message);
}

}  // namespace

void SendGrpcLogTo(GrpcLogSink sink) {
  current_sink = sink;
  gpr_set_log_function(&Forward);
}

}  // namespace tanji::node
