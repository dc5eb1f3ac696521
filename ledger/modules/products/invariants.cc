#include "ledger/modules/products/invariants.h"

#include <map>

#include "ledger/base/rational.h"
#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

std::string InSpace(std::string key, KeySpace space) {
  key.front() = static_cast<char>(space);
  return key;
}

Outcome RecordsAreImmutable(const ChangeSet& changes, const StateReader& before,
                            const StateReader&) {
  for (const auto space :
       {KeySpace::kFacility, KeySpace::kProduct, KeySpace::kLot, KeySpace::kHarvestConfirmation}) {
    TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, space));
  }
  return Outcome::Ok();
}

template <class Record>
Outcome CheckUnderName(const ChangeSet& changes,
                       const Table<Record, std::string, std::string>& table) {
  return ForEachChange(changes, table.space, [&](const std::string& key, const std::string* bytes) {
    if (bytes == nullptr) return Outcome::Ok();
    const auto record = ParseRecord<Record>(*bytes);
    const auto producer_id = ParseParticipantName(record.producer());
    return producer_id && table.Key(*producer_id, record.id()) == key
               ? Outcome::Ok()
               : Violated(key, "not the key of its name");
  });
}

Outcome RecordsLieUnderTheirName(const ChangeSet& changes, const StateReader&, const StateReader&) {
  TANJI_RETURN_IF_REFUSED(CheckUnderName(changes, kFacilities));
  TANJI_RETURN_IF_REFUSED(CheckUnderName(changes, kProducts));
  return CheckUnderName(changes, kLots);
}

Outcome YieldBoundsStay(const ChangeSet& changes, const StateReader& before, const StateReader&) {
  // A later bound replaces all but the category, under which it lies.
  TANJI_RETURN_IF_REFUSED(
      CheckRewrites<v1::YieldBound>(changes, before, KeySpace::kYieldBound,
                                    [](const v1::YieldBound& was, const v1::YieldBound& now) {
                                      return was.set_time() <= now.set_time();
                                    }));
  return ForEachChange(changes, KeySpace::kYieldBound,
                       [](const std::string& key, const std::string* bytes) {
                         const auto bound = ParseRecord<v1::YieldBound>(*bytes);
                         return kYieldBounds.Key(bound.category()) == key
                                    ? Outcome::Ok()
                                    : Violated(key, "not the key of its category");
                       });
}

template <KeySpace kObjects, KeySpace kHistories>
Outcome HistoriesContinue(const ChangeSet& changes, const StateReader& before,
                          const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckHistories(changes, before, after, kHistories, TextPairObjectKey));
  return CheckHistoryOfEach(changes, after, kObjects, kHistories, TextPairObjectKey);
}

// By schemes that ascend, nothing listed of which there is none.
bool LabelledWell(const v1::LotBalance& balance) {
  const auto& rows = balance.labelled();
  if (rows.size() > kMaxSchemesOnLot) return false;
  for (int i = 0; i < rows.size(); ++i) {
    if (i > 0 && rows[i - 1].scheme() >= rows[i].scheme()) return false;
    if (MassOfText(rows[i].mass_kg()).IsZero()) return false;
  }
  return true;
}

// A balance belongs to a lot, what is gone never falls, and with what is labelled it never exceeds
// the lot.
Outcome BalancesHold(const ChangeSet& changes, const StateReader& before,
                     const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckRewrites<v1::LotBalance>(
      changes, before, KeySpace::kLotBalance,
      [](const v1::LotBalance& was, const v1::LotBalance& now) {
        return MassOfText(was.taken_kg()) <= MassOfText(now.taken_kg()) &&
               MassOfText(was.lost_kg()) <= MassOfText(now.lost_kg());
      }));
  return ForEachChange(
      changes, KeySpace::kLotBalance, [&](const std::string& key, const std::string* bytes) {
        const auto lot = after.Get(InSpace(key, KeySpace::kLot));
        if (!lot) return Violated(key, "a balance without its lot");
        const auto balance = ParseRecord<v1::LotBalance>(*bytes);
        if (!LabelledWell(balance)) return Violated(key, "labelled masses that are no list");
        auto gone = Add(MassOfText(balance.taken_kg()), MassOfText(balance.lost_kg()));
        if (gone) gone = Add(*gone, MostLabelled(balance));
        return gone && *gone <= MassOfText(ParseRecord<v1::Lot>(*lot).mass_kg())
                   ? Outcome::Ok()
                   : Violated(key, "more is gone than there was");
      });
}

