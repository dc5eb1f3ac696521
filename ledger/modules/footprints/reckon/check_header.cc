#include <algorithm>
#include <string>

#include "ledger/base/date.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/shape.h"

namespace tanji::ledger {
namespace {

using Header = v1::InventoryHeader;

// A text that must be there in one case and must not in every other.
Outcome CheckTextIff(bool needed, bool is_set, std::string_view field, std::string_view other,
                     std::string_view value) {
  if (needed) return CheckSet(is_set, field);
  return is_set ? RefuseUnexpected(field, other, value) : Outcome::Ok();
}

Outcome CheckUnknownAmong(v1::Unknown unknown, std::initializer_list<v1::Unknown> allowed,
                          std::string_view field) {
  if (std::ranges::find(allowed, unknown) != allowed.end()) return Outcome::Ok();
  std::string expected;
  for (const auto one : allowed) {
    if (one == v1::UNKNOWN_UNSPECIFIED) continue;
    expected += (expected.empty() ? "" : ", ") + v1::Unknown_Name(one);
  }
  return Refuse(v1::CODE_WRONG_KIND, {{"field", std::string(field)},
                                      {"value", v1::Unknown_Name(unknown)},
                                      {"expected", expected}});
}

Outcome CheckPlaceAndTime(const Header& header, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckText(header.title(), Path(field, "title")));
  TANJI_RETURN_IF_REFUSED(
      CheckParticipantsOwn(kProductsCollection, header.product(), Path(field, "product")));
  const auto facilities = Path(field, "facilities");
  TANJI_RETURN_IF_REFUSED(CheckCount(header.facilities_size(), kMaxFacilities, facilities));
  for (int i = 0; i < header.facilities_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(
        CheckParticipantsOwn(kFacilitiesCollection, header.facilities(i), Item(facilities, i)));
  }
  TANJI_RETURN_IF_REFUSED(CheckAscendingTexts(header.facilities(), facilities));
  TANJI_RETURN_IF_REFUSED(CheckText(header.reference_flow(), Path(field, "reference_flow")));
  TANJI_RETURN_IF_REFUSED(CheckDayOfThisAge(header.first_day(), Path(field, "first_day")));
  const auto first = *ParseDate(header.first_day());
  const auto after = DaysSinceEpoch(*AddYears(first, kMaxPeriodYears));
  return CheckDays(header.first_day(), header.last_day(), after - DaysSinceEpoch(first),
                   Path(field, "first_day"), Path(field, "last_day"));
}

Outcome CheckBoundary(const Header& header, std::string_view field) {
  const auto boundary = Path(field, "boundary");
  TANJI_RETURN_IF_REFUSED(CheckChosen(header.boundary(), boundary));
  const bool to_grave = header.boundary() == v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GRAVE;
  const auto unit = Path(field, "functional_unit");
  TANJI_RETURN_IF_REFUSED(CheckTextIff(to_grave, header.has_functional_unit(), unit, boundary,
                                       v1::FootprintBoundary_Name(header.boundary())));
  return to_grave ? CheckText(header.functional_unit(), unit) : Outcome::Ok();
}

Outcome CheckOutput(const v1::InventoryOutput& output, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckText(output.name(), Path(field, "name")));
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(output.grade(), kMaxGradeBytes, Path(field, "grade")));
  TANJI_RETURN_IF_REFUSED(CheckGoods(output.mass(), Path(field, "mass"), Sign::kPositive));
  switch (output.moisture_known_case()) {
    case v1::InventoryOutput::kMoisture:
      return CheckRange(output.moisture(), 0, 10'000, Path(field, "moisture"));
    case v1::InventoryOutput::kMoistureUnknown:
      return CheckChosen(output.moisture_unknown(), Path(field, "moisture_unknown"));
    case v1::InventoryOutput::MOISTURE_KNOWN_NOT_SET:
      break;
  }
  return CheckSet(false, Path(field, "moisture"));
}

