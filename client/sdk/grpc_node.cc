#include "client/sdk/grpc_node.h"

#include <grpcpp/grpcpp.h>

#include <chrono>

#include "client/sdk/faults.h"
#include "client/sdk/file.h"
#include "client/sdk/status_details.h"
#include "tanji/v1/event_service.grpc.pb.h"
#include "tanji/v1/evidence.grpc.pb.h"
#include "tanji/v1/factors.grpc.pb.h"
#include "tanji/v1/footprints.grpc.pb.h"
#include "tanji/v1/labels.grpc.pb.h"
#include "tanji/v1/log_service.grpc.pb.h"
#include "tanji/v1/membership.grpc.pb.h"
#include "tanji/v1/node_service.grpc.pb.h"
#include "tanji/v1/products.grpc.pb.h"
#include "tanji/v1/schemes.grpc.pb.h"
#include "tanji/v1/state_service.grpc.pb.h"
#include "tanji/v1/transaction_service.grpc.pb.h"
#include "tanji/v1/verification.grpc.pb.h"

namespace tanji::client {
namespace {

// A page of entries has at most 4 MiB; the rest is room for its frame.
constexpr int kMaxMessageBytes = 8 << 20;
constexpr int kKeepaliveMs = 60'000;
// A name that does not resolve or a port that is closed shows within this time.
constexpr int kLongestReconnectPauseMs = 2'000;

void SetDeadline(grpc::ClientContext& context, std::int64_t timeout_ms) {
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::milliseconds(timeout_ms));
}

class GrpcNode final : public Node {
 public:
  GrpcNode(std::string address, const std::shared_ptr<grpc::Channel>& channel)
      : address_(std::move(address)),
        transactions_(v1::TransactionService::NewStub(channel)),
        state_(v1::StateService::NewStub(channel)),
        log_(v1::LogService::NewStub(channel)),
        events_(v1::EventService::NewStub(channel)),
        node_(v1::NodeService::NewStub(channel)),
        evidence_(v1::EvidenceService::NewStub(channel)),
        membership_(v1::MembershipService::NewStub(channel)),
        factors_(v1::FactorsService::NewStub(channel)),
        products_(v1::ProductsService::NewStub(channel)),
        schemes_(v1::SchemesService::NewStub(channel)),
        footprints_(v1::FootprintsService::NewStub(channel)),
        verification_(v1::VerificationService::NewStub(channel)),
        labels_(v1::LabelsService::NewStub(channel)) {}

  std::string address() const override { return address_; }

