#include "ledger/modules/schemes/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/schemes.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class SchemesService final : public v1::SchemesService::CallbackService {
 public:
  explicit SchemesService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetScheme(grpc::CallbackServerContext* context,
                                      const v1::GetSchemeRequest* request,
                                      v1::GetSchemeResponse* response) override {
    return AnswerQuery<ledger::GetScheme>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListSchemes(grpc::CallbackServerContext* context,
                                        const v1::ListSchemesRequest* request,
                                        v1::ListSchemesResponse* response) override {
    return AnswerQuery<ledger::ListSchemes>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetSchemeVersion(grpc::CallbackServerContext* context,
                                             const v1::GetSchemeVersionRequest* request,
                                             v1::GetSchemeVersionResponse* response) override {
    return AnswerQuery<ledger::GetSchemeVersion>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListSchemeVersions(grpc::CallbackServerContext* context,
                                               const v1::ListSchemeVersionsRequest* request,
                                               v1::ListSchemeVersionsResponse* response) override {
    return AnswerQuery<ledger::ListSchemeVersions>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListClauses(grpc::CallbackServerContext* context,
                                        const v1::ListClausesRequest* request,
                                        v1::ListClausesResponse* response) override {
    return AnswerQuery<ledger::ListClauses>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListClaimTexts(grpc::CallbackServerContext* context,
                                           const v1::ListClaimTextsRequest* request,
                                           v1::ListClaimTextsResponse* response) override {
    return AnswerQuery<ledger::ListClaimTexts>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListCriteria(grpc::CallbackServerContext* context,
                                         const v1::ListCriteriaRequest* request,
                                         v1::ListCriteriaResponse* response) override {
    return AnswerQuery<ledger::ListCriteria>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetThreshold(grpc::CallbackServerContext* context,
                                         const v1::GetThresholdRequest* request,
                                         v1::GetThresholdResponse* response) override {
    return AnswerQuery<ledger::GetThreshold>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeSchemesService(Serving& serving) {
  return std::make_unique<SchemesService>(serving);
}

}  // namespace tanji::node
