// A solo ledger in memory: a log with real signatures and proofs, and a node that serves it, either
// truthfully or with an alteration that a test puts in.
#pragma once

#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "client/sdk/faults.h"
#include "client/sdk/node.h"
#include "client/sdk/transaction.h"
#include "client/sdk/trust.h"
#include "crypto/log/log_tree.h"
#include "crypto/note/checkpoint.h"
#include "crypto/note/cosignature.h"
#include "crypto/note/tlog_proof.h"
#include "tanji/v1/log.pb.h"

namespace tanji::client {

inline constexpr std::string_view kChain = "ledger.example/test";
inline constexpr std::uint64_t kCosignedSeconds = 1'795'308'584;

inline crypto::SigningKey TestKey(std::string_view label) {
  return *crypto::SigningKey::FromSeed(crypto::Sha256(label).view());
}

// Stored hashes of an append-only log.
class FakeLog : public crypto::HashReader {
 public:
  void Append(std::string entry) {
    std::vector<crypto::PlacedHash> completed;
    frontier_.Append(crypto::LeafHash(entry), &completed);
    for (const auto& [at, hash] : completed) hashes_[at] = hash;
    entries_.push_back(std::move(entry));
  }
  absl::StatusOr<std::vector<crypto::Hash>> ReadHashes(
      std::span<const crypto::HashCoordinate> coordinates) const override {
    std::vector<crypto::Hash> out;
    for (const auto& at : coordinates) out.push_back(hashes_.at(at));
    return out;
  }
  const std::vector<std::string>& entries() const { return entries_; }
  std::uint64_t size() const { return entries_.size(); }

 private:
  crypto::Frontier frontier_;
  std::map<crypto::HashCoordinate, crypto::Hash> hashes_;
  std::vector<std::string> entries_;
};

// The ledger's signers, and its log.
class FakeLedger {
 public:
  explicit FakeLedger(std::string_view chain = kChain) : chain_(chain) {
    AppendBlock("genesis");
    AppendBlock("height 0");
  }

  crypto::Policy Policy() const {
    crypto::LedgerPolicyParts parts;
    parts.logs.push_back({{chain_, crypto::NoteKeyType::kEd25519, log_key_.public_key()}, ""});
    parts.validators.push_back(
        {"org1",
         {"org1.example", crypto::NoteKeyType::kCosignature, cosigner_key_.public_key()},
         ""});
    return *crypto::MakeLedgerPolicy(parts);
  }
  Trust MakeTrust() const { return *ParsePolicy(Policy().Print()); }

  // Closes a block; `label` only makes the entry differ from others.
  void AppendBlock(const std::string& label) {
    v1::LogEntry entry;
    entry.mutable_block()->set_height(log_.size());
    entry.mutable_block()->set_state_root(crypto::Sha256(label).str());
    log_.Append(entry.SerializeAsString());
  }
  // Index of the entry.
  std::uint64_t AppendTransaction(const std::string& bytes, v1::Code code) {
    v1::LogEntry entry;
    entry.mutable_transaction()->set_transaction(bytes);
    auto& receipt = *entry.mutable_transaction()->mutable_receipt();
    receipt.set_code(code);
    if (code != v1::CODE_OK) receipt.set_refused_operation(0);
    log_.Append(entry.SerializeAsString());
    return log_.size() - 1;
  }

  std::string Note(std::uint64_t size) const {
    const std::string text =
        crypto::Checkpoint{chain_, size, *crypto::TreeHash(size, log_)}.Print();
    return crypto::SignedNote{
        text,
        {crypto::SignNote(chain_, log_key_, text),
         crypto::Cosign("org1.example", cosigner_key_, kCosignedSeconds + size, text)}}
        .Print();
  }
  std::string Note() const { return Note(log_.size()); }
  std::string Proof(std::uint64_t index, std::uint64_t size) const {
    return crypto::TlogProof{index, *crypto::ProveInclusion(index, size, log_), Note(size)}.Print();
  }

  const FakeLog& log() const { return log_; }
  const std::string& chain() const { return chain_; }

