#include "ledger/engine/flags.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "node/proofs/policy.h"
#include "tanji/v1/node_service.grpc.pb.h"

namespace tanji::node {
namespace {

using ledger::Outcome;

class NodeService final : public v1::NodeService::CallbackService {
 public:
  explicit NodeService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetStatus(grpc::CallbackServerContext* context,
                                      const v1::GetStatusRequest*,
                                      v1::GetStatusResponse* response) override {
    return AnswerRead(serving_, context, 0, [this, response](const ServedState& served) {
      FillStatus(served, *response);
      return Outcome::Ok();
    });
  }

  grpc::ServerUnaryReactor* GetPolicy(grpc::CallbackServerContext* context,
                                      const v1::GetPolicyRequest* request,
                                      v1::GetPolicyResponse* response) override {
    return AnswerRead(serving_, context, 0, [=, this](const ServedState& served) {
      return FillPolicy(request->height(), served, *response);
    });
  }

 private:
  void FillStatus(const ServedState& served, v1::GetStatusResponse& response) const {
    response.set_chain_id(serving_.sources.chain_id);
    response.set_node_id(serving_.sources.node_id);
    response.set_version(serving_.sources.version);
    response.set_height(served.tip.height());
    response.set_log_size(served.log_size);
    response.set_quorum_size(served.log_size);
    response.set_log_root(served.log_root.str());
    response.set_state_root(served.tip.state_root());
    response.set_block_time(served.tip.time());
    const ledger::Flags flags = ledger::FlagsAt(*served.view, served.tip.height());
    for (const auto flag : flags.all()) response.add_flags(flag);
    for (auto& row : ledger::ScheduledFlags(*served.view, served.tip.height())) {
      *response.add_scheduled_flags() = std::move(row);
    }
    if (const auto reason = serving_.sources.pipeline->ReadOnlyReason()) {
      response.set_read_only_zh(reason->zh);
      response.set_read_only_en(reason->en);
    }
  }

  // The nodes come from the genesis and no operation changes them yet, so that every height has the
  // policy of the newest state.
  ReadResult FillPolicy(std::uint64_t height, const ServedState& served,
                        v1::GetPolicyResponse& response) const {
    if (height > served.tip.height()) {
      return ledger::Refuse(v1::CODE_FIELD_OUT_OF_RANGE,
                            {{"field", "height"},
                             {"value", std::to_string(height)},
                             {"lowest", "0"},
                             {"highest", std::to_string(served.tip.height())}});
    }
    const auto policy = PolicyOf(serving_.sources.chain_id, *served.view);
    if (!policy.ok()) return policy.status();
    response.set_policy(policy->Print());
    return Outcome::Ok();
  }

  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeNodeService(Serving& serving) {
  return std::make_unique<NodeService>(serving);
}

}  // namespace tanji::node
