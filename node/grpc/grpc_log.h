// gRPC writes messages of its own; this hands them to the node's log.
#pragma once

#include <string>

namespace tanji::node {

// `where` is gRPC's file and line. Any thread.
using GrpcLogSink = void (*)(bool is_error, const std::string& where, const std::string& text);

// For the whole process, from now on. gRPC's level follows GRPC_VERBOSITY, by default errors only.
void SendGrpcLogTo(GrpcLogSink sink);

}  // namespace tanji::node
