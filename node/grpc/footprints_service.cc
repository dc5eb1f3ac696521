#include "ledger/modules/footprints/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/footprints.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class FootprintsService final : public v1::FootprintsService::CallbackService {
 public:
  explicit FootprintsService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetFootprint(grpc::CallbackServerContext* context,
                                         const v1::GetFootprintRequest* request,
                                         v1::GetFootprintResponse* response) override {
    return AnswerQuery<ledger::GetFootprint>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListFootprints(grpc::CallbackServerContext* context,
                                           const v1::ListFootprintsRequest* request,
                                           v1::ListFootprintsResponse* response) override {
    return AnswerQuery<ledger::ListFootprints>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListFootprintLines(grpc::CallbackServerContext* context,
                                               const v1::ListFootprintLinesRequest* request,
                                               v1::ListFootprintLinesResponse* response) override {
    return AnswerQuery<ledger::ListFootprintLines>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeFootprintsService(Serving& serving) {
  return std::make_unique<FootprintsService>(serving);
}

}  // namespace tanji::node
