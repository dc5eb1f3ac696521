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
    return Get<ledger::GetGwpSet>(context, request, response);
  }
  grpc::ServerUnaryReactor* ListGwpSets(grpc::CallbackServerContext* context,
                                        const v1::ListGwpSetsRequest* request,
                                        v1::ListGwpSetsResponse* response) override {
    return List<ledger::ListGwpSets>(context, request, response);
  }
  grpc::ServerUnaryReactor* GetDataset(grpc::CallbackServerContext* context,
                                       const v1::GetDatasetRequest* request,
                                       v1::GetDatasetResponse* response) override {
    return Get<ledger::GetDataset>(context, request, response);
  }
  grpc::ServerUnaryReactor* ListDatasets(grpc::CallbackServerContext* context,
                                         const v1::ListDatasetsRequest* request,
                                         v1::ListDatasetsResponse* response) override {
    return List<ledger::ListDatasets>(context, request, response);
  }
  grpc::ServerUnaryReactor* GetFactor(grpc::CallbackServerContext* context,
                                      const v1::GetFactorRequest* request,
                                      v1::GetFactorResponse* response) override {
    return Get<ledger::GetFactor>(context, request, response);
  }
  grpc::ServerUnaryReactor* ListFactors(grpc::CallbackServerContext* context,
                                        const v1::ListFactorsRequest* request,
                                        v1::ListFactorsResponse* response) override {
    return List<ledger::ListFactors>(context, request, response);
  }
  grpc::ServerUnaryReactor* CompareDatasets(grpc::CallbackServerContext* context,
                                            const v1::CompareDatasetsRequest* request,
                                            v1::CompareDatasetsResponse* response) override {
    return List<ledger::CompareDatasets>(context, request, response);
  }

 private:
  template <auto Query, class Request, class Response>
  grpc::ServerUnaryReactor* Get(grpc::CallbackServerContext* context, const Request* request,
                                Response* response) {
    return AnswerRead(serving_, context, request->min_size(), [=](const ServedState& served) {
      response->set_log_size(served.log_size);
      return Query(*request, *served.view, *response);
    });
  }
  template <auto Query, class Request, class Response>
  grpc::ServerUnaryReactor* List(grpc::CallbackServerContext* context, const Request* request,
                                 Response* response) {
    return AnswerRead(serving_, context, request->min_size(), [=](const ServedState& served) {
      response->set_log_size(served.log_size);
      return Query(*request, *served.view, ScanOf(served), *response);
    });
  }

  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeFactorsService(Serving& serving) {
  return std::make_unique<FactorsService>(serving);
}

}  // namespace tanji::node
