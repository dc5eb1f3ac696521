#include "ledger/modules/verification/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/verification.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class VerificationService final : public v1::VerificationService::CallbackService {
 public:
  explicit VerificationService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetStatement(grpc::CallbackServerContext* context,
                                         const v1::GetStatementRequest* request,
                                         v1::GetStatementResponse* response) override {
    return AnswerQuery<ledger::GetStatement>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListStatements(grpc::CallbackServerContext* context,
                                           const v1::ListStatementsRequest* request,
                                           v1::ListStatementsResponse* response) override {
    return AnswerQuery<ledger::ListStatements>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetCorrection(grpc::CallbackServerContext* context,
                                          const v1::GetCorrectionRequest* request,
                                          v1::GetCorrectionResponse* response) override {
    return AnswerQuery<ledger::GetCorrection>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListCorrections(grpc::CallbackServerContext* context,
                                            const v1::ListCorrectionsRequest* request,
                                            v1::ListCorrectionsResponse* response) override {
    return AnswerQuery<ledger::ListCorrections>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeVerificationService(Serving& serving) {
  return std::make_unique<VerificationService>(serving);
}

}  // namespace tanji::node
