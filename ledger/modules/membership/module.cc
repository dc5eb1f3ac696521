#include "ledger/modules/membership/module.h"

#include "ledger/modules/membership/add_key.h"
#include "ledger/modules/membership/cast_vote.h"
#include "ledger/modules/membership/change_accreditation_status.h"
#include "ledger/modules/membership/change_licence_status.h"
#include "ledger/modules/membership/change_participant_status.h"
#include "ledger/modules/membership/declare_key_compromised.h"
#include "ledger/modules/membership/execute_ballot.h"
#include "ledger/modules/membership/genesis.h"
#include "ledger/modules/membership/grant_accreditation.h"
#include "ledger/modules/membership/grant_licence.h"
#include "ledger/modules/membership/invariants.h"
#include "ledger/modules/membership/propose_ballot.h"
#include "ledger/modules/membership/register_participant.h"
#include "ledger/modules/membership/retire_key.h"
#include "ledger/modules/membership/set_thresholds.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::register_participant, CheckRegisterParticipant,
            AuthoriseRegisterParticipant, ApplyRegisterParticipant>(
        v1::Operation::kRegisterParticipant, "register_participant",
        v1::PERMISSION_REGISTER_PARTICIPANTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::add_key, CheckAddKey, AuthoriseAddKey, ApplyAddKey>(
        v1::Operation::kAddKey, "add_key", v1::PERMISSION_MANAGE_KEYS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::retire_key, CheckRetireKey, AuthoriseRetireKey, ApplyRetireKey>(
        v1::Operation::kRetireKey, "retire_key", v1::PERMISSION_MANAGE_KEYS,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::declare_key_compromised, CheckDeclareKeyCompromised,
            AuthoriseDeclareKeyCompromised, ApplyDeclareKeyCompromised>(
        v1::Operation::kDeclareKeyCompromised, "declare_key_compromised",
        v1::PERMISSION_MANAGE_KEYS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::set_thresholds, CheckSetThresholds, AuthoriseSetThresholds,
            ApplySetThresholds>(v1::Operation::kSetThresholds, "set_thresholds",
                                v1::PERMISSION_MANAGE_KEYS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_participant_status, CheckChangeParticipantStatus,
            AuthoriseChangeParticipantStatus, ApplyChangeParticipantStatus>(
        v1::Operation::kChangeParticipantStatus, "change_participant_status",
        v1::PERMISSION_REGISTER_PARTICIPANTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::propose_ballot, CheckProposeBallot, AuthoriseProposeBallot,
            ApplyProposeBallot>(v1::Operation::kProposeBallot, "propose_ballot",
                                v1::PERMISSION_GOVERN, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::cast_vote, CheckCastVote, AuthoriseCastVote, ApplyCastVote>(
        v1::Operation::kCastVote, "cast_vote", v1::PERMISSION_GOVERN, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::execute_ballot, CheckExecuteBallot, AuthoriseExecuteBallot,
            ApplyExecuteBallot>(v1::Operation::kExecuteBallot, "execute_ballot",
                                v1::PERMISSION_GOVERN, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::grant_accreditation, CheckGrantAccreditation,
            AuthoriseGrantAccreditation, ApplyGrantAccreditation>(
        v1::Operation::kGrantAccreditation, "grant_accreditation", v1::PERMISSION_ACCREDIT,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_accreditation_status, CheckChangeAccreditationStatus,
            AuthoriseChangeAccreditationStatus, ApplyChangeAccreditationStatus>(
        v1::Operation::kChangeAccreditationStatus, "change_accreditation_status",
        v1::PERMISSION_ACCREDIT, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::grant_licence, CheckGrantLicence, AuthoriseGrantLicence,
            ApplyGrantLicence>(v1::Operation::kGrantLicence, "grant_licence",
                               v1::PERMISSION_LICENSE, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_licence_status, CheckChangeLicenceStatus,
            AuthoriseChangeLicenceStatus, ApplyChangeLicenceStatus>(
        v1::Operation::kChangeLicenceStatus, "change_licence_status", v1::PERMISSION_LICENSE,
        v1::FEATURE_FLAG_FOUNDATION),
};

}  // namespace

const Module& MembershipModule() {
  static const Module module{"membership", kOperations, MembershipInvariants(),
                             LoadMembershipGenesis};
  return module;
}

}  // namespace tanji::ledger
