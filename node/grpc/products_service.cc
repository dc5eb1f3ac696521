#include "ledger/modules/products/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/products.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class ProductsService final : public v1::ProductsService::CallbackService {
 public:
  explicit ProductsService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetFacility(grpc::CallbackServerContext* context,
                                        const v1::GetFacilityRequest* request,
                                        v1::GetFacilityResponse* response) override {
    return AnswerQuery<ledger::GetFacility>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListFacilities(grpc::CallbackServerContext* context,
                                           const v1::ListFacilitiesRequest* request,
                                           v1::ListFacilitiesResponse* response) override {
    return AnswerQuery<ledger::ListFacilities>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetProduct(grpc::CallbackServerContext* context,
                                       const v1::GetProductRequest* request,
                                       v1::GetProductResponse* response) override {
    return AnswerQuery<ledger::GetProduct>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListProducts(grpc::CallbackServerContext* context,
                                         const v1::ListProductsRequest* request,
                                         v1::ListProductsResponse* response) override {
    return AnswerQuery<ledger::ListProducts>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetYieldBound(grpc::CallbackServerContext* context,
                                          const v1::GetYieldBoundRequest* request,
                                          v1::GetYieldBoundResponse* response) override {
    return AnswerQuery<ledger::GetYieldBound>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetLot(grpc::CallbackServerContext* context,
                                   const v1::GetLotRequest* request,
                                   v1::GetLotResponse* response) override {
    return AnswerQuery<ledger::GetLot>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListLots(grpc::CallbackServerContext* context,
                                     const v1::ListLotsRequest* request,
                                     v1::ListLotsResponse* response) override {
    return AnswerQuery<ledger::ListLots>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeProductsService(Serving& serving) {
  return std::make_unique<ProductsService>(serving);
}

}  // namespace tanji::node
