#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "node/proofs/bundle.h"
#include "tanji/v1/state_service.grpc.pb.h"

namespace tanji::node {
namespace {

class StateService final : public v1::StateService::CallbackService {
 public:
  explicit StateService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* Prove(grpc::CallbackServerContext* context,
                                  const v1::ProveRequest* request,
                                  v1::ProveResponse* response) override {
    return AnswerRead(serving_, context, request->min_size(), [=, this](const ServedState& newest) {
      if (!request->has_as_of_size()) return Answer(newest, *request, false, *response);
      const auto served = serving_.sources.pipeline->served().AtMost(request->as_of_size());
      if (!served) return ReadResult(ledger::Refuse(v1::CODE_PROOF_WINDOW_PASSED));
      return Answer(*served, *request, true, *response);
    });
  }

 private:
  static ReadResult Answer(const ServedState& served, const v1::ProveRequest& request, bool as_of,
                           v1::ProveResponse& response) {
    auto answer = BuildBundle(served, request.question(), as_of);
    if (!answer.ok()) return answer.status();
    response.set_bundle(std::move(answer->bundle));
    return std::move(answer->refusal);
  }

  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeStateService(Serving& serving) {
  return std::make_unique<StateService>(serving);
}

}  // namespace tanji::node
