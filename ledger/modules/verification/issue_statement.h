// IssueStatement: what an accredited auditor concludes about a footprint of another.
#pragma once

#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

Outcome CheckIssueStatement(const v1::IssueStatement& message, const Flags& flags);
Outcome AuthoriseIssueStatement(const v1::IssueStatement& message, const OperationContext& context,
                                const StateReader& reader);
Outcome ApplyIssueStatement(const v1::IssueStatement& message, const OperationContext& context,
                            StateWriter& writer);

}  // namespace tanji::ledger
