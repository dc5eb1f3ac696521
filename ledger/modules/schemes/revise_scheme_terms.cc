#include "ledger/modules/schemes/revise_scheme_terms.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/schemes/terms.h"

namespace tanji::ledger {

Outcome CheckReviseSchemeTerms(const v1::ReviseSchemeTerms& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kSchemesCollection, message.scheme(), "scheme"));
  return CheckTerms(message.terms());
}

Outcome AuthoriseReviseSchemeTerms(const v1::ReviseSchemeTerms& message,
                                   const OperationContext& context, const StateReader& reader) {
  v1::Scheme scheme;
  TANJI_RETURN_IF_REFUSED(FindOwnScheme(context, reader, message.scheme(), scheme));
  return AuthoriseTerms(message.terms(), context, reader);
}

Outcome ApplyReviseSchemeTerms(const v1::ReviseSchemeTerms& message,
                               const OperationContext& context, StateWriter& writer) {
  const std::string id(ParseName(kSchemesCollection, message.scheme()).value());
  RecordTerms(message.terms(), id, context, kSchemeProgress.Get(writer, id).value(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
