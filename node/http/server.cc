#include "node/http/server.h"

#include <fmt/format.h>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <string>
#include <thread>
#include <vector>

#include "node/http/session.h"

namespace tanji::node {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

// After a failed accept (too many open files, say) the next attempt waits, or it would spin.
constexpr std::chrono::milliseconds kAcceptPause{100};

// The whole answer to a connection too many; it is sent if the socket takes it at once.
const std::string& Busy() {
  static const std::string answer = [] {
    const HttpAnswer busy = PlainError(503, "连接过多，请稍后再试", "too many clients");
    return fmt::format(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: {}\r\nContent-Length: {}\r\n"
        "Connection: close\r\nRetry-After: 1\r\n\r\n{}",
        busy.content_type, busy.body.size(), busy.body);
  }();
  return answer;
}

absl::StatusOr<tcp::endpoint> Resolve(asio::io_context& io, const Endpoint& endpoint) {
  boost::system::error_code error;
  tcp::resolver resolver(io);
  const auto found =
      resolver.resolve(endpoint.host, std::to_string(endpoint.port), tcp::resolver::passive, error);
  if (error || found.empty()) {
    return absl::UnavailableError(
        fmt::format("http.listen {}: {}", endpoint.Text(), error.message()));
  }
  return found.begin()->endpoint();
}

}  // namespace

struct HttpServer::Impl {
  Impl(const HttpConfig& config, HttpHandler handler, HttpCounters& counters)
      : io(static_cast<int>(config.threads)),
        acceptor(io),
        pause(io),
        context(std::make_shared<SessionContext>(
            SessionContext{config, std::move(handler), &counters})) {}

  absl::StatusOr<Endpoint> Listen() {
    const auto address = Resolve(io, context->config.listen);
    if (!address.ok()) return address.status();
    boost::system::error_code error;
    acceptor.open(address->protocol(), error);
    if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor.bind(*address, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      return absl::UnavailableError(
          fmt::format("http.listen {}: {}", context->config.listen.Text(), error.message()));
    }
    return Endpoint{context->config.listen.host, acceptor.local_endpoint().port()};
  }

  void Accept() {
    acceptor.async_accept(asio::make_strand(io),
                          [this](boost::system::error_code error, tcp::socket socket) {
                            if (error == asio::error::operation_aborted) return;
                            if (error) return Pause();
                            Take(std::move(socket));
                            Accept();
                          });
  }

  void Take(tcp::socket socket) {
    auto& counters = *context->counters;
    if (counters.connections < context->config.max_connections) {
      const auto session = std::make_shared<Session>(std::move(socket), context);
      // On the strand of the connection, like everything it does.
      asio::dispatch(session->executor(), [session] { session->Start(); });
      return;
    }
    ++counters.refused_connections;
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(Busy()), ignored);
  }

  void Pause() {
    pause.expires_after(kAcceptPause);
    pause.async_wait([this](boost::system::error_code error) {
      if (!error) Accept();
    });
  }

  asio::io_context io;
  tcp::acceptor acceptor;
  asio::steady_timer pause;
  std::shared_ptr<const SessionContext> context;
  std::vector<std::thread> threads;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl, Endpoint endpoint)
    : impl_(std::move(impl)), endpoint_(std::move(endpoint)) {}

HttpServer::~HttpServer() {
  Stop();
}

absl::StatusOr<std::unique_ptr<HttpServer>> HttpServer::Start(const HttpConfig& config,
                                                              HttpHandler handler,
                                                              HttpCounters& counters) {
  auto impl = std::make_unique<Impl>(config, std::move(handler), counters);
  auto endpoint = impl->Listen();
  if (!endpoint.ok()) return endpoint.status();
  impl->Accept();
  for (std::int64_t i = 0; i < config.threads; ++i) {
    impl->threads.emplace_back([&io = impl->io] { io.run(); });
  }
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl), *std::move(endpoint)));
}

void HttpServer::Stop() {
  impl_->io.stop();
  for (auto& thread : impl_->threads) thread.join();
  impl_->threads.clear();
}

}  // namespace tanji::node
