#include "ledger/modules/membership/queries.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "tanji/v1/membership.grpc.pb.h"

namespace tanji::node {
namespace {

// Each call is the query function of its name over a served state.
class MembershipService final : public v1::MembershipService::CallbackService {
 public:
  explicit MembershipService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetParticipant(grpc::CallbackServerContext* context,
                                           const v1::GetParticipantRequest* request,
                                           v1::GetParticipantResponse* response) override {
    return AnswerQuery<ledger::GetParticipant>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListParticipants(grpc::CallbackServerContext* context,
                                             const v1::ListParticipantsRequest* request,
                                             v1::ListParticipantsResponse* response) override {
    return AnswerQuery<ledger::ListParticipants>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetKey(grpc::CallbackServerContext* context,
                                   const v1::GetKeyRequest* request,
                                   v1::GetKeyResponse* response) override {
    return AnswerQuery<ledger::GetKey>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetBallot(grpc::CallbackServerContext* context,
                                      const v1::GetBallotRequest* request,
                                      v1::GetBallotResponse* response) override {
    return AnswerQuery<ledger::GetBallot>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListBallots(grpc::CallbackServerContext* context,
                                        const v1::ListBallotsRequest* request,
                                        v1::ListBallotsResponse* response) override {
    return AnswerQuery<ledger::ListBallots>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetAccreditation(grpc::CallbackServerContext* context,
                                             const v1::GetAccreditationRequest* request,
                                             v1::GetAccreditationResponse* response) override {
    return AnswerQuery<ledger::GetAccreditation>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListAccreditations(grpc::CallbackServerContext* context,
                                               const v1::ListAccreditationsRequest* request,
                                               v1::ListAccreditationsResponse* response) override {
    return AnswerQuery<ledger::ListAccreditations>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* GetLicence(grpc::CallbackServerContext* context,
                                       const v1::GetLicenceRequest* request,
                                       v1::GetLicenceResponse* response) override {
    return AnswerQuery<ledger::GetLicence>(serving_, context, request, response);
  }
  grpc::ServerUnaryReactor* ListLicences(grpc::CallbackServerContext* context,
                                         const v1::ListLicencesRequest* request,
                                         v1::ListLicencesResponse* response) override {
    return AnswerQuery<ledger::ListLicences>(serving_, context, request, response);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeMembershipService(Serving& serving) {
  return std::make_unique<MembershipService>(serving);
}

}  // namespace tanji::node
