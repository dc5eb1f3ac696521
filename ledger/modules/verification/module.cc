#include "ledger/modules/verification/module.h"

#include "ledger/modules/verification/answer_correction.h"
#include "ledger/modules/verification/change_statement_status.h"
#include "ledger/modules/verification/close_correction.h"
#include "ledger/modules/verification/invariants.h"
#include "ledger/modules/verification/issue_statement.h"
#include "ledger/modules/verification/request_correction.h"

namespace tanji::ledger {
namespace {

constexpr OperationRow kOperations[] = {
    MakeRow<&v1::Operation::request_correction, CheckRequestCorrection, AuthoriseRequestCorrection,
            ApplyRequestCorrection>(v1::Operation::kRequestCorrection, "request_correction",
                                    v1::PERMISSION_VERIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::answer_correction, CheckAnswerCorrection, AuthoriseAnswerCorrection,
            ApplyAnswerCorrection>(v1::Operation::kAnswerCorrection, "answer_correction",
                                   v1::PERMISSION_DECLARE_FOOTPRINTS, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::close_correction, CheckCloseCorrection, AuthoriseCloseCorrection,
            ApplyCloseCorrection>(v1::Operation::kCloseCorrection, "close_correction",
                                  v1::PERMISSION_VERIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::issue_statement, CheckIssueStatement, AuthoriseIssueStatement,
            ApplyIssueStatement>(v1::Operation::kIssueStatement, "issue_statement",
                                 v1::PERMISSION_VERIFY, v1::FEATURE_FLAG_FOUNDATION),
    MakeRow<&v1::Operation::change_statement_status, CheckChangeStatementStatus,
            AuthoriseChangeStatementStatus, ApplyChangeStatementStatus>(
        v1::Operation::kChangeStatementStatus, "change_statement_status", v1::PERMISSION_VERIFY,
        v1::FEATURE_FLAG_FOUNDATION),
};

// A ledger begins without statements.
Outcome LoadGenesis(const v1::Genesis&, const BlockContext&, StateWriter&) {
  return Outcome::Ok();
}

}  // namespace

const Module& VerificationModule() {
  static const Module module{"verification", kOperations, VerificationInvariants(), LoadGenesis};
  return module;
}

}  // namespace tanji::ledger
