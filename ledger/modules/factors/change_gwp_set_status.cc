#include "ledger/modules/factors/change_gwp_set_status.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/factors/tables.h"

namespace tanji::ledger {
namespace {

History HistoryOf(const v1::ChangeGwpSetStatus& message) {
  return GwpSetHistory(std::string(*ParseName(kGwpSetsCollection, message.gwp_set())));
}

}  // namespace

Outcome CheckChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kGwpSetsCollection, message.gwp_set(), "gwp_set"));
  return CheckStatusChange(message.change());
}

Outcome AuthoriseChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message,
                                    const OperationContext& context, const StateReader& reader) {
  const std::string id(*ParseName(kGwpSetsCollection, message.gwp_set()));
  const auto set = kGwpSets.Get(reader, id);
  if (!set) return RefuseNotFound("gwp_set", message.gwp_set());
  if (set->published_by() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", set->published_by()}});
  }
  return AuthoriseStatusChange(message.change(), HistoryOf(message), message.gwp_set(),
                               context.time_ms(), reader);
}

Outcome ApplyChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message,
                                const OperationContext& context, StateWriter& writer) {
  ApplyStatusChange(message.change(), HistoryOf(message), context.stamp(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
