#include "ledger/modules/products/register_harvest.h"

#include <optional>

#include "ledger/base/rational.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/new_lot.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

Outcome CheckMoisture(const v1::RegisterHarvest& message) {
  switch (message.moisture_known_case()) {
    case v1::RegisterHarvest::kMoisture:
      return CheckRange(message.moisture(), 0, kWhole, "moisture");
    case v1::RegisterHarvest::kMoistureUnknown:
      return CheckChosen(message.moisture_unknown(), "moisture_unknown");
    case v1::RegisterHarvest::MOISTURE_KNOWN_NOT_SET:
      break;
  }
  return CheckSet(false, "moisture");
}

// It grew on land of the author, which is in use.
Outcome CheckFacilities(const v1::RegisterHarvest& message, const OperationContext& context,
                        const StateReader& reader) {
  for (int i = 0; i < message.facilities_size(); ++i) {
    const auto& name = message.facilities(i);
    const auto field = Item("facilities", i);
    TANJI_RETURN_IF_REFUSED(RequireOwn(context, ParseOwned(kFacilitiesCollection, name).value()));
    v1::Facility facility;
    TANJI_RETURN_IF_REFUSED(FindFacility(reader, field, name, context.time_ms(), facility));
    if (!facility.has_climate()) {
      return Refuse(v1::CODE_FACILITY_WITHOUT_CLIMATE, {{"field", field}, {"value", name}});
    }
  }
  return Outcome::Ok();
}

// The bound of the longest category that covers the product's and has one.
std::optional<v1::YieldBound> BoundFor(const std::string& category, const StateReader& reader) {
  for (const auto& covering : CoveringCategories(category)) {
    if (auto bound = kYieldBounds.Get(reader, covering)) return bound;
  }
  return std::nullopt;
}

// Area x highest plausible yield, kg, rounded once; nullopt where none is set.
std::optional<Decimal> BoundKg(const v1::RegisterHarvest& message, const StateReader& reader) {
  const auto product = ParseOwned(kProductsCollection, message.product()).value();
  const auto category = kProducts.Get(reader, product.producer_id, product.id).value().category();
  const auto bound = BoundFor(category, reader);
  if (!bound) return std::nullopt;
  Rational area_m2;
  for (const auto& name : message.facilities()) {
    const auto owned = ParseOwned(kFacilitiesCollection, name).value();
    const auto facility = kFacilities.Get(reader, owned.producer_id, owned.id).value();
    area_m2 += Rational(Decimal::Parse(facility.area_m2()).value());
  }
  constexpr std::int64_t kM2PerHa = 10'000;
  const Rational kg_per_ha(Decimal::Parse(bound->kg_per_ha()).value());
  return RoundToDecimal(area_m2 * kg_per_ha / Rational(kM2PerHa)).value();
}

v1::BilingualText ReviewReason(const v1::Harvest& harvest) {
  const bool has_bound = harvest.bound_known_case() == v1::Harvest::kBoundKg;
  v1::BilingualText reason;
  reason.set_zh(has_bound ? "采收量高于面积与最高合理单产之积，待核查机构确认"
                          : "该类别未设最高合理单产，待核查机构确认");
  reason.set_en(has_bound ? "more than area times the highest plausible yield; to be confirmed by "
                            "an auditor"
                          : "no highest plausible yield is set for the category; to be confirmed "
                            "by an auditor");
  reason.set_prevailing(v1::PREVAILING_ZH);
  // The ledger writes it itself.
  reason.set_translation(v1::TRANSLATION_MACHINE);
  return reason;
}

}  // namespace

Outcome CheckRegisterHarvest(const v1::RegisterHarvest& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLotId(message.id()));
  TANJI_RETURN_IF_REFUSED(CheckProductName(message.product(), "product"));
  TANJI_RETURN_IF_REFUSED(
      CheckCount(message.facilities_size(), kMaxHarvestFacilities, "facilities"));
  for (int i = 0; i < message.facilities_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckFacilityName(message.facilities(i), Item("facilities", i)));
  }
  TANJI_RETURN_IF_REFUSED(CheckAscendingTexts(message.facilities(), "facilities"));
  TANJI_RETURN_IF_REFUSED(
      CheckDays(message.first_day(), message.last_day(), kMaxHarvestDays, "first_day", "last_day"));
  TANJI_RETURN_IF_REFUSED(CheckGoods(message.mass(), "mass"));
  TANJI_RETURN_IF_REFUSED(CheckMoisture(message));
  return CheckChosen(message.custody(), "custody");
}

Outcome AuthoriseRegisterHarvest(const v1::RegisterHarvest& message,
                                 const OperationContext& context, const StateReader& reader) {
  v1::Product product;
  TANJI_RETURN_IF_REFUSED(
      AuthoriseNewLot(message.id(), message.product(), context, reader, product));
  TANJI_RETURN_IF_REFUSED(CheckFacilities(message, context, reader));
  const auto today = DayInChina(context.time_ms());
  if (ParseDate(message.last_day()).value() <= today) return Outcome::Ok();
  return Refuse(v1::CODE_HARVEST_IN_FUTURE, {{"value", message.last_day()},
                                             {"block_time", std::to_string(context.time_ms())},
                                             {"expected", ToText(today)}});
}

Outcome ApplyRegisterHarvest(const v1::RegisterHarvest& message, const OperationContext& context,
                             StateWriter& writer) {
  auto lot = MakeLot(message, context);
  auto& harvest = *lot.mutable_harvest();
  *harvest.mutable_facilities() = message.facilities();
  harvest.set_first_day(message.first_day());
  harvest.set_last_day(message.last_day());
  if (message.moisture_known_case() == v1::RegisterHarvest::kMoisture) {
    harvest.set_moisture(message.moisture());
  } else {
    harvest.set_moisture_unknown(message.moisture_unknown());
  }
  if (const auto bound_kg = BoundKg(message, writer)) {
    harvest.set_bound_kg(bound_kg->Text());
  } else {
    harvest.set_bound_unknown(v1::UNKNOWN_NOT_ASSESSED);
  }
  StoreNewLot(lot, context, writer);
  if (NeedsConfirmation(lot)) {
    LotHistory(context.author_id, message.id())
        .Open(writer, context.stamp(), v1::STATUS_KIND_UNDER_REVIEW, context.time_ms(),
              ReviewReason(lot.harvest()));
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
