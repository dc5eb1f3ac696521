// Answers about facilities, products and lots.
#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

// What the answers about one's own have in common: the record's status, its producer's on the same
// day, and whoever signed. Returns whether all of that holds.
template <class Record, class Answer>
bool FillStanding(const Record& record, const History& history, AsOf at, const StateReader& source,
                  Answer& out) {
  *out.mutable_status() = Status(history, at, source);
  *out.mutable_producer_status() = ParticipantStatus(record.producer(), at, source);
  FillSigners(record.signed_by(), record.registered_time(), at, source, *out.mutable_signers());
  return InForce(out.status()) && InForce(out.producer_status()) && AllCounted(out.signers());
}

// The confirmation of a harvest, if it was recorded by K, and whether it holds. It is what ended
// the review, so whoever turns out to have been no auditor that day, or to have lost the key by
// then, leaves the harvest unconfirmed.
bool FillConfirmation(const OwnedId& owned, AsOf at, const StateReader& source,
                      v1::LotAnswer& out) {
  const auto confirmation = kHarvestConfirmations.Get(source, owned.producer_id, owned.id);
  if (!confirmation || confirmation->confirmed_time() > at.known_ms) return true;
  *out.mutable_confirmation() = *confirmation;
  const auto made_ms = confirmation->confirmed_time();
  *out.mutable_auditor_status() =
      ParticipantStatus(confirmation->auditor(), WhenMade(made_ms, at), source);
  FillSigners(confirmation->signed_by(), made_ms, at, source, *out.mutable_confirmed_by());
  return InForce(out.auditor_status()) && AllCounted(out.confirmed_by());
}

}  // namespace

bool AnswerFacility(const v1::FacilityQuestion& question, AsOf at, const StateReader& source,
                    v1::FacilityAnswer& out) {
  const auto owned = *ParseOwned(kFacilitiesCollection, question.name());
  const auto facility = kFacilities.Get(source, owned.producer_id, owned.id);
  if (!facility) return false;
  *out.mutable_facility() = *facility;
  out.set_in_force(
      FillStanding(*facility, FacilityHistory(owned.producer_id, owned.id), at, source, out));
  return true;
}

bool AnswerProduct(const v1::ProductQuestion& question, AsOf at, const StateReader& source,
                   v1::ProductAnswer& out) {
  const auto owned = *ParseOwned(kProductsCollection, question.name());
  const auto product = kProducts.Get(source, owned.producer_id, owned.id);
  if (!product) return false;
  *out.mutable_product() = *product;
  out.set_in_force(
      FillStanding(*product, ProductHistory(owned.producer_id, owned.id), at, source, out));
  return true;
}

bool AnswerLot(const v1::LotQuestion& question, AsOf at, const StateReader& source,
               v1::LotAnswer& out) {
  const auto owned = *ParseOwned(kLotsCollection, question.name());
  const auto lot = kLots.Get(source, owned.producer_id, owned.id);
  if (!lot) return false;
  *out.mutable_lot() = *lot;
  *out.mutable_balance() = Must(kLotBalances.Get(source, owned.producer_id, owned.id),
                                "the balance of " + question.name());
  const bool stands = FillStanding(*lot, LotHistory(owned.producer_id, owned.id), at, source, out);
  // Nobody confirms what was derived: its parents had to be in force.
  const bool confirmed = !lot->has_harvest() || FillConfirmation(owned, at, source, out);
  out.set_in_force(stands && confirmed);
  return true;
}

}  // namespace tanji::ledger
