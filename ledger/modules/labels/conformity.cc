#include "ledger/modules/labels/conformity.h"

#include <algorithm>
#include <optional>

#include "ledger/base/decimal.h"

namespace tanji::ledger {
namespace {

// What was found is not what `field` of the requirements demands.
struct Miss {
  std::string field;
  std::string value;
  std::string expected;
};
using Finding = std::optional<Miss>;

template <class List, class Name>
std::string Joined(const List& list, Name name) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : ", ") + std::string(name(item));
  return out;
}
std::string Same(const std::string& text) {
  return text;
}

std::string NotAssessed() {
  return v1::Unknown_Name(v1::UNKNOWN_NOT_ASSESSED);
}

template <class List, class Item>
bool Has(const List& list, const Item& item) {
  return std::ranges::find(list, item) != list.end();
}

// --- The inventory

Finding Boundary(const v1::SchemeRequirements& demand, const v1::InventoryHeader& header) {
  if (header.boundary() == demand.boundary()) return std::nullopt;
  return Miss{"boundary", v1::FootprintBoundary_Name(header.boundary()),
              v1::FootprintBoundary_Name(demand.boundary())};
}

Finding Stages(const v1::SchemeRequirements& demand, const v1::FootprintResult& result) {
  for (const auto stage : demand.stages()) {
    const bool there = std::ranges::any_of(
        result.stages(), [&](const v1::StageTotal& total) { return total.stage() == stage; });
    if (there) continue;
    const auto stages = Joined(
        result.stages(), [](const v1::StageTotal& total) { return v1::Stage_Name(total.stage()); });
    return Miss{"stages", stages, v1::Stage_Name(static_cast<v1::Stage>(stage))};
  }
  return std::nullopt;
}

Finding Allocation(const v1::SchemeRequirements& demand, const v1::InventoryHeader& header) {
  if (Has(demand.allocations(), static_cast<int>(header.allocation()))) return std::nullopt;
  return Miss{"allocations", v1::AllocationRule_Name(header.allocation()),
              Joined(demand.allocations(), [](int rule) {
                return v1::AllocationRule_Name(static_cast<v1::AllocationRule>(rule));
              })};
}

Finding CategoryRules(const v1::SchemeRequirements& demand, const v1::InventoryHeader& header) {
  if (!demand.category_rules().has_names()) return std::nullopt;
  const auto& names = demand.category_rules().names().names();
  const auto& followed = header.category_rules();
  if (followed.known_case() == v1::KnownText::kText && Has(names, followed.text())) {
    return std::nullopt;
  }
  const auto found = followed.known_case() == v1::KnownText::kText
                         ? followed.text()
                         : v1::Unknown_Name(followed.unknown());
  return Miss{"category_rules", found, Joined(names, Same)};
}

Finding CutOff(const v1::SchemeRequirements& demand, const v1::InventoryHeader& header) {
  const auto& cap = demand.cut_off_cap();
  if (cap.known_case() != v1::KnownShare::kShare || header.cut_off_share() <= cap.share()) {
    return std::nullopt;
  }
  return Miss{"cut_off_cap", std::to_string(header.cut_off_share()), std::to_string(cap.share())};
}

// No inventory states its approach yet: what a version demands of it is not met.
Finding EndOfLife(const v1::SchemeRequirements& demand) {
  if (demand.end_of_life_known_case() != v1::SchemeRequirements::kEndOfLife) return std::nullopt;
  return Miss{"end_of_life", NotAssessed(), v1::EndOfLifeApproach_Name(demand.end_of_life())};
}

Finding LandUseChange(const v1::SchemeRequirements& demand, const v1::InventoryHeader& header) {
  if (demand.land_use_change() != v1::LAND_USE_CHANGE_TREATMENT_ASSESSED ||
      header.land_use_change_unknown() != v1::UNKNOWN_NOT_ASSESSED) {
    return std::nullopt;
  }
  return Miss{"land_use_change", NotAssessed(),
              v1::LandUseChangeTreatment_Name(demand.land_use_change())};
}

Finding Establishment(const v1::SchemeRequirements& demand, const v1::InventoryHeader& header) {
  if (!header.has_perennial()) return std::nullopt;
  const auto& perennial = header.perennial();
  if (demand.establishment() == v1::ESTABLISHMENT_TREATMENT_ASSESSED &&
      perennial.establishment_unknown() != v1::UNKNOWN_UNSPECIFIED) {
    return Miss{"establishment", v1::Unknown_Name(perennial.establishment_unknown()),
                v1::EstablishmentTreatment_Name(demand.establishment())};
  }
  if (perennial.harvests() >= demand.harvests()) return std::nullopt;
  return Miss{"harvests", std::to_string(perennial.harvests()), std::to_string(demand.harvests())};
}

