#include "node/http/session.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <chrono>

namespace tanji::node {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

// A header and what comes with it in the same read.
constexpr std::size_t kBufferBytes = 2 * kMaxHttpHeaderBytes;

HttpAnswer AnswerTo(const beast::error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return PlainError(431, "请求头过长", "the request header is too long");
  }
  if (error == http::error::body_limit || error == http::error::unexpected_body) {
    return PlainError(413, "请求不应带正文", "requests have no body here");
  }
  return PlainError(400, "请求不合 HTTP 规范", "the request is not well-formed HTTP");
}

// The parser's own errors are about what the client sent; all others about the connection.
bool IsClientsFault(const beast::error_code& error) {
  return error.category() == http::make_error_code(http::error::bad_method).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

template <class Response>
void SetHeaders(const HttpAnswer& answer, bool keep_alive, Response& response) {
  response.set(http::field::content_type, answer.content_type);
  response.set(http::field::cache_control,
               answer.cache_control.empty() ? "no-store" : answer.cache_control);
  response.set("X-Content-Type-Options", "nosniff");
  if (answer.any_origin) response.set(http::field::access_control_allow_origin, "*");
  if (answer.status == 405) response.set(http::field::allow, "GET, HEAD");
  response.keep_alive(keep_alive);
}

}  // namespace

Session::Session(boost::asio::ip::tcp::socket socket, std::shared_ptr<const SessionContext> context)
    : stream_(std::move(socket)), context_(std::move(context)), buffer_(kBufferBytes) {
  ++context_->counters->connections;
}

Session::~Session() {
  --context_->counters->connections;
}

void Session::Start() {
  Read(context_->config.request_timeout_ms);
}

void Session::Read(std::int64_t timeout_ms) {
  parser_.emplace();
  parser_->header_limit(kMaxHttpHeaderBytes);
  parser_->body_limit(0);
  // Over the whole request: a client that sends a byte at a time gains nothing.
  stream_.expires_after(std::chrono::milliseconds(timeout_ms));
  http::async_read(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](beast::error_code error, std::size_t) { self->OnRead(error); });
}

void Session::OnRead(beast::error_code error) {
  if (!error) {
    Answer(parser_->get());
  } else if (IsClientsFault(error)) {
    Refuse(AnswerTo(error));
  } else {
    Close();
  }
}

void Session::Answer(const Request& request) {
  const bool head = request.method() == http::verb::head;
  HttpAnswer answer =
      head || request.method() == http::verb::get
          ? context_->handler({request.target().data(), request.target().size()})
          : PlainError(405, "这里只支持 GET 和 HEAD", "only GET and HEAD are possible here");
  Write(std::move(answer), head, request.version(), request.keep_alive());
}

void Session::Refuse(HttpAnswer answer) {
  // Where the next request would begin is not known any more.
  Write(std::move(answer), /*head=*/false, /*version=*/11, /*keep_alive=*/false);
}

void Session::Write(HttpAnswer answer, bool head, unsigned version, bool keep_alive) {
  ++context_->counters->answers[answer.status / 100];
  const auto status = static_cast<http::status>(answer.status);
  if (head) {
    auto response = std::make_shared<http::response<http::empty_body>>(status, version);
    SetHeaders(answer, keep_alive, *response);
    response->content_length(answer.body.size());
    Send(std::move(response));
  } else {
    auto response = std::make_shared<http::response<http::string_body>>(status, version);
    SetHeaders(answer, keep_alive, *response);
    response->body() = std::move(answer.body);
    response->prepare_payload();
    Send(std::move(response));
  }
}

template <class Response>
void Session::Send(std::shared_ptr<Response> response) {
  stream_.expires_after(std::chrono::milliseconds(context_->config.request_timeout_ms));
  Response& reference = *response;
  http::async_write(stream_, reference,
                    [self = shared_from_this(), response = std::move(response)](
                        beast::error_code error, std::size_t) {
                      if (error || response->need_eof()) {
                        self->Close();
                      } else {
                        self->Read(self->context_->config.idle_timeout_ms);
                      }
                    });
}

void Session::Close() {
  beast::error_code ignored;
  stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
  stream_.close();
}

}  // namespace tanji::node