// "CNY/kg": an ISO 4217 code per kg.
bool IsPricePerKg(std::string_view unit) {
  return unit.size() == 6 && unit.substr(3) == "/kg" &&
         std::all_of(unit.begin(), unit.begin() + 3, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Outcome CheckKey(const Header& header, int index, std::string_view field) {
  const auto& output = header.outputs(index);
  const bool energy = header.allocation() == v1::ALLOCATION_RULE_ENERGY;
  const bool economic = header.allocation() == v1::ALLOCATION_RULE_ECONOMIC;
  if (!energy && !economic) {
    const auto rule = v1::AllocationRule_Name(header.allocation());
    TANJI_RETURN_IF_REFUSED(
        CheckTextIff(false, !output.key().empty(), Path(field, "key"), "allocation", rule));
    return CheckTextIff(false, !output.key_unit().empty(), Path(field, "key_unit"), "allocation",
                        rule);
  }
  TANJI_RETURN_IF_REFUSED(CheckDecimal(output.key(), Path(field, "key"), Sign::kPositive));
  const bool right =
      energy ? output.key_unit() == "MJ/kg"
             : IsPricePerKg(output.key_unit()) && output.key_unit() == header.outputs(0).key_unit();
  if (right) return Outcome::Ok();
  return Refuse(v1::CODE_KEY_UNIT_MALFORMED, {{"field", Path(field, "key_unit")},
                                              {"value", Shown(output.key_unit())},
                                              {"expected", energy ? "MJ/kg" : "CNY/kg"}});
}

Outcome CheckAllocation(const Header& header, std::string_view field) {
  const auto outputs = Path(field, "outputs");
  TANJI_RETURN_IF_REFUSED(CheckCount(header.outputs_size(), kMaxOutputs, outputs));
  for (int i = 0; i < header.outputs_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckOutput(header.outputs(i), Item(outputs, i)));
  }
  const auto allocation = Path(field, "allocation");
  TANJI_RETURN_IF_REFUSED(CheckChosen(header.allocation(), allocation));
  const auto rule = v1::AllocationRule_Name(header.allocation());
  if ((header.allocation() == v1::ALLOCATION_RULE_NONE) != (header.outputs_size() == 1)) {
    return Refuse(
        v1::CODE_ALLOCATION_OUTPUTS,
        {{"field", allocation}, {"value", rule}, {"count", std::to_string(header.outputs_size())}});
  }
  for (int i = 0; i < header.outputs_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckKey(header, i, Item(outputs, i)));
  }
  const auto source = Path(field, "allocation_source");
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(header.allocation_source(), kMaxSourceBytes, source));
  return CheckTextIff(header.allocation() != v1::ALLOCATION_RULE_NONE &&
                          header.allocation() != v1::ALLOCATION_RULE_MASS,
                      !header.allocation_source().empty(), source, allocation, rule);
}