// --- What it was reckoned with, upstream footprints included

Finding GwpSet(const v1::SchemeRequirements& demand, const FootprintStanding& standing) {
  if (demand.gwp_set().known_case() != v1::KnownText::kText) return std::nullopt;
  for (const auto& set : standing.gwp_sets) {
    if (set.name != demand.gwp_set().text()) {
      return Miss{"gwp_set", set.name, demand.gwp_set().text()};
    }
  }
  return std::nullopt;
}

Finding Datasets(const v1::SchemeRequirements& demand, const FootprintStanding& standing) {
  if (!demand.factor_datasets().has_names()) return std::nullopt;
  const auto& names = demand.factor_datasets().names().names();
  for (const auto& dataset : standing.datasets) {
    if (!Has(names, dataset.name)) {
      return Miss{"factor_datasets", dataset.name, Joined(names, Same)};
    }
  }
  return std::nullopt;
}

// --- How good the data are

Finding Quality(const v1::KnownDecimal& worst, const std::string& mean, const char* field) {
  if (worst.known_case() != v1::KnownDecimal::kDecimal) return std::nullopt;
  if (mean.empty()) return Miss{field, NotAssessed(), worst.decimal()};
  // Scores are rounded half-even to two places, and compared as they are shown.
  if (Decimal::Parse(mean).value() <= Decimal::Parse(worst.decimal()).value()) return std::nullopt;
  return Miss{field, mean, worst.decimal()};
}

Finding PrimaryShare(const v1::SchemeRequirements& demand, const v1::FootprintResult& result) {
  const auto& least = demand.minimum_primary_share();
  if (least.known_case() != v1::KnownShare::kShare) return std::nullopt;
  const auto share = demand.primary_share_formula() == v1::PRIMARY_SHARE_FORMULA_ACTIVITY
                         ? result.primary_activity_share()
                         : result.primary_share();
  if (share >= least.share()) return std::nullopt;
  return Miss{"minimum_primary_share", std::to_string(share), std::to_string(least.share())};
}

Finding Assurance(const v1::SchemeRequirements& demand, v1::AssuranceLevel level) {
  if (demand.assurance_known_case() != v1::SchemeRequirements::kMinimumAssurance ||
      level >= demand.minimum_assurance()) {
    return std::nullopt;
  }
  return Miss{"minimum_assurance", v1::AssuranceLevel_Name(level),
              v1::AssuranceLevel_Name(demand.minimum_assurance())};
}

Finding FirstMiss(const v1::SchemeRequirements& demand, const FootprintRecords& records,
                  const FootprintStanding& standing, v1::AssuranceLevel level) {
  const auto& header = records.record.header();
  const auto& result = records.result;
  for (auto finding :
       {Boundary(demand, header), Stages(demand, result), Allocation(demand, header),
        CategoryRules(demand, header), CutOff(demand, header), EndOfLife(demand),
        LandUseChange(demand, header), Establishment(demand, header), GwpSet(demand, standing),
        Datasets(demand, standing),
        Quality(demand.technological_quality(), result.technological_quality(),
                "technological_quality"),
        Quality(demand.geographical_quality(), result.geographical_quality(),
                "geographical_quality"),
        Quality(demand.temporal_quality(), result.temporal_quality(), "temporal_quality"),
        PrimaryShare(demand, result), Assurance(demand, level)}) {
    if (finding) return finding;
  }
  return std::nullopt;
}

Outcome RefuseMiss(const Miss& miss, const std::string& object) {
  return Refuse(v1::CODE_REQUIREMENT_NOT_MET, {{"field", miss.field},
                                               {"value", miss.value},
                                               {"expected", miss.expected},
                                               {"object", object}});
}

}  // namespace

Outcome RequireConforms(const v1::SchemeRequirements& requirements, const std::string& footprint,
                        const FootprintRecords& records, const FootprintStanding& standing,
                        v1::AssuranceLevel level) {
  const auto miss = FirstMiss(requirements, records, standing, level);
  return miss ? RefuseMiss(*miss, footprint) : Outcome::Ok();
}

Outcome RequireCustody(const v1::SchemeRequirements& requirements, const std::string& lot,
                       v1::CustodyModel custody) {
  if (Has(requirements.custody(), static_cast<int>(custody))) return Outcome::Ok();
  const auto accepted = Joined(requirements.custody(), [](int model) {
    return v1::CustodyModel_Name(static_cast<v1::CustodyModel>(model));
  });
  return RefuseMiss({"custody", v1::CustodyModel_Name(custody), accepted}, lot);
}

}  // namespace tanji::ledger