  Result<v1::SubmitResponse> Submit(const v1::SubmitRequest& request,
                                    std::int64_t timeout_ms) override {
    return Call<v1::SubmitResponse>(*transactions_, &v1::TransactionService::Stub::Submit, request,
                                    timeout_ms);
  }
  Result<v1::SubmitBatchResponse> SubmitBatch(const v1::SubmitBatchRequest& request,
                                              std::int64_t timeout_ms) override {
    return Call<v1::SubmitBatchResponse>(*transactions_, &v1::TransactionService::Stub::SubmitBatch,
                                         request, timeout_ms);
  }
  Result<v1::GetTransactionResponse> GetTransaction(const v1::GetTransactionRequest& request,
                                                    std::int64_t timeout_ms) override {
    return Call<v1::GetTransactionResponse>(
        *transactions_, &v1::TransactionService::Stub::GetTransaction, request, timeout_ms);
  }
  Result<v1::ProveResponse> Prove(const v1::ProveRequest& request,
                                  std::int64_t timeout_ms) override {
    return Call<v1::ProveResponse>(*state_, &v1::StateService::Stub::Prove, request, timeout_ms);
  }
  Result<v1::GetCheckpointResponse> GetCheckpoint(const v1::GetCheckpointRequest& request,
                                                  std::int64_t timeout_ms) override {
    return Call<v1::GetCheckpointResponse>(*log_, &v1::LogService::Stub::GetCheckpoint, request,
                                           timeout_ms);
  }
  Result<v1::GetEntriesResponse> GetEntries(const v1::GetEntriesRequest& request,
                                            std::int64_t timeout_ms) override {
    return Call<v1::GetEntriesResponse>(*log_, &v1::LogService::Stub::GetEntries, request,
                                        timeout_ms);
  }
  Result<v1::GetInclusionProofResponse> GetInclusionProof(
      const v1::GetInclusionProofRequest& request, std::int64_t timeout_ms) override {
    return Call<v1::GetInclusionProofResponse>(*log_, &v1::LogService::Stub::GetInclusionProof,
                                               request, timeout_ms);
  }
  Result<v1::GetConsistencyProofResponse> GetConsistencyProof(
      const v1::GetConsistencyProofRequest& request, std::int64_t timeout_ms) override {
    return Call<v1::GetConsistencyProofResponse>(*log_, &v1::LogService::Stub::GetConsistencyProof,
                                                 request, timeout_ms);
  }
  Result<v1::GetStatusResponse> GetStatus(const v1::GetStatusRequest& request,
                                          std::int64_t timeout_ms) override {
    return Call<v1::GetStatusResponse>(*node_, &v1::NodeService::Stub::GetStatus, request,
                                       timeout_ms);
  }
  Result<v1::GetPolicyResponse> GetPolicy(const v1::GetPolicyRequest& request,
                                          std::int64_t timeout_ms) override {
    return Call<v1::GetPolicyResponse>(*node_, &v1::NodeService::Stub::GetPolicy, request,
                                       timeout_ms);
  }
  Result<v1::ListDocumentsResponse> ListDocuments(const v1::ListDocumentsRequest& request,
                                                  std::int64_t timeout_ms) override {
    return Call<v1::ListDocumentsResponse>(*evidence_, &v1::EvidenceService::Stub::ListDocuments,
                                           request, timeout_ms);
  }
  Result<v1::ListParticipantsResponse> ListParticipants(const v1::ListParticipantsRequest& request,
                                                        std::int64_t timeout_ms) override {
    return Call<v1::ListParticipantsResponse>(
        *membership_, &v1::MembershipService::Stub::ListParticipants, request, timeout_ms);
  }
  Result<v1::ListBallotsResponse> ListBallots(const v1::ListBallotsRequest& request,
                                              std::int64_t timeout_ms) override {
    return Call<v1::ListBallotsResponse>(*membership_, &v1::MembershipService::Stub::ListBallots,
                                         request, timeout_ms);
  }
  Result<v1::ListAccreditationsResponse> ListAccreditations(
      const v1::ListAccreditationsRequest& request, std::int64_t timeout_ms) override {
    return Call<v1::ListAccreditationsResponse>(
        *membership_, &v1::MembershipService::Stub::ListAccreditations, request, timeout_ms);
  }
  Result<v1::ListLicencesResponse> ListLicences(const v1::ListLicencesRequest& request,
                                                std::int64_t timeout_ms) override {
    return Call<v1::ListLicencesResponse>(*membership_, &v1::MembershipService::Stub::ListLicences,
                                          request, timeout_ms);
  }
  Result<v1::ListGwpSetsResponse> ListGwpSets(const v1::ListGwpSetsRequest& request,
                                              std::int64_t timeout_ms) override {
    return Call<v1::ListGwpSetsResponse>(*factors_, &v1::FactorsService::Stub::ListGwpSets, request,
                                         timeout_ms);
  }
  Result<v1::ListDatasetsResponse> ListDatasets(const v1::ListDatasetsRequest& request,
                                                std::int64_t timeout_ms) override {
    return Call<v1::ListDatasetsResponse>(*factors_, &v1::FactorsService::Stub::ListDatasets,
                                          request, timeout_ms);
  }
  Result<v1::ListFactorsResponse> ListFactors(const v1::ListFactorsRequest& request,
                                              std::int64_t timeout_ms) override {
    return Call<v1::ListFactorsResponse>(*factors_, &v1::FactorsService::Stub::ListFactors, request,
                                         timeout_ms);
  }
  Result<v1::CompareDatasetsResponse> CompareDatasets(const v1::CompareDatasetsRequest& request,
                                                      std::int64_t timeout_ms) override {
    return Call<v1::CompareDatasetsResponse>(*factors_, &v1::FactorsService::Stub::CompareDatasets,
                                             request, timeout_ms);
  }
  Result<v1::ListFacilitiesResponse> ListFacilities(const v1::ListFacilitiesRequest& request,
                                                    std::int64_t timeout_ms) override {
    return Call<v1::ListFacilitiesResponse>(*products_, &v1::ProductsService::Stub::ListFacilities,
                                            request, timeout_ms);
  }
  Result<v1::ListProductsResponse> ListProducts(const v1::ListProductsRequest& request,
                                                std::int64_t timeout_ms) override {
    return Call<v1::ListProductsResponse>(*products_, &v1::ProductsService::Stub::ListProducts,
                                          request, timeout_ms);
  }
  Result<v1::ListLotsResponse> ListLots(const v1::ListLotsRequest& request,
                                        std::int64_t timeout_ms) override {
    return Call<v1::ListLotsResponse>(*products_, &v1::ProductsService::Stub::ListLots, request,
                                      timeout_ms);
  }
  Result<v1::ListSchemesResponse> ListSchemes(const v1::ListSchemesRequest& request,
                                              std::int64_t timeout_ms) override {
    return Call<v1::ListSchemesResponse>(*schemes_, &v1::SchemesService::Stub::ListSchemes, request,
                                         timeout_ms);
  }
  Result<v1::ListSchemeVersionsResponse> ListSchemeVersions(
      const v1::ListSchemeVersionsRequest& request, std::int64_t timeout_ms) override {
    return Call<v1::ListSchemeVersionsResponse>(
        *schemes_, &v1::SchemesService::Stub::ListSchemeVersions, request, timeout_ms);
  }
  Result<v1::ListClausesResponse> ListClauses(const v1::ListClausesRequest& request,
                                              std::int64_t timeout_ms) override {
    return Call<v1::ListClausesResponse>(*schemes_, &v1::SchemesService::Stub::ListClauses, request,
                                         timeout_ms);
  }
  Result<v1::ListClaimTextsResponse> ListClaimTexts(const v1::ListClaimTextsRequest& request,
                                                    std::int64_t timeout_ms) override {
    return Call<v1::ListClaimTextsResponse>(*schemes_, &v1::SchemesService::Stub::ListClaimTexts,
                                            request, timeout_ms);
  }
  Result<v1::ListCriteriaResponse> ListCriteria(const v1::ListCriteriaRequest& request,
                                                std::int64_t timeout_ms) override {
    return Call<v1::ListCriteriaResponse>(*schemes_, &v1::SchemesService::Stub::ListCriteria,
                                          request, timeout_ms);
  }
  Result<v1::ListFootprintsResponse> ListFootprints(const v1::ListFootprintsRequest& request,
                                                    std::int64_t timeout_ms) override {
    return Call<v1::ListFootprintsResponse>(
        *footprints_, &v1::FootprintsService::Stub::ListFootprints, request, timeout_ms);
  }
  Result<v1::ListCorrectionsResponse> ListCorrections(const v1::ListCorrectionsRequest& request,
                                                      std::int64_t timeout_ms) override {
    return Call<v1::ListCorrectionsResponse>(
        *verification_, &v1::VerificationService::Stub::ListCorrections, request, timeout_ms);
  }
  Result<v1::ListStatementsResponse> ListStatements(const v1::ListStatementsRequest& request,
                                                    std::int64_t timeout_ms) override {
    return Call<v1::ListStatementsResponse>(
        *verification_, &v1::VerificationService::Stub::ListStatements, request, timeout_ms);
  }
  Result<v1::ListCertificatesResponse> ListCertificates(const v1::ListCertificatesRequest& request,
                                                        std::int64_t timeout_ms) override {
    return Call<v1::ListCertificatesResponse>(*labels_, &v1::LabelsService::Stub::ListCertificates,
                                              request, timeout_ms);
  }
  Result<v1::ListLabelsResponse> ListLabels(const v1::ListLabelsRequest& request,
                                            std::int64_t timeout_ms) override {
    return Call<v1::ListLabelsResponse>(*labels_, &v1::LabelsService::Stub::ListLabels, request,
                                        timeout_ms);
  }

