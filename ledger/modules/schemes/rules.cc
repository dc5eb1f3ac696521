#include "ledger/modules/schemes/rules.h"

#include <cassert>
#include <string>

#include "ledger/base/integer.h"
#include "ledger/base/unit.h"

namespace tanji::ledger {
namespace {

Rational ExactOf(std::string_view decimal) {
  return Rational(Decimal::Parse(decimal).value());
}

// The way to know it as the scheme has it: in both languages, where it has both.
Outcome RefuseNoBase(const v1::CategoryCriteria& category) {
  const auto& way = category.no_base().cheapest_way();
  const bool both = !way.zh().empty() && !way.en().empty();
  return Refuse(v1::CODE_NO_BASE_INTENSITY, {{"category", category.category()},
                                             {"way", way.zh() + (both ? " / " : "") + way.en()}});
}

// A limit between two numbers of nine places is shown as the lower one: rounded up, it would look
// as if what was refused had met it.
Decimal LargestThatPasses(const Rational& limit) {
  const auto units = ToInt128(Floor(limit * Rational(Decimal::kUnitsPerOne)));
  return Decimal::FromUnits(units.value()).value();
}

}  // namespace

std::uint32_t MaterialityOf(const v1::SchemeRequirements& requirements) {
  return requirements.has_materiality() ? requirements.materiality() : kDefaultMateriality;
}

UtcOffset OffsetOf(const v1::Scheme& scheme) {
  return UtcOffset::FromMinutes(scheme.utc_offset_minutes()).value();
}

bool Covers(std::string_view code, std::string_view category) {
  return category.starts_with(code);
}

const v1::CategoryCriteria* MatchingCategory(const Criteria& criteria, std::string_view category) {
  const v1::CategoryCriteria* found = nullptr;
  for (const auto& candidate : criteria.categories) {
    if (!Covers(candidate.category(), category)) continue;
    if (found == nullptr || candidate.category().size() > found->category().size()) {
      found = &candidate;
    }
  }
  return found;
}

const v1::Pathway& PathwayOf(const Criteria& criteria, const v1::CategoryCriteria& category) {
  return category.has_pathway() ? category.pathway() : criteria.requirements.pathway();
}

Outcome RemainingShare(const v1::Pathway& pathway, std::uint32_t year, Rational& share) {
  const auto& points = pathway.points();
  const std::uint32_t first = points[0].year(), last = points[points.size() - 1].year();
  if (year < first || year > last) {
    return Refuse(v1::CODE_YEAR_OUTSIDE_PATHWAY, {{"value", std::to_string(year)},
                                                  {"lowest", std::to_string(first)},
                                                  {"highest", std::to_string(last)}});
  }
  int next = 1;
  while (points[next].year() < year) ++next;
  const auto& from = points[next - 1];
  const auto& to = points[next];
  const auto before = ExactOf(from.remaining_share());
  const Rational gone(std::int64_t{year} - from.year(), std::int64_t{to.year()} - from.year());
  share = before + (ExactOf(to.remaining_share()) - before) * gone;
  return Outcome::Ok();
}

std::optional<Rational> IntensityIn(const v1::BaseIntensity& base, std::string_view unit) {
  const auto wanted = Unit::Parse(unit).value();
  const auto value_unit = Unit::Parse(base.value().unit()).value();
  Rational intensity = ExactOf(base.value().decimal()) * value_unit.ratio() / wanted.ratio();
  Dimension dimension = value_unit.dimension();
  if (base.has_per()) {
    const auto per_unit = Unit::Parse(base.per().unit()).value();
    intensity /= ExactOf(base.per().decimal()) * per_unit.ratio();
    for (const auto& [name, power] : per_unit.dimension()) {
      if ((dimension[name] -= power) == 0) dimension.erase(name);
    }
  }
  if (dimension != wanted.dimension()) return std::nullopt;
  return intensity;
}

Outcome ThresholdFor(const Criteria& criteria, std::string_view category,
                     std::uint32_t harvest_year, Decimal& threshold) {
  const auto* matching = MatchingCategory(criteria, category);
  if (matching == nullptr) {
    return Refuse(v1::CODE_CATEGORY_NOT_COVERED,
                  {{"value", criteria.version}, {"category", std::string(category)}});
  }
  if (!matching->has_base()) return RefuseNoBase(*matching);
  Rational share;
  TANJI_RETURN_IF_REFUSED(RemainingShare(PathwayOf(criteria, *matching), harvest_year, share));
  const auto intensity = IntensityIn(matching->base(), criteria.requirements.unit()).value();
  const auto rounded = RoundToDecimal(intensity * share);
  if (!rounded) {
    return Refuse(v1::CODE_THRESHOLD_OVERFLOW, {{"category", matching->category()}});
  }
  threshold = *rounded;
  return Outcome::Ok();
}

Comparison Compare(const v1::SchemeRequirements& requirements, Decimal value, Decimal high,
                   Decimal threshold) {
  Comparison out{value, Rational(threshold)};
  if (requirements.decision() == v1::DECISION_RULE_UPPER_BOUND) out.compared = high;
  if (requirements.decision() == v1::DECISION_RULE_GUARDED_VALUE) {
    out.limit *= Rational(kWholeShare - requirements.guard(), kWholeShare);
  }
  return out;
}

Outcome Judge(const Criteria& criteria, Decimal value, Decimal low, Decimal high, Decimal threshold,
              v1::SchemeGrade& grade) {
  assert(low <= value && value <= high);
  static_cast<void>(low);
  grade.Clear();
  const auto [compared, limit] = Compare(criteria.requirements, value, high, threshold);
  const Rational exact(compared);
  if (exact > limit) {
    return Refuse(v1::CODE_THRESHOLD_EXCEEDED,
                  {{"value", compared.Text()}, {"limit", LargestThatPasses(limit).Text()}});
  }
  for (const auto& candidate : criteria.requirements.grades()) {
    if (exact > limit * ExactOf(candidate.limit_share())) continue;
    grade = candidate;
    break;
  }
  return Outcome::Ok();
}

std::int64_t StartOfDayMs(std::string_view day, UtcOffset offset) {
  return StartOfDay(ParseDate(day).value(), offset).value().millis();
}

std::int64_t EndOfDayMs(std::string_view day, UtcOffset offset) {
  return EndOfDay(ParseDate(day).value(), offset).value().millis();
}

}  // namespace tanji::ledger
