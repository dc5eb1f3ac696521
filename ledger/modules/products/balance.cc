#include "ledger/modules/products/balance.h"

#include <algorithm>

#include "ledger/modules/common/names.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

std::string NameOf(const OwnedId& lot) {
  return OwnedName(kLotsCollection, lot.producer_id, lot.id);
}

std::string Sum(const std::string& kilograms, Mass mass) {
  return Add(MassOfText(kilograms), mass).value().kilograms().Text();
}

}  // namespace

v1::LotBalance ReadBalance(const StateReader& reader, const OwnedId& lot) {
  return Must(kLotBalances.Get(reader, lot.producer_id, lot.id), "the balance of " + NameOf(lot));
}

void PutBalance(StateWriter& writer, const OwnedId& lot, const v1::LotBalance& balance) {
  kLotBalances.Put(writer, lot.producer_id, lot.id, balance);
}

v1::LotBalance NothingGone() {
  v1::LotBalance balance;
  balance.set_taken_kg(Mass().kilograms().Text());
  balance.set_lost_kg(Mass().kilograms().Text());
  return balance;
}

void AddTaken(v1::LotBalance& balance, Mass mass) {
  balance.set_taken_kg(Sum(balance.taken_kg(), mass));
}

void AddLost(v1::LotBalance& balance, Mass mass) {
  balance.set_lost_kg(Sum(balance.lost_kg(), mass));
}

Outcome CheckLeft(const StateReader& reader, const OwnedId& owned, const v1::Lot& lot, Mass mass,
                  std::string_view field) {
  const auto left = Left(lot, ReadBalance(reader, owned));
  if (mass <= left) return Outcome::Ok();
  return Refuse(v1::CODE_LOT_OVERDRAWN, {{"field", std::string(field)},
                                         {"lot", NameOf(owned)},
                                         {"value", mass.kilograms().Text()},
                                         {"left", left.kilograms().Text()}});
}

Outcome CheckLabellable(const StateReader& reader, const OwnedId& owned, const v1::Lot& lot,
                        const std::string& scheme, Mass mass, std::string_view field) {
  const auto balance = ReadBalance(reader, owned);
  const auto labelled = LabelledUnder(balance, scheme);
  if (labelled.IsZero() && balance.labelled_size() >= kMaxSchemesOnLot) {
    return Refuse(v1::CODE_TOO_MANY_SCHEMES_ON_LOT,
                  {{"lot", NameOf(owned)}, {"limit", std::to_string(kMaxSchemesOnLot)}});
  }
  const auto left = Subtract(NotGone(lot, balance), labelled).value();
  if (mass <= left) return Outcome::Ok();
  return Refuse(v1::CODE_LABELLED_BEYOND_LOT, {{"field", std::string(field)},
                                               {"lot", NameOf(owned)},
                                               {"value", mass.kilograms().Text()},
                                               {"left", left.kilograms().Text()},
                                               {"labelled", labelled.kilograms().Text()},
                                               {"scheme", scheme}});
}

void SetLabelled(v1::LotBalance& balance, const std::string& scheme, Mass mass) {
  auto& rows = *balance.mutable_labelled();
  auto row = std::ranges::find(rows, scheme, &v1::LabelledMass::scheme);
  if (mass.IsZero()) {
    if (row != rows.end()) rows.erase(row);
    return;
  }
  if (row == rows.end()) {
    rows.Add()->set_scheme(scheme);
    std::ranges::sort(rows, {}, &v1::LabelledMass::scheme);
    row = std::ranges::find(rows, scheme, &v1::LabelledMass::scheme);
  }
  row->set_mass_kg(mass.kilograms().Text());
}

}  // namespace tanji::ledger