Outcome CheckRules(const Header& header, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(
      CheckChosenName(kGwpSetsCollection, header.gwp_set(), Path(field, "gwp_set")));
  TANJI_RETURN_IF_REFUSED(CheckKnownText(header.category_rules(), Path(field, "category_rules")));
  TANJI_RETURN_IF_REFUSED(
      CheckRange(header.cut_off_share(), 0, 10'000, Path(field, "cut_off_share")));
  const auto cut_off = Path(field, "cut_off");
  if (header.cut_off_share() > 0 || header.cut_off_size() > 0) {
    TANJI_RETURN_IF_REFUSED(CheckCount(header.cut_off_size(), kMaxCutOffs, cut_off));
  }
  for (int i = 0; i < header.cut_off_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckText(header.cut_off(i), Item(cut_off, i)));
  }
  return CheckUnknownAmong(
      header.land_use_change_unknown(),
      {v1::UNKNOWN_UNSPECIFIED, v1::UNKNOWN_NOT_ASSESSED, v1::UNKNOWN_NOT_APPLICABLE},
      Path(field, "land_use_change_unknown"));
}

Outcome CheckPerennial(const v1::Perennial& perennial, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(
      CheckRange(perennial.bearing_years(), 0, kMaxBearingYears, Path(field, "bearing_years")));
  std::uint64_t most = kMaxHarvests;
  if (perennial.bearing_years() > 0)
    most = std::min<std::uint64_t>(most, perennial.bearing_years());
  TANJI_RETURN_IF_REFUSED(CheckRange(perennial.harvests(), 1, most, Path(field, "harvests")));
  return CheckUnknownAmong(perennial.establishment_unknown(),
                           {v1::UNKNOWN_UNSPECIFIED, v1::UNKNOWN_NOT_ASSESSED},
                           Path(field, "establishment_unknown"));
}

// From the day after the period to at most three years after its last one.
Outcome CheckValidity(const Header& header, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckDay(header.valid_until_day(), field));
  const auto last = *ParseDate(header.last_day());
  const auto lowest = AddDays(last, 1).value_or(last);
  const auto highest = AddYears(last, kMaxValidityYears).value_or(last);
  const auto until = *ParseDate(header.valid_until_day());
  if (lowest <= until && until <= highest) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", header.valid_until_day()},
                                              {"lowest", ToText(lowest)},
                                              {"highest", ToText(highest)}});
}

Outcome CheckCoverage(const Header& header, std::string_view field) {
  const auto coverage = Path(field, "coverage");
  TANJI_RETURN_IF_REFUSED(CheckChosen(header.coverage(), coverage));
  const auto value = v1::FootprintCoverage_Name(header.coverage());
  const auto until = Path(field, "valid_until_day"), lots = Path(field, "lots");
  if (header.coverage() == v1::FOOTPRINT_COVERAGE_FORWARD) {
    if (header.lots_size() > 0) return RefuseUnexpected(lots, coverage, value);
    return CheckValidity(header, until);
  }
  TANJI_RETURN_IF_REFUSED(
      CheckTextIff(false, !header.valid_until_day().empty(), until, coverage, value));
  if (header.lots_size() == 0) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(header.lots_size(), kMaxCoveredLots, lots));
  for (int i = 0; i < header.lots_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckParticipantsOwn(kLotsCollection, header.lots(i), Item(lots, i)));
  }
  return CheckAscendingTexts(header.lots(), lots);
}

Outcome CheckPredecessors(const Header& header, std::string_view field) {
  if (header.predecessors_size() == 0) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(header.predecessors_size(), kMaxPredecessors, field));
  for (int i = 0; i < header.predecessors_size(); ++i) {
    const auto& predecessor = header.predecessors(i);
    const auto item = Item(field, i);
    TANJI_RETURN_IF_REFUSED(
        CheckIdName(kFootprintsCollection, predecessor.footprint(), Path(item, "footprint")));
    TANJI_RETURN_IF_REFUSED(CheckChosen(predecessor.reason(), Path(item, "reason")));
    if (i > 0 && header.predecessors(i - 1).footprint() >= predecessor.footprint()) {
      return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                    {{"field", item}, {"value", predecessor.footprint()}});
    }
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckInventoryHeader(const Header& header, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckPlaceAndTime(header, field));
  TANJI_RETURN_IF_REFUSED(CheckBoundary(header, field));
  TANJI_RETURN_IF_REFUSED(CheckAllocation(header, field));
  TANJI_RETURN_IF_REFUSED(CheckRules(header, field));
  if (header.has_perennial()) {
    TANJI_RETURN_IF_REFUSED(CheckPerennial(header.perennial(), Path(field, "perennial")));
  }
  TANJI_RETURN_IF_REFUSED(CheckCoverage(header, field));
  return CheckPredecessors(header, Path(field, "predecessors"));
}

}  // namespace tanji::ledger
