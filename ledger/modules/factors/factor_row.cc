#include "ledger/modules/factors/factor_row.h"

#include <google/protobuf/repeated_field.h>

#include "ledger/base/unit.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/membership/rules.h"

namespace tanji::ledger {
namespace {

Outcome CheckCode(const std::string& code, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!code.empty(), field));
  if (IsFactorCode(code)) return Outcome::Ok();
  return Refuse(v1::CODE_FACTOR_CODE_MALFORMED, {{"field", field}, {"value", Shown(code)}});
}

Outcome CheckRegion(const v1::KnownText& region, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckKnownText(region, field));
  if (!region.has_text() || IsRegion(region.text())) return Outcome::Ok();
  return Refuse(v1::CODE_REGION_MALFORMED, {{"value", Shown(region.text())}});
}

Outcome CheckKind(v1::FactorKind kind, const Unit& unit, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(kind, field));
  if (KindFitsUnit(kind, unit)) return Outcome::Ok();
  return Refuse(v1::CODE_KIND_UNIT_MISMATCH, {{"field", field},
                                              {"value", v1::FactorKind_Name(kind)},
                                              {"unit", unit.code()},
                                              {"expected", std::string(SubstanceOf(kind))}});
}

Outcome RefuseGwpSet(const std::string& field, std::string_view value, const Unit& unit) {
  return Refuse(v1::CODE_GWP_SET_UNIT_MISMATCH,
                {{"field", field}, {"value", std::string(value)}, {"unit", unit.code()}});
}

// A value in CO2e was published in some set, known or not; any other value in none.
Outcome CheckGwpSetOf(const v1::KnownText& gwp_set, const Unit& unit, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckKnownText(gwp_set, field));
  const bool none = gwp_set.unknown() == v1::UNKNOWN_NOT_APPLICABLE;
  if (CountsCo2e(unit) == none) {
    return RefuseGwpSet(
        field, gwp_set.has_text() ? gwp_set.text() : v1::Unknown_Name(gwp_set.unknown()), unit);
  }
  if (!gwp_set.has_text()) return Outcome::Ok();
  return CheckChosenName(kGwpSetsCollection, gwp_set.text(), Path(field, "text"));
}

Outcome CheckParts(const v1::FactorRow& row, const Unit& unit, const std::string& field) {
  if (row.parts().empty()) return Outcome::Ok();
  if (!CountsCo2e(unit)) {
    return Refuse(v1::CODE_GAS_PARTS_WITHOUT_CO2E, {{"field", field}, {"unit", unit.code()}});
  }
  google::protobuf::RepeatedField<int> gases;
  for (int i = 0; i < row.parts_size(); ++i) {
    const auto& part = row.parts(i);
    TANJI_RETURN_IF_REFUSED(CheckChosen(part.gas(), Path(Item(field, i), "gas")));
    TANJI_RETURN_IF_REFUSED(
        CheckDecimal(part.value(), Path(Item(field, i), "value"), Sign::kNotNegative));
    gases.Add(part.gas());
  }
  return CheckAscending(gases, field, [](int gas) { return std::string(v1::Gas_Name(gas)); });
}

std::string WithUnit(Decimal value, std::string_view unit) {
  return value.Text() + " " + std::string(unit);
}

Outcome CheckPlausible(const v1::FactorRow& row, const Unit& unit, const std::string& field) {
  const auto value = Known(row.value());
  const auto* bounds = PlausibleBoundsOf(unit);
  const bool plausible = !value || bounds == nullptr || IsPlausible(*bounds, *value, unit);
  if (row.has_unusual()) {
    TANJI_RETURN_IF_REFUSED(CheckText(row.unusual(), Path(field, "unusual")));
    if (!plausible) return Outcome::Ok();
    return Refuse(v1::CODE_UNUSUAL_NOT_NEEDED,
                  {{"field", Path(field, "unusual")},
                   {"value", value ? WithUnit(*value, unit.code()) : unit.code()}});
  }
  if (plausible) return Outcome::Ok();
  return Refuse(v1::CODE_VALUE_IMPLAUSIBLE, {{"field", Path(field, "value")},
                                             {"value", WithUnit(*value, unit.code())},
                                             {"lowest", bounds->lowest.Text()},
                                             {"highest", WithUnit(bounds->highest, bounds->unit)}});
}

Outcome CheckNumbers(const v1::FactorRow& row, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckKnownDecimal(row.value(), Path(field, "value"), Sign::kNotNegative));
  TANJI_RETURN_IF_REFUSED(CheckUnit(row.unit(), Path(field, "unit")));
  return CheckKnownRange(row.range(), Known(row.value()), Path(field, "range"), Sign::kNotNegative);
}

}  // namespace

Outcome CheckFactorRow(const v1::FactorRow& row, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckCode(row.code(), Path(field, "code")));
  TANJI_RETURN_IF_REFUSED(CheckText(row.name(), Path(field, "name")));
  TANJI_RETURN_IF_REFUSED(CheckRegion(row.region(), Path(field, "region")));
  if (row.year() != 0) {
    TANJI_RETURN_IF_REFUSED(CheckRange(row.year(), kFirstYear, kLastYear, Path(field, "year")));
  }
  TANJI_RETURN_IF_REFUSED(CheckNumbers(row, field));
  const auto unit = *Unit::Parse(row.unit());
  TANJI_RETURN_IF_REFUSED(CheckKind(row.kind(), unit, Path(field, "kind")));
  TANJI_RETURN_IF_REFUSED(CheckChosen(row.boundary(), Path(field, "boundary")));
  TANJI_RETURN_IF_REFUSED(CheckGwpSetOf(row.gwp_set(), unit, Path(field, "gwp_set")));
  TANJI_RETURN_IF_REFUSED(CheckParts(row, unit, Path(field, "parts")));
  TANJI_RETURN_IF_REFUSED(CheckSet(!row.source().empty(), Path(field, "source")));
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(row.source(), kMaxSourceBytes, Path(field, "source")));
  if (row.has_note()) TANJI_RETURN_IF_REFUSED(CheckText(row.note(), Path(field, "note")));
  return CheckPlausible(row, unit, field);
}

}  // namespace tanji::ledger
