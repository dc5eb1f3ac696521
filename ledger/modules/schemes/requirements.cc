#include "ledger/modules/schemes/requirements.h"

#include <set>
#include <string>

#include "ledger/base/decimal.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/rules.h"

namespace tanji::ledger {
namespace {

constexpr std::int64_t kBestQuality = 1, kWorstQuality = 5;

Outcome CheckQuality(const v1::KnownDecimal& quality, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckKnownDecimal(quality, field));
  const auto value = Known(quality);
  if (!value || (*value >= Decimal::FromInteger(kBestQuality) &&
                 *value <= Decimal::FromInteger(kWorstQuality))) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", Path(field, "decimal")},
                                              {"value", value->Text()},
                                              {"lowest", std::to_string(kBestQuality)},
                                              {"highest", std::to_string(kWorstQuality)}});
}

// What the inventory is made of.
Outcome CheckInventoryRules(const v1::SchemeRequirements& r) {
  TANJI_RETURN_IF_REFUSED(CheckUnit(r.unit(), "requirements.unit"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(r.boundary(), "requirements.boundary"));
  TANJI_RETURN_IF_REFUSED(
      CheckEnumSet(r.stages(), v1::Stage_ARRAYSIZE, "requirements.stages", v1::Stage_Name<int>));
  TANJI_RETURN_IF_REFUSED(CheckEnumSet(r.allocations(), v1::AllocationRule_ARRAYSIZE,
                                       "requirements.allocations", v1::AllocationRule_Name<int>));
  TANJI_RETURN_IF_REFUSED(CheckKnownNames(r.category_rules(), "requirements.category_rules", ""));
  TANJI_RETURN_IF_REFUSED(CheckKnownShare(r.cut_off_cap(), "requirements.cut_off_cap"));
  if (r.end_of_life_known_case() == v1::SchemeRequirements::kEndOfLifeUnknown) {
    TANJI_RETURN_IF_REFUSED(
        CheckChosen(r.end_of_life_unknown(), "requirements.end_of_life_unknown"));
  } else {
    TANJI_RETURN_IF_REFUSED(CheckChosen(r.end_of_life(), "requirements.end_of_life"));
  }
  TANJI_RETURN_IF_REFUSED(CheckChosen(r.land_use_change(), "requirements.land_use_change"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(r.establishment(), "requirements.establishment"));
  TANJI_RETURN_IF_REFUSED(
      CheckRange(r.harvests(), 1, kMaxHarvestsDemanded, "requirements.harvests"));
  TANJI_RETURN_IF_REFUSED(CheckKnownText(r.gwp_set(), "requirements.gwp_set"));
  if (r.gwp_set().known_case() == v1::KnownText::kText) {
    TANJI_RETURN_IF_REFUSED(
        CheckChosenName(kGwpSetsCollection, r.gwp_set().text(), "requirements.gwp_set.text"));
  }
  return CheckKnownNames(r.factor_datasets(), "requirements.factor_datasets", kDatasetsCollection);
}

// How good its data are, and how they are verified.
Outcome CheckQualityRules(const v1::SchemeRequirements& r) {
  if (r.assurance_known_case() == v1::SchemeRequirements::kAssuranceUnknown) {
    TANJI_RETURN_IF_REFUSED(CheckChosen(r.assurance_unknown(), "requirements.assurance_unknown"));
  } else {
    TANJI_RETURN_IF_REFUSED(CheckChosen(r.minimum_assurance(), "requirements.minimum_assurance"));
  }
  TANJI_RETURN_IF_REFUSED(
      CheckQuality(r.technological_quality(), "requirements.technological_quality"));
  TANJI_RETURN_IF_REFUSED(
      CheckQuality(r.geographical_quality(), "requirements.geographical_quality"));
  TANJI_RETURN_IF_REFUSED(CheckQuality(r.temporal_quality(), "requirements.temporal_quality"));
  TANJI_RETURN_IF_REFUSED(
      CheckKnownShare(r.minimum_primary_share(), "requirements.minimum_primary_share"));
  constexpr std::string_view kFormula = "requirements.primary_share_formula";
  if (r.minimum_primary_share().known_case() == v1::KnownShare::kShare) {
    TANJI_RETURN_IF_REFUSED(CheckChosen(r.primary_share_formula(), kFormula));
  } else {
    TANJI_RETURN_IF_REFUSED(CheckNotWanted(r.primary_share_formula() == 0, kFormula));
  }
  if (r.has_materiality()) {
    TANJI_RETURN_IF_REFUSED(
        CheckRange(r.materiality(), 1, kWholeShare, "requirements.materiality"));
  }
  if (r.auditor_years_known_case() == v1::SchemeRequirements::kAuditorYearsUnknown) {
    return CheckChosen(r.auditor_years_unknown(), "requirements.auditor_years_unknown");
  }
  TANJI_RETURN_IF_REFUSED(
      CheckSet(r.auditor_years_known_case() == v1::SchemeRequirements::kAuditorYears,
               "requirements.auditor_years"));
  return CheckRange(r.auditor_years(), 1, kMaxAuditorYears, "requirements.auditor_years");
}

// How lots, groups and certificates are handled.
Outcome CheckCertificateRules(const v1::SchemeRequirements& r) {
  TANJI_RETURN_IF_REFUSED(CheckEnumSet(r.custody(), v1::CustodyModel_ARRAYSIZE,
                                       "requirements.custody", v1::CustodyModel_Name<int>));
  TANJI_RETURN_IF_REFUSED(CheckRange(r.sampling().failures_allowed(), 0, kMaxFailuresAllowed,
                                     "requirements.sampling.failures_allowed"));
  TANJI_RETURN_IF_REFUSED(CheckKnownMonths(r.validity(), "requirements.validity"));
  TANJI_RETURN_IF_REFUSED(CheckKnownMonths(r.surveillance(), "requirements.surveillance"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(r.release(), "requirements.release"));
  return CheckKnownMonths(r.consultancy_cooling_off(), "requirements.consultancy_cooling_off");
}

Outcome RefuseGrade(std::string field, const std::string& value, std::string expected) {
  return Refuse(
      v1::CODE_GRADES_MALFORMED,
      {{"field", std::move(field)}, {"value", Shown(value)}, {"expected", std::move(expected)}});
}

Outcome CheckGrades(const v1::SchemeRequirements& r) {
  constexpr std::string_view kField = "requirements.grades";
  const auto& grades = r.grades();
  if (grades.empty()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(grades.size(), kMaxGrades, kField));
  std::set<std::string> ids;
  Decimal last;
  for (int i = 0; i < grades.size(); ++i) {
    const auto item = Item(kField, i);
    TANJI_RETURN_IF_REFUSED(CheckChosenId(grades[i].id(), Path(item, "id")));
    if (!ids.insert(grades[i].id()).second) {
      return RefuseGrade(Path(item, "id"), grades[i].id(), "!= " + grades[i].id());
    }
    TANJI_RETURN_IF_REFUSED(CheckText(grades[i].name(), Path(item, "name")));
    const auto share_field = Path(item, "limit_share");
    TANJI_RETURN_IF_REFUSED(CheckDecimal(grades[i].limit_share(), share_field, Sign::kPositive));
    const auto share = Decimal::Parse(grades[i].limit_share()).value();
    if (share <= last) {
      return RefuseGrade(share_field, grades[i].limit_share(), "> " + last.Text());
    }
    last = share;
  }
  if (last == Decimal::FromInteger(1)) return Outcome::Ok();
  return RefuseGrade(Path(Item(kField, grades.size() - 1), "limit_share"), last.Text(), "1");
}

Outcome CheckDecision(const v1::SchemeRequirements& r) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(r.decision(), "requirements.decision"));
  if (r.decision() != v1::DECISION_RULE_GUARDED_VALUE) {
    return CheckNotWanted(r.guard() == 0, "requirements.guard");
  }
  return CheckRange(r.guard(), 1, kWholeShare - 1, "requirements.guard");
}

Outcome RefusePoint(std::string field, std::string_view value, std::string expected) {
  return Refuse(
      v1::CODE_PATHWAY_MALFORMED,
      {{"field", std::move(field)}, {"value", Shown(value)}, {"expected", std::move(expected)}});
}

Outcome CheckPoint(const v1::Pathway& pathway, int i, const std::string& item) {
  const auto& point = pathway.points(i);
  const auto year_field = Path(item, "year"), share_field = Path(item, "remaining_share");
  TANJI_RETURN_IF_REFUSED(CheckRange(point.year(), kFirstSchemeYear, kLastSchemeYear, year_field));
  TANJI_RETURN_IF_REFUSED(CheckDecimal(point.remaining_share(), share_field, Sign::kNotNegative));
  if (i == 0) {
    if (point.year() != pathway.base_year()) {
      return RefusePoint(year_field, std::to_string(point.year()),
                         std::to_string(pathway.base_year()));
    }
    if (point.remaining_share() != "1") {
      return RefusePoint(share_field, point.remaining_share(), "1");
    }
    return Outcome::Ok();
  }
  const auto& before = pathway.points(i - 1);
  if (point.year() <= before.year()) {
    return RefusePoint(year_field, std::to_string(point.year()),
                       "> " + std::to_string(before.year()));
  }
  if (Decimal::Parse(point.remaining_share()) > Decimal::Parse(before.remaining_share())) {
    return RefusePoint(share_field, point.remaining_share(), "<= " + before.remaining_share());
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckPathway(const v1::Pathway& pathway, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(
      CheckRange(pathway.base_year(), kFirstSchemeYear, kLastSchemeYear, Path(field, "base_year")));
  const auto points_field = Path(field, "points");
  const int count = pathway.points_size();
  TANJI_RETURN_IF_REFUSED(CheckCount(count, kMaxPathwayPoints, points_field));
  for (int i = 0; i < count; ++i) {
    TANJI_RETURN_IF_REFUSED(CheckPoint(pathway, i, Item(points_field, i)));
  }
  if (count < 2) return RefusePoint(points_field, std::to_string(count), ">= 2");
  TANJI_RETURN_IF_REFUSED(CheckSource(pathway.source(), Path(field, "source")));
  return CheckText(pathway.note(), Path(field, "note"));
}

Outcome CheckRequirements(const v1::SchemeRequirements& requirements) {
  TANJI_RETURN_IF_REFUSED(CheckInventoryRules(requirements));
  TANJI_RETURN_IF_REFUSED(CheckQualityRules(requirements));
  TANJI_RETURN_IF_REFUSED(CheckCertificateRules(requirements));
  TANJI_RETURN_IF_REFUSED(CheckDecision(requirements));
  TANJI_RETURN_IF_REFUSED(CheckGrades(requirements));
  if (!requirements.has_pathway()) return Outcome::Ok();
  return CheckPathway(requirements.pathway(), "requirements.pathway");
}

}  // namespace tanji::ledger