 private:
  std::string chain_;
  crypto::SigningKey log_key_ = TestKey("log");
  crypto::SigningKey cosigner_key_ = TestKey("cosigner");
  FakeLog log_;
};

// Serves a FakeLedger. `fail` is asked before each call and may answer in its place.
class FakeNode : public Node {
 public:
  explicit FakeNode(FakeLedger* ledger) : ledger_(ledger) {}

  // What becomes of the next transactions.
  v1::Code code = v1::CODE_OK;
  std::function<std::optional<Error>()> fail;
  std::function<void(v1::SubmitResult&)> alter_result;
  std::function<void(v1::GetCheckpointResponse&)> alter_checkpoint;
  std::function<void(v1::GetEntriesResponse&)> alter_entries;
  std::function<Result<v1::ProveResponse>(const v1::ProveRequest&)> prove;
  int calls = 0;
  std::vector<std::uint64_t> min_sizes;

  void Serve(FakeLedger* ledger) { ledger_ = ledger; }

  std::string address() const override { return "fake:1"; }

  Result<v1::SubmitResponse> Submit(const v1::SubmitRequest& request, std::int64_t) override {
    TANJI_TRY(Enter());
    v1::SubmitResponse response;
    *response.mutable_result() = Take(request.transaction(), request.wait());
    return response;
  }
  Result<v1::SubmitBatchResponse> SubmitBatch(const v1::SubmitBatchRequest& request,
                                              std::int64_t) override {
    TANJI_TRY(Enter());
    v1::SubmitBatchResponse response;
    for (const auto& bytes : request.transactions()) {
      *response.add_results() = Take(bytes, request.wait());
    }
    return response;
  }
  Result<v1::GetTransactionResponse> GetTransaction(const v1::GetTransactionRequest& request,
                                                    std::int64_t) override {
    TANJI_TRY(Enter());
    min_sizes.push_back(request.min_size());
    const auto found = results_.find(request.transaction_id());
    if (found == results_.end()) {
      return Error(kNodeFailed, {{"node", "fake"}, {"status", "NOT_FOUND"}, {"reason", ""}});
    }
    v1::GetTransactionResponse response;
    *response.mutable_result() = found->second;
    if (alter_result) alter_result(*response.mutable_result());
    return response;
  }
  Result<v1::ProveResponse> Prove(const v1::ProveRequest& request, std::int64_t) override {
    TANJI_TRY(Enter());
    min_sizes.push_back(request.min_size());
    return prove(request);
  }
  Result<v1::GetCheckpointResponse> GetCheckpoint(const v1::GetCheckpointRequest& request,
                                                  std::int64_t) override {
    TANJI_TRY(Enter());
    min_sizes.push_back(request.min_size());
    v1::GetCheckpointResponse response;
    response.set_checkpoint(ledger_->Note());
    if (alter_checkpoint) alter_checkpoint(response);
    return response;
  }
  Result<v1::GetEntriesResponse> GetEntries(const v1::GetEntriesRequest& request,
                                            std::int64_t) override {
    TANJI_TRY(Enter());
    v1::GetEntriesResponse response;
    const auto& entries = ledger_->log().entries();
    for (std::uint64_t i = 0; i < request.count(); ++i) {
      if (request.first_index() + i >= entries.size()) break;
      response.add_entries(entries[request.first_index() + i]);
    }
    if (alter_entries) alter_entries(response);
    return response;
  }
  Result<v1::GetInclusionProofResponse> GetInclusionProof(
      const v1::GetInclusionProofRequest& request, std::int64_t) override {
    TANJI_TRY(Enter());
    v1::GetInclusionProofResponse response;
    const auto proof = crypto::ProveInclusion(request.index(), request.size(), ledger_->log());
    if (!proof.ok()) return Refused();
    for (const auto& hash : *proof) response.add_hashes(hash.str());
    return response;
  }
  Result<v1::GetConsistencyProofResponse> GetConsistencyProof(
      const v1::GetConsistencyProofRequest& request, std::int64_t) override {
    TANJI_TRY(Enter());
    v1::GetConsistencyProofResponse response;
    const auto proof =
        crypto::ProveConsistency(request.old_size(), request.new_size(), ledger_->log());
    if (!proof.ok()) return Refused();
    for (const auto& hash : *proof) response.add_hashes(hash.str());
    return response;
  }
  Result<v1::GetStatusResponse> GetStatus(const v1::GetStatusRequest&, std::int64_t) override {
    TANJI_TRY(Enter());
    v1::GetStatusResponse response;
    response.set_chain_id(ledger_->chain());
    response.set_log_size(ledger_->log().size());
    response.set_node_id("org1");
    response.add_flags(v1::FEATURE_FLAG_FOUNDATION);
    return response;
  }
  Result<v1::GetPolicyResponse> GetPolicy(const v1::GetPolicyRequest&, std::int64_t) override {
    TANJI_TRY(Enter());
    v1::GetPolicyResponse response;
    response.set_policy(ledger_->Policy().Print());
    return response;
  }
  Result<v1::ListDocumentsResponse> ListDocuments(const v1::ListDocumentsRequest&,
                                                  std::int64_t) override {
    TANJI_TRY(Enter());
    return documents;
  }
  Result<v1::ListParticipantsResponse> ListParticipants(const v1::ListParticipantsRequest&,
                                                        std::int64_t) override {
    TANJI_TRY(Enter());
    return participants;
  }
  Result<v1::ListBallotsResponse> ListBallots(const v1::ListBallotsRequest&,
                                              std::int64_t) override {
    TANJI_TRY(Enter());
    return ballots;
  }
  Result<v1::ListAccreditationsResponse> ListAccreditations(const v1::ListAccreditationsRequest&,
                                                            std::int64_t) override {
    TANJI_TRY(Enter());
    return accreditations;
  }
  Result<v1::ListLicencesResponse> ListLicences(const v1::ListLicencesRequest&,
                                                std::int64_t) override {
    TANJI_TRY(Enter());
    return licences;
  }
  Result<v1::ListGwpSetsResponse> ListGwpSets(const v1::ListGwpSetsRequest&,
                                              std::int64_t) override {
    TANJI_TRY(Enter());
    return gwp_sets;
  }
  Result<v1::ListDatasetsResponse> ListDatasets(const v1::ListDatasetsRequest&,
                                                std::int64_t) override {
    TANJI_TRY(Enter());
    return datasets;
  }
  Result<v1::ListFactorsResponse> ListFactors(const v1::ListFactorsRequest&,
                                              std::int64_t) override {
    TANJI_TRY(Enter());
    return factors;
  }
  Result<v1::CompareDatasetsResponse> CompareDatasets(const v1::CompareDatasetsRequest&,
                                                      std::int64_t) override {
    TANJI_TRY(Enter());
    return comparison;
  }
  Result<v1::ListFacilitiesResponse> ListFacilities(const v1::ListFacilitiesRequest&,
                                                    std::int64_t) override {
    TANJI_TRY(Enter());
    return facilities;
  }
  Result<v1::ListProductsResponse> ListProducts(const v1::ListProductsRequest&,
                                                std::int64_t) override {
    TANJI_TRY(Enter());
    return products;
  }
  Result<v1::ListLotsResponse> ListLots(const v1::ListLotsRequest&, std::int64_t) override {
    TANJI_TRY(Enter());
    return lots;
  }
  Result<v1::ListSchemesResponse> ListSchemes(const v1::ListSchemesRequest&,
                                              std::int64_t) override {
    TANJI_TRY(Enter());
    return schemes;
  }
  Result<v1::ListSchemeVersionsResponse> ListSchemeVersions(const v1::ListSchemeVersionsRequest&,
                                                            std::int64_t) override {
    TANJI_TRY(Enter());
    return scheme_versions;
  }
  Result<v1::ListClausesResponse> ListClauses(const v1::ListClausesRequest&,
                                              std::int64_t) override {
    TANJI_TRY(Enter());
    return clauses;
  }
  Result<v1::ListClaimTextsResponse> ListClaimTexts(const v1::ListClaimTextsRequest&,
                                                    std::int64_t) override {
    TANJI_TRY(Enter());
    return claim_texts;
  }
  Result<v1::ListCriteriaResponse> ListCriteria(const v1::ListCriteriaRequest&,
                                                std::int64_t) override {
    TANJI_TRY(Enter());
    return criteria;
  }
  Result<v1::ListFootprintsResponse> ListFootprints(const v1::ListFootprintsRequest&,
                                                    std::int64_t) override {
    TANJI_TRY(Enter());
    return footprints;
  }
  Result<v1::ListCorrectionsResponse> ListCorrections(const v1::ListCorrectionsRequest&,
                                                      std::int64_t) override {
    TANJI_TRY(Enter());
    return corrections;
  }
  Result<v1::ListStatementsResponse> ListStatements(const v1::ListStatementsRequest&,
                                                    std::int64_t) override {
    TANJI_TRY(Enter());
    return statements;
  }
  Result<v1::ListCertificatesResponse> ListCertificates(const v1::ListCertificatesRequest&,
                                                        std::int64_t) override {
    TANJI_TRY(Enter());
    return certificates;
  }
  Result<v1::ListLabelsResponse> ListLabels(const v1::ListLabelsRequest&, std::int64_t) override {
    TANJI_TRY(Enter());
    return labels;
  }
  Done Watch(const v1::WatchRequest& request,
             const std::function<bool(const v1::WatchResponse&)>& take) override {
    TANJI_TRY(Enter());
    const auto& entries = ledger_->log().entries();
    for (std::uint64_t i = request.from_index(); i < entries.size(); ++i) {
      v1::WatchResponse event;
      event.set_index(i);
      event.set_entry(entries[i]);
      event.set_next_index(i + 1);
      if (!take(event)) return {};
    }
    return Error(kUnreachable, {{"node", "fake"}, {"reason", "end"}});
  }

