// One connection of the HTTP server. Included by server.cc only.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>

#include "node/http/server.h"

namespace tanji::node {

// What all connections of a server share.
struct SessionContext {
  HttpConfig config;
  HttpHandler handler;
  HttpCounters* counters;
};

// Reads a request, answers it, and so on until either side has had enough. Lives as long as an
// operation of its own is under way; all of them run on one strand.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(boost::asio::ip::tcp::socket socket, std::shared_ptr<const SessionContext> context);
  ~Session();

  auto executor() { return stream_.get_executor(); }
  void Start();

 private:
  using Request = boost::beast::http::request<boost::beast::http::empty_body>;

  void Read(std::int64_t timeout_ms);
  void OnRead(boost::beast::error_code error);
  void Answer(const Request& request);
  void Refuse(HttpAnswer answer);
  void Write(HttpAnswer answer, bool head, unsigned version, bool keep_alive);
  template <class Response>
  void Send(std::shared_ptr<Response> response);
  void Close();

  boost::beast::tcp_stream stream_;
  std::shared_ptr<const SessionContext> context_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::empty_body>> parser_;
};

}  // namespace tanji::node
