#include <string>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/rules.h"

namespace tanji::ledger {
namespace {

Outcome CheckRegion(const v1::KnownText& region, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckKnownText(region, field));
  return region.known_case() == v1::KnownText::kText ? CheckArea(region.text(), true)
                                                     : Outcome::Ok();
}

// How many were observed, and whether land-use change is in it: a base intensity and a published
// figure say both.
template <class Figure>
Outcome CheckCountAndLand(const Figure& figure, std::string_view field) {
  if (figure.count_known_case() == Figure::kCountUnknown) {
    TANJI_RETURN_IF_REFUSED(CheckChosen(figure.count_unknown(), Path(field, "count_unknown")));
  } else {
    TANJI_RETURN_IF_REFUSED(CheckSet(figure.count() > 0, Path(field, "count")));
  }
  if (figure.land_use_change_known_case() == Figure::kLandUseChangeUnknown) {
    return CheckChosen(figure.land_use_change_unknown(), Path(field, "land_use_change_unknown"));
  }
  return CheckSet(figure.land_use_change_known_case() == Figure::kIncludesLandUseChange,
                  Path(field, "includes_land_use_change"));
}

Outcome CheckBase(const v1::BaseIntensity& base, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckAmount(base.value(), Path(field, "value"), Sign::kPositive));
  if (base.has_per()) {
    TANJI_RETURN_IF_REFUSED(CheckAmount(base.per(), Path(field, "per"), Sign::kPositive));
  }
  TANJI_RETURN_IF_REFUSED(CheckSource(base.source(), Path(field, "source")));
  TANJI_RETURN_IF_REFUSED(CheckRegion(base.region(), Path(field, "region")));
  if (base.year_known_case() == v1::BaseIntensity::kYearUnknown) {
    TANJI_RETURN_IF_REFUSED(CheckChosen(base.year_unknown(), Path(field, "year_unknown")));
  } else {
    TANJI_RETURN_IF_REFUSED(
        CheckRange(base.year(), kFirstSchemeYear, kLastSchemeYear, Path(field, "year")));
  }
  TANJI_RETURN_IF_REFUSED(CheckCountAndLand(base, field));
  return CheckText(base.note(), Path(field, "note"));
}

Outcome CheckFigure(const v1::PublishedFigure& figure, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckText(figure.scope(), Path(field, "scope")));
  TANJI_RETURN_IF_REFUSED(CheckKnownRange(figure.range(), std::nullopt, Path(field, "range")));
  if (figure.range().known_case() == v1::KnownRange::kRange) {
    TANJI_RETURN_IF_REFUSED(CheckUnit(figure.unit(), Path(field, "unit")));
  } else {
    TANJI_RETURN_IF_REFUSED(CheckNotWanted(figure.unit().empty(), Path(field, "unit")));
  }
  TANJI_RETURN_IF_REFUSED(CheckRegion(figure.region(), Path(field, "region")));
  TANJI_RETURN_IF_REFUSED(CheckCountAndLand(figure, field));
  TANJI_RETURN_IF_REFUSED(CheckSource(figure.source(), Path(field, "source")));
  return figure.has_note() ? CheckText(figure.note(), Path(field, "note")) : Outcome::Ok();
}

Outcome CheckBaseOrReason(const v1::CategoryCriteria& category, std::string_view field) {
  if (category.has_base()) return CheckBase(category.base(), Path(field, "base"));
  TANJI_RETURN_IF_REFUSED(CheckSet(category.has_no_base(), Path(field, "base")));
  const auto absent = Path(field, "no_base");
  TANJI_RETURN_IF_REFUSED(CheckChosen(category.no_base().unknown(), Path(absent, "unknown")));
  return CheckText(category.no_base().cheapest_way(), Path(absent, "cheapest_way"));
}

}  // namespace

Outcome CheckCategoryCode(std::string_view code, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!code.empty(), field));
  if (IsProductCategory(code)) return Outcome::Ok();
  return Refuse(
      v1::CODE_NAME_MALFORMED,
      {{"field", std::string(field)}, {"value", Shown(code)}, {"expected", "CPC:01316, HS:0804"}});
}

Outcome CheckCategory(const v1::CategoryCriteria& category, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckCategoryCode(category.category(), Path(field, "category")));
  TANJI_RETURN_IF_REFUSED(CheckBaseOrReason(category, field));
  if (category.has_pathway()) {
    TANJI_RETURN_IF_REFUSED(CheckPathway(category.pathway(), Path(field, "pathway")));
  }
  const auto figures_field = Path(field, "figures");
  if (category.figures_size() == 0) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(category.figures_size(), kMaxFigures, figures_field));
  for (int i = 0; i < category.figures_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckFigure(category.figures(i), Item(figures_field, i)));
  }
  return Outcome::Ok();
}

Outcome CheckCategoryFits(const v1::CategoryCriteria& category,
                          const v1::SchemeRequirements& requirements, std::string_view field) {
  if (!category.has_base()) return Outcome::Ok();
  if (!category.has_pathway() && !requirements.has_pathway()) {
    return Refuse(v1::CODE_PATHWAY_MISSING, {{"field", std::string(field)}});
  }
  if (IntensityIn(category.base(), requirements.unit())) return Outcome::Ok();
  const auto& base = category.base();
  const auto per = base.has_per() ? " / (" + base.per().unit() + ")" : std::string();
  return Refuse(v1::CODE_INTENSITY_UNIT, {{"field", Path(field, "base")},
                                          {"value", base.value().unit() + per},
                                          {"expected", requirements.unit()}});
}

}  // namespace tanji::ledger
