// A small HTTP/1.1 server for public, read-only resources. Everything a stranger can make it hold
// is bounded: connections, header bytes, time per request, idle time; requests have no body.
#pragma once

#include <absl/status/statusor.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "node/config/config.h"
#include "node/http/answer.h"

namespace tanji::node {

inline constexpr std::uint32_t kMaxHttpHeaderBytes = 8 * 1024;

// Monotonic, but for `connections`.
struct HttpCounters {
  // By the first digit of the status, 1 to 5.
  std::array<std::atomic<std::uint64_t>, 6> answers{};
  std::atomic<std::uint64_t> refused_connections{0};
  std::atomic<std::int64_t> connections{0};
};

// Answers a GET or HEAD of `target`; called on the server's threads.
using HttpHandler = std::function<HttpAnswer(std::string_view target)>;

class HttpServer {
 public:
  // Listens and serves until Stop(). Unavailable if the address cannot be had. `counters` must
  // outlive the server.
  static absl::StatusOr<std::unique_ptr<HttpServer>> Start(const HttpConfig& config,
                                                           HttpHandler handler,
                                                           HttpCounters& counters);
  ~HttpServer();

  // With the actual port.
  const Endpoint& endpoint() const { return endpoint_; }
  // Closes all connections and joins the threads. Idempotent.
  void Stop();

 private:
  struct Impl;
  HttpServer(std::unique_ptr<Impl> impl, Endpoint endpoint);

  std::unique_ptr<Impl> impl_;
  Endpoint endpoint_;
};

}  // namespace tanji::node