  v1::ListDocumentsResponse documents;
  v1::ListParticipantsResponse participants;
  v1::ListBallotsResponse ballots;
  v1::ListAccreditationsResponse accreditations;
  v1::ListLicencesResponse licences;
  v1::ListGwpSetsResponse gwp_sets;
  v1::ListDatasetsResponse datasets;
  v1::ListFactorsResponse factors;
  v1::CompareDatasetsResponse comparison;
  v1::ListFacilitiesResponse facilities;
  v1::ListProductsResponse products;
  v1::ListLotsResponse lots;
  v1::ListSchemesResponse schemes;
  v1::ListSchemeVersionsResponse scheme_versions;
  v1::ListClausesResponse clauses;
  v1::ListClaimTextsResponse claim_texts;
  v1::ListCriteriaResponse criteria;
  v1::ListFootprintsResponse footprints;
  v1::ListCorrectionsResponse corrections;
  v1::ListStatementsResponse statements;
  v1::ListCertificatesResponse certificates;
  v1::ListLabelsResponse labels;

 private:
  Done Enter() {
    ++calls;
    if (fail) {
      if (auto error = fail()) return *error;
    }
    return {};
  }
  static Error Refused() {
    return Error(kNodeFailed, {{"node", "fake"}, {"status", "INVALID_ARGUMENT"}, {"reason", ""}});
  }

  v1::SubmitResult Take(const std::string& bytes, v1::Wait wait) {
    v1::Transaction transaction;
    if (!transaction.ParseFromString(bytes)) std::abort();
    const crypto::Hash id = TransactionId(transaction.body());
    v1::SubmitResult& result = results_[id.str()];
    if (result.transaction_id().empty()) {  // idempotent: else the receipt that there is
      result.set_transaction_id(id.str());
      result.set_fate(code == v1::CODE_OK ? v1::FATE_APPLIED : v1::FATE_FAILED);
      result.set_code(code);
      if (code != v1::CODE_OK) result.set_refused_operation(0);
      const auto index = ledger_->AppendTransaction(bytes, code);
      ledger_->AppendBlock("block");
      result.set_index(index);
      result.set_entry(ledger_->log().entries()[index]);
      result.set_log_proof(ledger_->Proof(index, ledger_->log().size()));
    }
    v1::SubmitResult reported = result;
    if (wait == v1::WAIT_COMMITTED) reported.clear_log_proof();
    if (alter_result) alter_result(reported);
    return reported;
  }

  FakeLedger* ledger_;
  std::map<std::string, v1::SubmitResult> results_;
};

}  // namespace tanji::client
