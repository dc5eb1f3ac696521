#include "ledger/modules/labels/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/labels.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class LabelsService final : public v1::LabelsService::CallbackService {
 public:
  explicit LabelsService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetCertificate(grpc::CallbackServerContext* context,
                                           const v1::GetCertificateRequest* request,
                                           v1::GetCertificateResponse* response) override {
    return AnswerQuery<ledger::GetCertificate>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListCertificates(grpc::CallbackServerContext* context,
                                             const v1::ListCertificatesRequest* request,
                                             v1::ListCertificatesResponse* response) override {
    return AnswerQuery<ledger::ListCertificates>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetLabel(grpc::CallbackServerContext* context,
                                     const v1::GetLabelRequest* request,
                                     v1::GetLabelResponse* response) override {
    return AnswerQuery<ledger::GetLabel>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListLabels(grpc::CallbackServerContext* context,
                                       const v1::ListLabelsRequest* request,
                                       v1::ListLabelsResponse* response) override {
    return AnswerQuery<ledger::ListLabels>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeLabelsService(Serving& serving) {
  return std::make_unique<LabelsService>(serving);
}

}  // namespace tanji::node
