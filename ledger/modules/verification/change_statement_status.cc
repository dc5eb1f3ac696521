#include "ledger/modules/verification/change_statement_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {

Outcome CheckChangeStatementStatus(const v1::ChangeStatementStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kStatementsCollection, message.statement(), "statement"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeStatementStatus(const v1::ChangeStatementStatus& message,
                                       const OperationContext& context, const StateReader& reader) {
  const auto id = ParseIdName(kStatementsCollection, message.statement()).value();
  const auto statement = kStatements.Get(reader, id);
  if (!statement) return RefuseNotFound("statement", message.statement());
  if (statement->auditor() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", statement->auditor()}});
  }
  return AuthoriseStatusChange(message.change(), StatementHistory(id), message.statement(),
                               context.time_ms(), reader);
}

Outcome ApplyChangeStatementStatus(const v1::ChangeStatementStatus& message,
                                   const OperationContext& context, StateWriter& writer) {
  const auto id = ParseIdName(kStatementsCollection, message.statement()).value();
  ApplyStatusChange(message.change(), StatementHistory(id), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