  Done Watch(const v1::WatchRequest& request,
             const std::function<bool(const v1::WatchResponse&)>& take) override {
    grpc::ClientContext context;  // no deadline: it lasts as long as somebody watches
    const auto stream = events_->Watch(&context, request);
    v1::WatchResponse event;
    while (stream->Read(&event)) {
      if (take(event)) continue;
      context.TryCancel();
      while (stream->Read(&event)) {
      }
      (void)stream->Finish();
      return {};
    }
    const grpc::Status status = stream->Finish();
    if (!status.ok()) return Failed(status, 0);
    return Error(kUnreachable, {{"node", address_}, {"reason", "end of stream"}}).Retryable();
  }

 private:
  template <class Response, class Stub, class Request>
  Result<Response> Call(Stub& stub,
                        grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                     Response*),
                        const Request& request, std::int64_t timeout_ms) {
    grpc::ClientContext context;
    SetDeadline(context, timeout_ms);
    Response response;
    const grpc::Status status = (stub.*method)(&context, request, &response);
    if (!status.ok()) return Failed(status, timeout_ms);
    return response;
  }

  Error Failed(const grpc::Status& status, std::int64_t timeout_ms) const {
    return ErrorOf(
        {static_cast<int>(status.error_code()), status.error_message(), status.error_details()},
        address_, timeout_ms);
  }

