#include "ledger/modules/products/set_yield_bound.h"

#include "ledger/base/decimal.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Outcome CheckSetYieldBound(const v1::SetYieldBound& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckCategory(message.category(), "category"));
  TANJI_RETURN_IF_REFUSED(CheckDecimal(message.kg_per_ha(), "kg_per_ha", Sign::kPositive));
  if (*Decimal::Parse(message.kg_per_ha()) > Decimal::FromInteger(kMaxYieldKgPerHa)) {
    return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", "kg_per_ha"},
                                                {"value", message.kg_per_ha()},
                                                {"lowest", Decimal::FromUnits(1)->Text()},
                                                {"highest", std::to_string(kMaxYieldKgPerHa)}});
  }
  // A figure without a source does not enter.
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.source().empty(), "source"));
  return CheckMaxBytes(message.source(), kMaxSourceBytes, "source");
}

Outcome AuthoriseSetYieldBound(const v1::SetYieldBound&, const OperationContext& context,
                               const StateReader& reader) {
  return RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_BODY});
}

Outcome ApplySetYieldBound(const v1::SetYieldBound& message, const OperationContext& context,
                           StateWriter& writer) {
  v1::YieldBound bound;
  bound.set_category(message.category());
  bound.set_kg_per_ha(message.kg_per_ha());
  bound.set_source(message.source());
  bound.set_set_by(context.author);
  bound.set_set_time(context.time_ms());
  RecordSigners(context, bound);
  kYieldBounds.Put(writer, message.category(), bound);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
