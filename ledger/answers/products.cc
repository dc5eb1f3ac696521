// Answers about facilities, products and lots.
#include "ledger/answers/products.h"
#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/balance.h"
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

void FillLot(const StateReader& source, AsOf at, LineageLot lot, LotStanding standing,
             v1::LotAnswer& out) {
  out.set_in_force(standing.stands());
  *out.mutable_balance() = ReadBalance(source, lot.owned);
  *out.mutable_status() = Answered(std::move(standing.own));
  *out.mutable_producer_status() = Answered(std::move(standing.producer));
  FillSigners(lot.lot.signed_by(), lot.lot.registered_time(), at, source, *out.mutable_signers());
  if (standing.confirmation) {
    const auto& confirmation = *standing.confirmation;
    *out.mutable_auditor_status() = Answered(std::move(standing.auditor));
    FillSigners(confirmation.signed_by(), confirmation.confirmed_time(), at, source,
                *out.mutable_confirmed_by());
    *out.mutable_confirmation() = confirmation;
  }
  *out.mutable_lot() = std::move(lot.lot);
}

bool AnswerLot(const v1::LotQuestion& question, AsOf at, const StateReader& source,
               v1::LotAnswer& out) {
  auto owned = *ParseOwned(kLotsCollection, question.name());
  auto lot = kLots.Get(source, owned.producer_id, owned.id);
  if (!lot) return false;
  LineageLot found{question.name(), std::move(owned), std::move(*lot)};
  auto standing = StandingOf(source, found, at);
  FillLot(source, at, std::move(found), std::move(standing), out);
  return true;
}

}  // namespace tanji::ledger
