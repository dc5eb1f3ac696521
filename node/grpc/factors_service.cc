#include "ledger/modules/factors/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/factors.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class FactorsService final : public v1::FactorsService::CallbackService {
 public:
  explicit FactorsService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetGwpSet(grpc::CallbackServerContext* context,
                                      const v1::GetGwpSetRequest* request,
                                      v1::GetGwpSetResponse* response) override {
    return AnswerQuery<ledger::GetGwpSet>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListGwpSets(grpc::CallbackServerContext* context,
                                        const v1::ListGwpSetsRequest* request,
                                        v1::ListGwpSetsResponse* response) override {
    return AnswerQuery<ledger::ListGwpSets>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetDataset(grpc::CallbackServerContext* context,
                                       const v1::GetDatasetRequest* request,
                                       v1::GetDatasetResponse* response) override {
    return AnswerQuery<ledger::GetDataset>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListDatasets(grpc::CallbackServerContext* context,
                                         const v1::ListDatasetsRequest* request,
                                         v1::ListDatasetsResponse* response) override {
    return AnswerQuery<ledger::ListDatasets>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetFactor(grpc::CallbackServerContext* context,
                                      const v1::GetFactorRequest* request,
                                      v1::GetFactorResponse* response) override {
    return AnswerQuery<ledger::GetFactor>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListFactors(grpc::CallbackServerContext* context,
                                        const v1::ListFactorsRequest* request,
                                        v1::ListFactorsResponse* response) override {
    return AnswerQuery<ledger::ListFactors>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* CompareDatasets(grpc::CallbackServerContext* context,
                                            const v1::CompareDatasetsRequest* request,
                                            v1::CompareDatasetsResponse* response) override {
    return AnswerQuery<ledger::CompareDatasets>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeFactorsService(Serving& serving) {
  return std::make_unique<FactorsService>(serving);
}

}  // namespace tanji::node
