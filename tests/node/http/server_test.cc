// The HTTP server over real sockets, spoken to byte by byte.
#include "node/http/server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

namespace tanji::node {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// A client that can be as rude as it likes.
class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    timeval timeout{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
  }
  ~Connection() { ::close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool connected() const { return connected_; }
  void Send(std::string_view bytes) { send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  void FinishSending() { shutdown(socket_, SHUT_WR); }

  // Everything until the server closes.
  std::string ReadAll() {
    std::string all;
    while (ReadSome(all)) {
    }
    return all;
  }
  // Up to and with `end`.
  std::string ReadUntil(std::string_view end) {
    std::string all;
    while (!all.ends_with(end) && ReadSome(all)) {
    }
    return all;
  }

 private:
  bool ReadSome(std::string& out) {
    char byte = 0;
    if (recv(socket_, &byte, 1, 0) != 1) return false;
    out.push_back(byte);
    return true;
  }

  const int socket_;
  bool connected_ = false;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest() {
    config_.listen = {"127.0.0.1", 0};
    config_.request_timeout_ms = 300;
    config_.idle_timeout_ms = 300;
    config_.max_connections = 8;
  }

  void Start() {
    auto server = HttpServer::Start(
        config_,
        [this](std::string_view target) {
          last_target_ = target;
          HttpAnswer answer;
          answer.body = "body of " + std::string(target) + "\n";
          answer.any_origin = target == "/public";
          return answer;
        },
        counters_);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
  }
  std::uint16_t port() const { return server_->endpoint().port; }
  // Of one request on a connection of its own.
  std::string Ask(std::string_view request) {
    Connection connection(port());
    connection.Send(request);
    return connection.ReadAll();
  }

  HttpConfig config_;
  HttpCounters counters_;
  std::string last_target_;
  std::unique_ptr<HttpServer> server_;
};

TEST_F(ServerTest, AnswersGetAndHead) {
  Start();
  const std::string got = Ask("GET /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(got, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(got, HasSubstr("Content-Length: 11\r\n"));
  EXPECT_THAT(got, HasSubstr("Cache-Control: no-store\r\n"));
  EXPECT_THAT(got, Not(HasSubstr("Access-Control")));
  EXPECT_THAT(got, EndsWith("\r\n\r\nbody of /a\n"));

  const std::string head = Ask("HEAD /a HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Length: 11\r\n"));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));

  EXPECT_THAT(Ask("GET /public HTTP/1.0\r\n\r\n"), HasSubstr("Access-Control-Allow-Origin: *"));
  EXPECT_EQ(counters_.answers[2], 3u);
}

TEST_F(ServerTest, KeepsAConnectionAndTakesPipelinedRequests) {
  Start();
  Connection connection(port());
  connection.Send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(connection.ReadUntil("body of /1\n"), HasSubstr("200 OK"));
  EXPECT_THAT(connection.ReadUntil("body of /2\n"), HasSubstr("200 OK"));
  connection.Send("GET /3 HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_THAT(connection.ReadUntil("body of /3\n"), HasSubstr("200 OK"));
}

TEST_F(ServerTest, RefusesOtherMethods) {
  Start();
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"}) {
    const std::string answer =
        Ask(std::string(method) + " /a HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 405 ")) << method;
    EXPECT_THAT(answer, HasSubstr("Allow: GET, HEAD\r\n"));
    EXPECT_THAT(answer, HasSubstr("这里只支持 GET 和 HEAD"));
  }
  EXPECT_THAT(last_target_, IsEmpty());
}

TEST_F(ServerTest, RefusesWhatIsNotHttp) {
  Start();
  for (const char* request :
       {"\r\n\r\n\r\n", "GET\r\n\r\n", "GET /a\r\n\r\n", "GET /a HTTP/9.9\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n", "GET /a HTTP/1.1\r\nno colon\r\n\r\n",
        "GET /a HTTP/1.1\r\n: empty name\r\n\r\n", "GET /a HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "GET /a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 not TLS\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"}) {
    EXPECT_THAT(Ask(request), StartsWith("HTTP/1.1 400 ")) << request;
  }
  EXPECT_THAT(last_target_, IsEmpty());
}

TEST_F(ServerTest, RefusesBodies) {
  Start();
  EXPECT_THAT(Ask("GET /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"),
              StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(Ask("GET /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(Ask("GET /a HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n"),
              StartsWith("HTTP/1.1 413 "));
  EXPECT_THAT(last_target_, IsEmpty());
}

TEST_F(ServerTest, RefusesLongHeaders) {
  Start();
  const std::string long_value(kMaxHttpHeaderBytes, 'v');
  EXPECT_THAT(Ask("GET /a HTTP/1.1\r\nX: " + long_value + "\r\n\r\n"), StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(Ask("GET /" + long_value + " HTTP/1.1\r\n\r\n"), StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(last_target_, IsEmpty());
}

TEST_F(ServerTest, ClosesSlowAndIdleConnections) {
  Start();
  Connection silent(port());
  Connection slow(port());
  slow.Send("GET /a HTT");
  Connection idle(port());
  idle.Send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
  idle.ReadUntil("body of /a\n");
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(silent.ReadAll(), IsEmpty());
  EXPECT_THAT(slow.ReadAll(), IsEmpty());
  EXPECT_THAT(idle.ReadAll(), IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(ServerTest, BoundsConnections) {
  config_.max_connections = 2;
  config_.request_timeout_ms = 5'000;
  Start();
  Connection first(port()), second(port());
  while (counters_.connections < 2) std::this_thread::yield();
  Connection third(port());
  EXPECT_THAT(third.ReadAll(), StartsWith("HTTP/1.1 503 "));
  EXPECT_EQ(counters_.refused_connections, 1u);
  // Those that were there are served, and make room when they go.
  first.Send("GET /a HTTP/1.1\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(first.ReadAll(), StartsWith("HTTP/1.1 200 "));
  while (counters_.connections > 1) std::this_thread::yield();
  EXPECT_THAT(Ask("GET /b HTTP/1.0\r\n\r\n"), HasSubstr(" 200 "));
}

TEST_F(ServerTest, SurvivesClientsThatLeave) {
  Start();
  for (int i = 0; i < 50; ++i) {
    Connection connection(port());
    connection.Send(i % 2 == 0 ? "GET /a HTTP/1.1\r\n\r\n" : "GET /a HT");
  }
  EXPECT_THAT(Ask("GET /b HTTP/1.0\r\n\r\n"), HasSubstr("body of /b"));
}

TEST_F(ServerTest, TellsThatAnAddressIsTaken) {
  Start();
  HttpConfig same = config_;
  same.listen = server_->endpoint();
  HttpCounters counters;
  const auto second = HttpServer::Start(
      same, [](std::string_view) { return HttpAnswer(); }, counters);
  EXPECT_TRUE(absl::IsUnavailable(second.status())) << second.status();
  same.listen = {"192.0.2.1", 0};
  EXPECT_TRUE(absl::IsUnavailable(HttpServer::Start(
                                      same, [](std::string_view) { return HttpAnswer(); }, counters)
                                      .status()));
}

TEST_F(ServerTest, StopsWithConnectionsOpen) {
  config_.request_timeout_ms = 60'000;
  Start();
  Connection open(port());
  while (counters_.connections < 1) std::this_thread::yield();
  server_.reset();
  EXPECT_THAT(open.ReadAll(), IsEmpty());
  EXPECT_EQ(counters_.connections, 0);
}

}  // namespace
}  // namespace tanji::node
