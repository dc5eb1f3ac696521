#include "ledger/modules/factors/rules.h"

#include <algorithm>

#include "ledger/modules/common/names.h"

namespace tanji::ledger {
namespace {

bool IsLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr Decimal Thousandths(std::int64_t value) {
  return *Decimal::FromUnits(Int128{value} * (Decimal::kUnitsPerOne / 1'000));
}

// Lowest and highest published values behind each row (deploy/examples/factors): fertilisers of
// Chen, Lu, Wang 2015, for China, with EU and US values at about half of them: N 7.07 to 15.41,
// P2O5 0.72 to 7.72, K2O 0.62 to 1.50. Grids: China's No. 12 of 2024, fossil, 0.8426; China's
// coal power of 2023, 0.9440; a plant can be at 0. Transport: air freight of 2025, CPCD, 1.404.
constexpr PlausibleBounds kBounds[] = {
    {"kgCO2e/kg N", Thousandths(3'535), Thousandths(30'820)},
    {"kgCO2e/kg P2O5", Thousandths(360), Thousandths(15'440)},
    {"kgCO2e/kg K2O", Thousandths(310), Thousandths(3'000)},
    {"kgCO2/kWh", Decimal(), *Decimal::FromUnits(1'685'200'000)},
    {"kgCO2e/kWh", Decimal(), Thousandths(1'888)},
    {"kgCO2e/t.km", Decimal(), Thousandths(2'808)},
};

}  // namespace

bool IsFactorCode(std::string_view text) {
  return !text.empty() && text.size() <= kMaxChosenId && text.front() != '-' &&
         text.back() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
           return IsLetterOrDigit(c) || c == '-';
         });
}

std::optional<FactorName> ParseFactorName(std::string_view name) {
  const auto parts = SplitName(name);
  if (!parts || parts->segments().size() != 2) return std::nullopt;
  const auto& dataset = parts->segments()[0];
  const auto& factor = parts->segments()[1];
  if (dataset.collection != kDatasetsCollection || factor.collection != kFactorsCollection) {
    return std::nullopt;
  }
  if (!IsChosenId(dataset.id) || !IsFactorCode(factor.id)) return std::nullopt;
  return FactorName{std::string(dataset.id), std::string(factor.id)};
}

std::string MakeFactorName(std::string_view dataset_id, std::string_view code) {
  return MakeNestedName(kDatasetsCollection, dataset_id, kFactorsCollection, code);
}

bool CountsCo2e(const Unit& unit) {
  return unit.dimension().contains("kgCO2e");
}

std::string_view SubstanceOf(v1::FactorKind kind) {
  switch (kind) {
    case v1::FACTOR_KIND_GRID_CO2:
    case v1::FACTOR_KIND_COMBUSTION_CO2:
      return "kgCO2";
    case v1::FACTOR_KIND_OPERATION_CO2E:
    case v1::FACTOR_KIND_UPSTREAM_CO2E:
    case v1::FACTOR_KIND_LIFECYCLE_CO2E:
      return "kgCO2e";
    default:
      return "";
  }
}

bool KindFitsUnit(v1::FactorKind kind, const Unit& unit) {
  const auto substance = SubstanceOf(kind);
  if (substance.empty()) return true;
  const auto found = unit.dimension().find(std::string(substance));
  if (found == unit.dimension().end() || found->second != 1) return false;
  return kind != v1::FACTOR_KIND_GRID_CO2 ||
         unit.dimension() == Dimension{{"kgCO2", 1}, {"MJ", -1}};
}

std::span<const PlausibleBounds> AllPlausibleBounds() {
  return kBounds;
}

const PlausibleBounds* PlausibleBoundsOf(const Unit& unit) {
  for (const auto& bounds : kBounds) {
    if (Unit::Parse(bounds.unit)->dimension() == unit.dimension()) return &bounds;
  }
  return nullptr;
}

bool IsPlausible(const PlausibleBounds& bounds, Decimal value, const Unit& unit) {
  const Rational in_bounds_unit =
      Rational(value) * unit.ratio() / Unit::Parse(bounds.unit)->ratio();
  return Rational(bounds.lowest) <= in_bounds_unit && in_bounds_unit <= Rational(bounds.highest);
}

}  // namespace tanji::ledger
