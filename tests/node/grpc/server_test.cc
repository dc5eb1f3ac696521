// The server as such: TLS, health, reflection, limits, stopping.
#include <grpcpp/generic/generic_stub.h>
#include <sys/stat.h>

#include <thread>

#include "node/grpc/credentials.h"
#include "tests/node/grpc/grpc_fixture.h"
#include "tests/node/grpc/tls_files.h"

namespace tanji::node {
namespace {

using ::testing::HasSubstr;
using testing_support::Call;
using testing_support::MakeTlsFiles;
using testing_support::ReadTextFile;

std::string TextOf(grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  EXPECT_TRUE(buffer.Dump(&slices).ok());
  std::string text;
  for (const auto& slice : slices) {
    text.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return text;
}

class ServerTest : public testing_support::GrpcTest {
 protected:
  // Sends `request` to any method, as a tool without our protos would; the first answer.
  grpc::Status Send(const std::string& method, const std::string& request, std::string& response) {
    Call call;
    grpc::CompletionQueue queue;
    grpc::GenericStub stub(channel_);
    auto stream = stub.PrepareCall(&call, method, &queue);
    const auto wait = [&] {
      void* tag = nullptr;
      bool ok = false;
      return queue.Next(&tag, &ok) && ok;
    };
    stream->StartCall(nullptr);
    wait();
    const grpc::Slice slice(request);
    stream->WriteLast(grpc::ByteBuffer(&slice, 1), {}, nullptr);
    wait();
    grpc::ByteBuffer answer;
    stream->Read(&answer, nullptr);
    if (wait()) response = TextOf(answer);
    grpc::Status status;
    stream->Finish(&status, nullptr);
    wait();
    return status;
  }
  std::shared_ptr<grpc::Channel> TlsChannel(const std::string& root, const std::string& key = "",
                                            const std::string& certificate = "") {
    grpc::ChannelArguments arguments;
    arguments.SetSslTargetNameOverride("localhost");
    return grpc::CreateCustomChannel(server_->endpoint().Text(),
                                     grpc::SslCredentials({root, key, certificate}), arguments);
  }
  static grpc::Status Ask(const std::shared_ptr<grpc::Channel>& channel) {
    Call call(std::chrono::milliseconds(5'000));
    v1::GetStatusResponse response;
    return v1::NodeService::NewStub(channel)->GetStatus(&call, {}, &response);
  }

  testing_support::TempDir directory_;
};

TEST_F(ServerTest, HealthAndReflectionAreThere) {
  Start();
  std::string response;
  // grpc.health.v1.HealthCheckResponse{status: SERVING}
  ASSERT_TRUE(Send("/grpc.health.v1.Health/Check", "", response).ok());
  EXPECT_EQ(response, "\x08\x01");
  // ServerReflectionRequest{list_services: "*"}
  const auto status =
      Send("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", "\x3a\x01*", response);
  ASSERT_TRUE(status.ok()) << status.error_message();
  for (const char* service : {"TransactionService", "LogService", "StateService", "EventService",
                              "NodeService", "EvidenceService", "MembershipService"}) {
    EXPECT_THAT(response, HasSubstr(std::string("tanji.v1.") + service));
  }
}

TEST_F(ServerTest, MalformedRequestsAreErrorsOfTheCall) {
  Start();
  std::string response;
  EXPECT_FALSE(Send("/tanji.v1.TransactionService/Submit", "\xff\xff\xff", response).ok());
  EXPECT_EQ(Send("/tanji.v1.TransactionService/NoSuchMethod", "", response).error_code(),
            grpc::StatusCode::UNIMPLEMENTED);
  EXPECT_TRUE(Ask(channel_).ok());
}

TEST_F(ServerTest, CompressedRequestsAreNotTaken) {
  Start();
  Call call;
  call.set_compression_algorithm(GRPC_COMPRESS_GZIP);
  v1::SubmitRequest request;
  request.set_transaction(std::string(1 << 20, 'x'));
  v1::SubmitResponse response;
  EXPECT_EQ(transactions_->Submit(&call, request, &response).error_code(),
            grpc::StatusCode::UNIMPLEMENTED);
}

TEST_F(ServerTest, OneConnectionCannotFillTheQueues) {
  config_.max_pending_per_connection = 10;
  PipelineOptions options;
  options.verify_threads = 1;
  Start(options);
  // Two batches at once: whichever comes second while the first is on its way is refused whole.
  v1::SubmitBatchRequest large;
  for (int i = 0; i < 500; ++i) {
    large.add_transactions(testing_support::SignDocument(std::to_string(i)));
  }
  v1::SubmitBatchResponse first_response, second_response;
  grpc::Status first;
  std::thread other([&] {
    first = transactions_->SubmitBatch(std::make_unique<Call>().get(), large, &first_response);
  });
  bool refused = false;
  for (int i = 0; i < 200 && !refused; ++i) {
    v1::SubmitRequest small;
    small.set_transaction("nonsense");
    v1::SubmitResponse response;
    refused =
        transactions_->Submit(std::make_unique<Call>().get(), small, &response).error_code() ==
        grpc::StatusCode::RESOURCE_EXHAUSTED;
  }
  other.join();
  // The large one was alone when it came, or met a small one: either way somebody was refused.
  EXPECT_TRUE(refused || first.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED);
}

TEST_F(ServerTest, AnAddressInUseIsToldAtOnce) {
  Start();
  GrpcConfig same = config_;
  same.listen = server_->endpoint();
  const auto second = GrpcServer::Start(same, {&node_->pipeline(), "a/b", "solo", "", {}});
  EXPECT_TRUE(absl::IsUnavailable(second.status())) << second.status();
}

TEST_F(ServerTest, Tls) {
  const auto files = MakeTlsFiles(directory_.File("server"));
  config_.tls_certificate_file = files.certificate;
  config_.tls_key_file = files.key;
  Start();
  const auto status = Ask(TlsChannel(ReadTextFile(files.certificate)));
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_FALSE(Ask(channel_).ok()) << "plaintext was taken";
  const auto other = MakeTlsFiles(directory_.File("other"));
  EXPECT_FALSE(Ask(TlsChannel(ReadTextFile(other.certificate))).ok());
}

TEST_F(ServerTest, MutualTls) {
  const auto server_files = MakeTlsFiles(directory_.File("server"));
  const auto client = MakeTlsFiles(directory_.File("client"));
  const auto stranger = MakeTlsFiles(directory_.File("stranger"));
  config_.tls_certificate_file = server_files.certificate;
  config_.tls_key_file = server_files.key;
  config_.tls_client_ca_file = client.certificate;
  Start();
  const std::string root = ReadTextFile(server_files.certificate);
  const auto status =
      Ask(TlsChannel(root, ReadTextFile(client.key), ReadTextFile(client.certificate)));
  EXPECT_TRUE(status.ok()) << status.error_message();
  EXPECT_FALSE(Ask(TlsChannel(root)).ok()) << "a client without a certificate was let in";
  EXPECT_FALSE(
      Ask(TlsChannel(root, ReadTextFile(stranger.key), ReadTextFile(stranger.certificate))).ok());
}

TEST_F(ServerTest, FilesThatAreNoCredentialsAreRefusedAtStart) {
  const auto files = MakeTlsFiles(directory_.File("server"));
  const auto other = MakeTlsFiles(directory_.File("other"));
  GrpcConfig config;
  config.tls_certificate_file = files.certificate;
  config.tls_key_file = other.key;
  EXPECT_TRUE(absl::IsInvalidArgument(MakeCredentials(config).status()));
  config.tls_key_file = files.key;
  EXPECT_TRUE(MakeCredentials(config).ok());
  chmod(files.key.c_str(), 0644);
  EXPECT_TRUE(absl::IsPermissionDenied(MakeCredentials(config).status()));
  chmod(files.key.c_str(), 0600);
  config.tls_client_ca_file = files.key;
  EXPECT_TRUE(absl::IsInvalidArgument(MakeCredentials(config).status()));
  config.tls_client_ca_file = "";
  config.tls_certificate_file = directory_.File("none");
  EXPECT_TRUE(absl::IsInvalidArgument(MakeCredentials(config).status()));
}

}  // namespace
}  // namespace tanji::node
