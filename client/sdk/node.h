// What a client asks of a node: the calls it makes, one method each, whatever carries them. Nothing
// that comes back is trusted here; Client (client.h) checks it. GrpcNode (grpc_node.h) is the one
// real implementation; tests have nodes that lie.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "client/sdk/result.h"
#include "tanji/v1/event_service.pb.h"
#include "tanji/v1/evidence.pb.h"
#include "tanji/v1/factors.pb.h"
#include "tanji/v1/footprints.pb.h"
#include "tanji/v1/labels.pb.h"
#include "tanji/v1/log_service.pb.h"
#include "tanji/v1/membership.pb.h"
#include "tanji/v1/node_service.pb.h"
#include "tanji/v1/products.pb.h"
#include "tanji/v1/schemes.pb.h"
#include "tanji/v1/state_service.pb.h"
#include "tanji/v1/transaction_service.pb.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::client {

// Implementations are thread-safe. Each call ends within its deadline, `timeout_ms` from now. What
// the node refuses is an Error with the ledger's code; an error that may go away by itself is
// retryable().
class Node {
 public:
  virtual ~Node() = default;

  // For messages: where the node is.
  virtual std::string address() const = 0;

  virtual Result<v1::SubmitResponse> Submit(const v1::SubmitRequest&, std::int64_t timeout_ms) = 0;
  virtual Result<v1::SubmitBatchResponse> SubmitBatch(const v1::SubmitBatchRequest&,
                                                      std::int64_t timeout_ms) = 0;
  virtual Result<v1::GetTransactionResponse> GetTransaction(const v1::GetTransactionRequest&,
                                                            std::int64_t timeout_ms) = 0;

  virtual Result<v1::ProveResponse> Prove(const v1::ProveRequest&, std::int64_t timeout_ms) = 0;

  virtual Result<v1::GetCheckpointResponse> GetCheckpoint(const v1::GetCheckpointRequest&,
                                                          std::int64_t timeout_ms) = 0;
  virtual Result<v1::GetEntriesResponse> GetEntries(const v1::GetEntriesRequest&,
                                                    std::int64_t timeout_ms) = 0;
  virtual Result<v1::GetInclusionProofResponse> GetInclusionProof(
      const v1::GetInclusionProofRequest&, std::int64_t timeout_ms) = 0;
  virtual Result<v1::GetConsistencyProofResponse> GetConsistencyProof(
      const v1::GetConsistencyProofRequest&, std::int64_t timeout_ms) = 0;

  virtual Result<v1::GetStatusResponse> GetStatus(const v1::GetStatusRequest&,
                                                  std::int64_t timeout_ms) = 0;
  virtual Result<v1::GetPolicyResponse> GetPolicy(const v1::GetPolicyRequest&,
                                                  std::int64_t timeout_ms) = 0;

  virtual Result<v1::ListDocumentsResponse> ListDocuments(const v1::ListDocumentsRequest&,
                                                          std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListParticipantsResponse> ListParticipants(const v1::ListParticipantsRequest&,
                                                                std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListBallotsResponse> ListBallots(const v1::ListBallotsRequest&,
                                                      std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListAccreditationsResponse> ListAccreditations(
      const v1::ListAccreditationsRequest&, std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListLicencesResponse> ListLicences(const v1::ListLicencesRequest&,
                                                        std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListGwpSetsResponse> ListGwpSets(const v1::ListGwpSetsRequest&,
                                                      std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListDatasetsResponse> ListDatasets(const v1::ListDatasetsRequest&,
                                                        std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListFactorsResponse> ListFactors(const v1::ListFactorsRequest&,
                                                      std::int64_t timeout_ms) = 0;
  virtual Result<v1::CompareDatasetsResponse> CompareDatasets(const v1::CompareDatasetsRequest&,
                                                              std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListFacilitiesResponse> ListFacilities(const v1::ListFacilitiesRequest&,
                                                            std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListProductsResponse> ListProducts(const v1::ListProductsRequest&,
                                                        std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListLotsResponse> ListLots(const v1::ListLotsRequest&,
                                                std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListSchemesResponse> ListSchemes(const v1::ListSchemesRequest&,
                                                      std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListSchemeVersionsResponse> ListSchemeVersions(
      const v1::ListSchemeVersionsRequest&, std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListClausesResponse> ListClauses(const v1::ListClausesRequest&,
                                                      std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListClaimTextsResponse> ListClaimTexts(const v1::ListClaimTextsRequest&,
                                                            std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListCriteriaResponse> ListCriteria(const v1::ListCriteriaRequest&,
                                                        std::int64_t timeout_ms) = 0;

  virtual Result<v1::ListFootprintsResponse> ListFootprints(const v1::ListFootprintsRequest&,
                                                            std::int64_t timeout_ms) = 0;

  virtual Result<v1::ListCorrectionsResponse> ListCorrections(const v1::ListCorrectionsRequest&,
                                                              std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListStatementsResponse> ListStatements(const v1::ListStatementsRequest&,
                                                            std::int64_t timeout_ms) = 0;

  virtual Result<v1::ListCertificatesResponse> ListCertificates(const v1::ListCertificatesRequest&,
                                                                std::int64_t timeout_ms) = 0;
  virtual Result<v1::ListLabelsResponse> ListLabels(const v1::ListLabelsRequest&,
                                                    std::int64_t timeout_ms) = 0;

  // Calls `take` for each event until it returns false (OK), the stream ends or breaks (an error,
  // retryable: watching may be resumed from the last next_index).
  virtual Done Watch(const v1::WatchRequest&,
                     const std::function<bool(const v1::WatchResponse&)>& take) = 0;
};

}  // namespace tanji::client
