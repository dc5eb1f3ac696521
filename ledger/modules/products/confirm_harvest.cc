#include "ledger/modules/products/confirm_harvest.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

// From the block on, as any end of a review.
v1::StatusChange EndOfReview(const v1::ConfirmHarvest& message) {
  v1::StatusChange change;
  change.set_end(message.interval());
  *change.mutable_reason() = message.finding();
  return change;
}

}  // namespace

Outcome CheckConfirmHarvest(const v1::ConfirmHarvest& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLotName(message.lot(), "lot"));
  return CheckText(message.finding(), "finding");
}

Outcome AuthoriseConfirmHarvest(const v1::ConfirmHarvest& message, const OperationContext& context,
                                const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_AUDITOR}));
  const auto owned = ParseOwned(kLotsCollection, message.lot()).value();
  const auto lot = kLots.Get(reader, owned.producer_id, owned.id);
  if (!lot) return RefuseNotFound("lot", message.lot());
  if (owned.producer_id == context.author_id) {
    return Refuse(v1::CODE_SELF_CONFIRMATION, {{"value", context.author}});
  }
  if (message.interval() != kHarvestReview || !NeedsConfirmation(*lot)) {
    return Refuse(v1::CODE_REVIEW_NOT_OF_HARVEST,
                  {{"value", message.lot()}, {"number", std::to_string(message.interval())}});
  }
  return AuthoriseStatusChange(EndOfReview(message), LotHistory(owned.producer_id, owned.id),
                               message.lot(), context.time_ms(), reader);
}

Outcome ApplyConfirmHarvest(const v1::ConfirmHarvest& message, const OperationContext& context,
                            StateWriter& writer) {
  const auto owned = ParseOwned(kLotsCollection, message.lot()).value();
  v1::HarvestConfirmation confirmation;
  confirmation.set_auditor(context.author);
  confirmation.set_interval(message.interval());
  *confirmation.mutable_finding() = message.finding();
  confirmation.set_confirmed_time(context.time_ms());
  RecordSigners(context, confirmation);
  kHarvestConfirmations.Put(writer, owned.producer_id, owned.id, confirmation);
  ApplyStatusChange(EndOfReview(message), LotHistory(owned.producer_id, owned.id), context.stamp(),
                    writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
