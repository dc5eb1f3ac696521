#include "ledger/modules/verification/rules.h"

#include <algorithm>

#include "ledger/base/integer.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/schemes/rules.h"

namespace tanji::ledger {
namespace {

Rational Magnitude(Decimal value) {
  return Rational(value.IsNegative() ? -value : value);
}

// "5.25": a share in 1/10000 as a percentage.
std::string Percent(std::uint32_t share) {
  return ExactDecimal(Rational(share, kWholeShare / 100)).value().Text();
}

template <class List, class Item>
bool Contains(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

std::uint32_t UnknownMisstatements(const Findings& findings) {
  return static_cast<std::uint32_t>(std::ranges::count_if(
      findings, [](const v1::Finding& finding) { return !Known(finding.misstatement()); }));
}

std::uint32_t MisstatementShare(const Findings& findings, Decimal value) {
  Rational sum;
  for (const auto& finding : findings) {
    if (const auto known = Known(finding.misstatement())) sum += Magnitude(*known);
  }
  if (sum.IsZero()) return 0;
  if (value.IsZero()) return kMaxMisstatementShare;
  const auto share = sum * Rational(kWholeShare) / Magnitude(value);
  if (share >= Rational(std::int64_t{kMaxMisstatementShare})) return kMaxMisstatementShare;
  return static_cast<std::uint32_t>(Integer(-Floor(-share)));
}

Outcome CheckOpinion(v1::Opinion opinion, std::uint32_t share, std::uint32_t materiality,
                     std::uint32_t unknown_count) {
  if (opinion != v1::OPINION_UNMODIFIED) return Outcome::Ok();
  // Rounded up, a share above the materiality, itself a whole number, is above it still.
  if (share <= materiality && unknown_count == 0) return Outcome::Ok();
  return Refuse(v1::CODE_OPINION_TOO_FAVOURABLE, {{"field", "opinion"},
                                                  {"value", v1::Opinion_Name(opinion)},
                                                  {"share", Percent(share)},
                                                  {"limit", Percent(materiality)},
                                                  {"unknown", std::to_string(unknown_count)}});
}

std::uint32_t YearInChina(std::int64_t time_ms) {
  return static_cast<std::uint32_t>(DayInChina(time_ms).year);
}

std::uint32_t FirstYearInARow(const v1::Engagement& engagement, std::uint32_t year) {
  auto first = year;
  while (Contains(engagement.years(), first - 1)) --first;
  return first;
}

bool IsClosed(v1::CorrectionState state) {
  return state == v1::CORRECTION_STATE_RESOLVED || state == v1::CORRECTION_STATE_WITHDRAWN;
}

bool CoversScheme(const v1::AccreditationScope& scope, const std::string& scheme) {
  return Contains(scope.schemes(), scheme);
}

bool CoversSubScope(const v1::AccreditationScope& scope, const std::string& sub_scope) {
  return Contains(scope.sub_scopes(), sub_scope);
}

bool CoversCategory(const v1::AccreditationScope& scope, const std::string& category) {
  return std::ranges::any_of(CoveringCategories(category), [&](const std::string& covering) {
    return Contains(scope.product_categories(), covering);
  });
}

bool CoversLevel(const v1::AccreditationScope& scope, v1::AssuranceLevel level) {
  return Contains(scope.assurance_levels(), static_cast<int>(level));
}

}  // namespace tanji::ledger
