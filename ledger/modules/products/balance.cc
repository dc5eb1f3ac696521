#include "ledger/modules/products/balance.h"

#include "ledger/modules/common/names.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {

Gone ReadGone(const StateReader& reader, const OwnedId& lot) {
  const auto balance = kLotBalances.Get(reader, lot.producer_id, lot.id).value();
  return {MassOfText(balance.taken_kg()), MassOfText(balance.lost_kg())};
}

void PutBalance(StateWriter& writer, const OwnedId& lot, const Gone& gone) {
  v1::LotBalance balance;
  balance.set_taken_kg(gone.taken.kilograms().Text());
  balance.set_lost_kg(gone.lost.kilograms().Text());
  kLotBalances.Put(writer, lot.producer_id, lot.id, balance);
}

Outcome CheckLeft(const StateReader& reader, const OwnedId& owned, const v1::Lot& lot, Mass mass,
                  std::string_view field) {
  const auto left = Left(lot, kLotBalances.Get(reader, owned.producer_id, owned.id).value());
  if (mass <= left) return Outcome::Ok();
  return Refuse(v1::CODE_LOT_OVERDRAWN,
                {{"field", std::string(field)},
                 {"lot", OwnedName(kLotsCollection, owned.producer_id, owned.id)},
                 {"value", mass.kilograms().Text()},
                 {"left", left.kilograms().Text()}});
}

}  // namespace tanji::ledger
