#include "node/grpc/server.h"

#include <fmt/format.h>
#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <vector>

#include "node/grpc/credentials.h"
#include "node/grpc/services.h"

namespace tanji::node {
namespace {

constexpr int kKeepaliveTimeMs = 60'000;
constexpr int kKeepaliveTimeoutMs = 20'000;
// Clients that ping more often than this are told to go away.
constexpr int kMinClientPingMs = 10'000;
constexpr int kMaxMetadataBytes = 16 << 10;

void SetLimits(const GrpcConfig& config, grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
  builder.SetMaxSendMessageSize(kMaxResponseBytes);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS,
                             static_cast<int>(config.max_concurrent_streams));
  builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, kMaxMetadataBytes);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveTimeMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, kKeepaliveTimeoutMs);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             kMinClientPingMs);
  // Two nodes on one port would share the clients between them.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  grpc::ResourceQuota quota("tanjid");
  quota.Resize(static_cast<std::size_t>(config.memory_quota_mib) << 20);
  builder.SetResourceQuota(quota);
  // Signatures and hashes do not compress, and a compressed request could be a bomb.
  builder.SetDefaultCompressionAlgorithm(GRPC_COMPRESS_NONE);
  for (const auto algorithm : {GRPC_COMPRESS_DEFLATE, GRPC_COMPRESS_GZIP}) {
    builder.SetCompressionAlgorithmSupportStatus(algorithm, false);
  }
}

QueueBounds PerConnection(const GrpcConfig& config) {
  return {static_cast<std::size_t>(config.max_pending_per_connection),
          static_cast<std::size_t>(config.max_pending_mib_per_connection) << 20};
}

}  // namespace

struct GrpcServer::Impl {
  Impl(const GrpcConfig& config, ServiceSources sources)
      : serving(std::move(sources), PerConnection(config), config.max_watchers) {
    services.push_back(MakeTransactionService(serving));
    services.push_back(MakeLogService(serving));
    services.push_back(MakeStateService(serving));
    services.push_back(MakeEventService(serving));
    services.push_back(MakeNodeService(serving));
    services.push_back(MakeEvidenceService(serving));
    services.push_back(MakeMembershipService(serving));
    services.push_back(MakeFactorsService(serving));
    services.push_back(MakeProductsService(serving));
    services.push_back(MakeSchemesService(serving));
    services.push_back(MakeFootprintsService(serving));
    services.push_back(MakeVerificationService(serving));
    services.push_back(MakeLabelsService(serving));
  }

  Serving serving;
  std::vector<std::unique_ptr<grpc::Service>> services;
  std::unique_ptr<grpc::Server> server;
};

GrpcServer::GrpcServer(std::unique_ptr<Impl> impl, Endpoint endpoint)
    : impl_(std::move(impl)), endpoint_(std::move(endpoint)) {}

GrpcServer::~GrpcServer() {
  Stop(std::chrono::milliseconds(0));
}

absl::StatusOr<std::unique_ptr<GrpcServer>> GrpcServer::Start(const GrpcConfig& config,
                                                              ServiceSources sources) {
  const auto credentials = MakeCredentials(config);
  if (!credentials.ok()) return credentials.status();
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();

  auto impl = std::make_unique<Impl>(config, std::move(sources));
  grpc::ServerBuilder builder;
  SetLimits(config, builder);
  int port = 0;
  builder.AddListeningPort(config.listen.Text(), *credentials, &port);
  for (const auto& service : impl->services) builder.RegisterService(service.get());
  impl->server = builder.BuildAndStart();
  if (impl->server == nullptr || port == 0) {
    return absl::UnavailableError(fmt::format(
        "grpc.listen {}: the address is in use or not this machine's", config.listen.Text()));
  }
  // All services live and die together: the name of none stands for all.
  impl->server->GetHealthCheckService()->SetServingStatus(true);
  Endpoint endpoint{config.listen.host, static_cast<std::uint16_t>(port)};
  return std::unique_ptr<GrpcServer>(new GrpcServer(std::move(impl), std::move(endpoint)));
}

void GrpcServer::Stop(std::chrono::milliseconds grace) {
  if (!impl_->server || impl_->serving.stopping.exchange(true)) return;
  impl_->server->GetHealthCheckService()->Shutdown();
  impl_->serving.gate.Stop();
  impl_->server->Shutdown(std::chrono::system_clock::now() + grace);
}

}  // namespace tanji::node