  const std::string address_;
  const std::unique_ptr<v1::TransactionService::Stub> transactions_;
  const std::unique_ptr<v1::StateService::Stub> state_;
  const std::unique_ptr<v1::LogService::Stub> log_;
  const std::unique_ptr<v1::EventService::Stub> events_;
  const std::unique_ptr<v1::NodeService::Stub> node_;
  const std::unique_ptr<v1::EvidenceService::Stub> evidence_;
  const std::unique_ptr<v1::MembershipService::Stub> membership_;
  const std::unique_ptr<v1::FactorsService::Stub> factors_;
  const std::unique_ptr<v1::ProductsService::Stub> products_;
  const std::unique_ptr<v1::SchemesService::Stub> schemes_;
  const std::unique_ptr<v1::FootprintsService::Stub> footprints_;
  const std::unique_ptr<v1::VerificationService::Stub> verification_;
  const std::unique_ptr<v1::LabelsService::Stub> labels_;
};

Result<std::shared_ptr<grpc::ChannelCredentials>> CredentialsFor(const ConnectOptions& options) {
  const bool tls_wanted = !options.tls_ca_file.empty() || !options.tls_certificate_file.empty();
  if (options.plaintext || (IsThisMachine(options.address) && !tls_wanted)) {
    return grpc::InsecureChannelCredentials();
  }
  if (options.tls_certificate_file.empty() != options.tls_key_file.empty()) return kTlsPair;
  grpc::SslCredentialsOptions tls;
  if (!options.tls_ca_file.empty()) {
    TANJI_ASSIGN(tls.pem_root_certs, ReadFile(options.tls_ca_file));
  }
  if (!options.tls_certificate_file.empty()) {
    TANJI_ASSIGN(tls.pem_cert_chain, ReadFile(options.tls_certificate_file));
    TANJI_ASSIGN(tls.pem_private_key, ReadPrivateFile(options.tls_key_file));
  }
  return grpc::SslCredentials(tls);
}

}  // namespace

bool IsThisMachine(const std::string& address) {
  if (address.starts_with("unix:")) return true;
  std::string host = address.substr(0, address.rfind(':'));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host == "localhost" || host == "::1") return true;
  // 127.0.0.0/8 in figures; a name such as 127.example.org is another machine's.
  return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
}

Result<std::unique_ptr<Node>> ConnectNode(const ConnectOptions& options) {
  TANJI_ASSIGN(const auto credentials, CredentialsFor(options));
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kMaxMessageBytes);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMs);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, kLongestReconnectPauseMs);
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
  // Retrying is Retrier's business, where it is bounded and tested.
  arguments.SetInt(GRPC_ARG_ENABLE_RETRIES, 0);
  if (IsThisMachine(options.address)) arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  const auto channel = grpc::CreateCustomChannel(options.address, credentials, arguments);
  return std::unique_ptr<Node>(std::make_unique<GrpcNode>(options.address, channel));
}

}  // namespace tanji::client
