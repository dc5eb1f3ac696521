#include "ledger/modules/evidence/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/evidence.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class EvidenceService final : public v1::EvidenceService::CallbackService {
 public:
  explicit EvidenceService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetDocument(grpc::CallbackServerContext* context,
                                        const v1::GetDocumentRequest* request,
                                        v1::GetDocumentResponse* response) override {
    return AnswerQuery<ledger::GetDocument>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListDocuments(grpc::CallbackServerContext* context,
                                          const v1::ListDocumentsRequest* request,
                                          v1::ListDocumentsResponse* response) override {
    return AnswerQuery<ledger::ListDocuments>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeEvidenceService(Serving& serving) {
  return std::make_unique<EvidenceService>(serving);
}

}  // namespace tanji::node