Outcome LotsHaveBalances(const ChangeSet& changes, const StateReader&, const StateReader& after) {
  return ForEachChange(changes, KeySpace::kLot, [&](const std::string& key, const std::string*) {
    return after.Get(InSpace(key, KeySpace::kLotBalance)) ? Outcome::Ok()
                                                          : Violated(key, "no balance");
  });
}

// By key of the balance: what the lots made in this write set take from others. Refuses a lot that
// is more than what it takes times its yield.
Outcome SumOfTaken(const ChangeSet& changes, const StateReader& before,
                   std::map<std::string, Rational>& out) {
  return ForEachChange(
      changes, KeySpace::kLot, [&](const std::string& key, const std::string* bytes) {
        if (bytes == nullptr || before.Get(key)) return Outcome::Ok();
        const auto lot = ParseRecord<v1::Lot>(*bytes);
        if (!lot.has_derivation()) return Outcome::Ok();
        Rational into;
        for (const auto& part : lot.derivation().parents()) {
          const auto parent = ParseOwned(kLotsCollection, part.lot());
          if (!parent) return Violated(key, "a parent that is no lot");
          const Rational mass(MassOf(part.mass()).kilograms());
          out[kLotBalances.Key(parent->producer_id, parent->id)] += mass;
          into += mass;
        }
        const Rational ratio(Decimal::Parse(lot.derivation().yield_ratio()).value());
        return Rational(MassOfText(lot.mass_kg()).kilograms()) <= into * ratio
                   ? Outcome::Ok()
                   : Violated(key, "more comes out than went in");
      });
}

Rational TakenOf(const std::optional<std::string>& bytes) {
  if (!bytes) return Rational();
  return Rational(MassOfText(ParseRecord<v1::LotBalance>(*bytes).taken_kg()).kilograms());
}

// What is taken from lots in a write set is exactly what its new lots are made of.
Outcome MassIsConserved(const ChangeSet& changes, const StateReader& before,
                        const StateReader& after) {
  std::map<std::string, Rational> taken;
  TANJI_RETURN_IF_REFUSED(SumOfTaken(changes, before, taken));
  TANJI_RETURN_IF_REFUSED(ForEachChange(changes, KeySpace::kLotBalance,
                                        [&](const std::string& key, const std::string*) {
                                          taken.try_emplace(key);
                                          return Outcome::Ok();
                                        }));
  for (const auto& [key, sum] : taken) {
    if (TakenOf(after.Get(key)) - TakenOf(before.Get(key)) != sum) {
      return Violated(key, "what is taken is not what the new lots are made of");
    }
  }
  return Outcome::Ok();
}

// Of a harvest that had to be confirmed, and by another than its producer.
Outcome ConfirmationsAreOfOthers(const ChangeSet& changes, const StateReader&,
                                 const StateReader& after) {
  return ForEachChange(changes, KeySpace::kHarvestConfirmation,
                       [&](const std::string& key, const std::string* bytes) {
                         const auto record = after.Get(InSpace(key, KeySpace::kLot));
                         if (bytes == nullptr || !record)
                           return Violated(key, "a confirmation without its lot");
                         const auto lot = ParseRecord<v1::Lot>(*record);
                         const auto confirmation = ParseRecord<v1::HarvestConfirmation>(*bytes);
                         return NeedsConfirmation(lot) && confirmation.auditor() != lot.producer()
                                    ? Outcome::Ok()
                                    : Violated(key, "not another's word on a harvest under review");
                       });
}

constexpr InvariantRow kInvariants[] = {
    {"products.records_are_immutable", RecordsAreImmutable},
    {"products.records_lie_under_their_name", RecordsLieUnderTheirName},
    {"products.yield_bounds_stay", YieldBoundsStay},
    {"products.facility_histories_continue",
     HistoriesContinue<KeySpace::kFacility, KeySpace::kFacilityStatus>},
    {"products.product_histories_continue",
     HistoriesContinue<KeySpace::kProduct, KeySpace::kProductStatus>},
    {"products.lot_histories_continue", HistoriesContinue<KeySpace::kLot, KeySpace::kLotStatus>},
    {"products.balances_hold", BalancesHold},
    {"products.lots_have_balances", LotsHaveBalances},
    {"products.mass_is_conserved", MassIsConserved},
    {"products.confirmations_are_of_others", ConfirmationsAreOfOthers},
};

}  // namespace

std::span<const InvariantRow> ProductsInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
