#include "ledger/modules/schemes/module.h"

#include "ledger/modules/schemes/add_claim_texts.h"
#include "ledger/modules/schemes/add_clauses.h"
#include "ledger/modules/schemes/add_criteria.h"
#include "ledger/modules/schemes/change_scheme_version_status.h"
#include "ledger/modules/schemes/create_scheme_version.h"
#include "ledger/modules/schemes/invariants.h"
#include "ledger/modules/schemes/publish_scheme_version.h"
#include "ledger/modules/schemes/register_scheme.h"
#include "ledger/modules/schemes/revise_scheme_terms.h"
#include "ledger/modules/schemes/void_scheme_version.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::register_scheme, CheckRegisterScheme, AuthoriseRegisterScheme,
            ApplyRegisterScheme>(v1::Operation::kRegisterScheme, "register_scheme",
                                 v1::PERMISSION_MANAGE_SCHEMES, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::revise_scheme_terms, CheckReviseSchemeTerms, AuthoriseReviseSchemeTerms,
            ApplyReviseSchemeTerms>(v1::Operation::kReviseSchemeTerms, "revise_scheme_terms",
                                    v1::PERMISSION_MANAGE_SCHEMES, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::create_scheme_version, CheckCreateSchemeVersion,
            AuthoriseCreateSchemeVersion, ApplyCreateSchemeVersion>(
        v1::Operation::kCreateSchemeVersion, "create_scheme_version", v1::PERMISSION_MANAGE_SCHEMES,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::add_clauses, CheckAddClauses, AuthoriseAddClauses, ApplyAddClauses>(
        v1::Operation::kAddClauses, "add_clauses", v1::PERMISSION_MANAGE_SCHEMES,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::add_claim_texts, CheckAddClaimTexts, AuthoriseAddClaimTexts,
            ApplyAddClaimTexts>(v1::Operation::kAddClaimTexts, "add_claim_texts",
                                v1::PERMISSION_MANAGE_SCHEMES, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::add_criteria, CheckAddCriteria, AuthoriseAddCriteria, ApplyAddCriteria>(
        v1::Operation::kAddCriteria, "add_criteria", v1::PERMISSION_MANAGE_SCHEMES,
        v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::publish_scheme_version, CheckPublishSchemeVersion,
            AuthorisePublishSchemeVersion, ApplyPublishSchemeVersion>(
        v1::Operation::kPublishSchemeVersion, "publish_scheme_version",
        v1::PERMISSION_MANAGE_SCHEMES, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_scheme_version_status, CheckChangeSchemeVersionStatus,
            AuthoriseChangeSchemeVersionStatus, ApplyChangeSchemeVersionStatus>(
        v1::Operation::kChangeSchemeVersionStatus, "change_scheme_version_status",
        v1::PERMISSION_MANAGE_SCHEMES, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::void_scheme_version, CheckVoidSchemeVersion, AuthoriseVoidSchemeVersion,
            ApplyVoidSchemeVersion>(v1::Operation::kVoidSchemeVersion, "void_scheme_version",
                                    v1::PERMISSION_MANAGE_SCHEMES, v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without schemes.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& SchemesModule() {
  static const Module module{"schemes", kOperations, SchemesInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
