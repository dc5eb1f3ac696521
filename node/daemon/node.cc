#include "node/daemon/node.h"

#include <fmt/format.h>

#include "ledger/engine/tables.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "node/config/key_file.h"
#include "node/daemon/layout.h"
#include "node/http/metrics.h"
#include "node/http/routes.h"
#include "node/proofs/policy.h"

namespace tanji::node {
namespace {

constexpr std::chrono::milliseconds kStopGrace{10'000};

PipelineOptions OptionsOf(const Config& config, bool accept_clock) {
  PipelineOptions options;
  const QueueBounds bounds{static_cast<std::size_t>(config.pipeline.queue_transactions),
                           static_cast<std::size_t>(config.pipeline.queue_mib) << 20};
  options.verify_threads = static_cast<unsigned>(config.pipeline.verify_threads);
  options.unverified = bounds;
  options.verified = bounds;
  options.freshness_interval_ms = config.pipeline.freshness_interval_s * 1'000;
  options.accept_clock = accept_clock;
  return options;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Node>> Node::Open(const Config& config, NodeOptions options) {
  std::unique_ptr<Node> node(new Node(std::move(options)));
  if (absl::Status status = node->OpenLedger(config); !status.ok()) return status;
  return node;
}

absl::Status Node::Serve(const Config& config) {
  absl::Status status = StartPipeline(config);
  return status.ok() ? StartServers(config) : status;
}

Node::~Node() {
  Stop();
}

absl::Status Node::OpenLedger(const Config& config) {
  ledger::StoreOptions options;
  options.path = StorePath(config);
  options.mode = ledger::StoreOptions::Mode::kOpen;
  options.block_cache_bytes = static_cast<std::size_t>(config.storage.block_cache_mib) << 20;
  options.write_buffer_bytes = static_cast<std::size_t>(config.storage.write_buffer_mib) << 20;
  auto store = ledger::Store::Open(options);
  if (!store.ok()) return store.status();
  store_ = *std::move(store);
  auto ledger = ledger::Ledger::Open(*store_, ledger::AllModules(), ledger::MembershipAuthority());
  if (!ledger.ok()) return ledger.status();
  ledger_ = *std::move(ledger);
  return absl::OkStatus();
}

absl::StatusOr<SignerKeys> Node::LoadKeys(const Config& config) const {
  auto log_key = ReadKeyFile(config.node.log_key_file);
  if (!log_key.ok()) return log_key.status();
  auto cosigner_key = ReadKeyFile(config.node.cosigner_key_file);
  if (!cosigner_key.ok()) return cosigner_key.status();
  const auto self = ledger::kNodes.Get(store_->Now(), config.node.id);
  if (!self) {
    return absl::InvalidArgumentError(fmt::format(
        "the ledger knows no node '{}'; see node.id in the configuration", config.node.id));
  }
  if (self->log_public_key() != log_key->public_key().view() ||
      self->cosigner_public_key() != cosigner_key->public_key().view()) {
    return absl::InvalidArgumentError(
        fmt::format("the keys in {} and {} are not those that the ledger has for the node '{}'",
                    config.node.log_key_file, config.node.cosigner_key_file, config.node.id));
  }
  return SignerKeys{CosignerName(chain_id(), config.node.id), *std::move(log_key),
                    *std::move(cosigner_key)};
}

absl::Status Node::StartPipeline(const Config& config) {
  if (const auto nodes = ledger::kNodeList.Get(store_->Now())) {
    if (absl::Status status = CheckQuorumInReach(*nodes); !status.ok()) return status;
  }
  auto keys = LoadKeys(config);
  if (!keys.ok()) return keys.status();
  signer_ = std::make_unique<CheckpointSigner>(chain_id(), *std::move(keys));
  pipeline_ =
      std::make_unique<Pipeline>(*ledger_, *store_, *signer_, SystemClock(),
                                 OptionsOf(config, options_.accept_clock), options_.on_fatal);
  return pipeline_->Start();
}

absl::Status Node::StartServers(const Config& config) {
  if (config.http.enabled) {
    RouteSources sources;
    sources.served = &pipeline_->served();
    sources.metrics = [this] {
      return MetricsText({pipeline_.get(), store_.get(), &http_counters_, options_.version});
    };
    sources.not_ready = [this]() -> std::optional<NotReady> {
      const auto reason = pipeline_->ReadOnlyReason();
      if (!reason) return std::nullopt;
      return NotReady{reason->zh, reason->en};
    };
    auto http = HttpServer::Start(
        config.http,
        [routes = Routes(std::move(sources))](std::string_view target) {
          return routes.Answer(target);
        },
        http_counters_);
    if (!http.ok()) return http.status();
    http_ = *std::move(http);
  }
  auto grpc = GrpcServer::Start(config.grpc, {pipeline_.get(), chain_id(), config.node.id,
                                              options_.version, options_.on_failure});
  if (!grpc.ok()) return grpc.status();
  grpc_ = *std::move(grpc);
  return absl::OkStatus();
}

void Node::Stop() {
  // Calls under way need the pipeline; when they are over it has nothing left that anybody waits
  // for.
  if (grpc_) grpc_->Stop(kStopGrace);
  if (http_) http_->Stop();
  if (pipeline_) pipeline_->Drain();
}

}  // namespace tanji::node
