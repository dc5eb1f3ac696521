// The rules of schemes over values alone: thresholds along a pathway, and what is decided by them.
// Pure functions, thread-safe. Their inputs are records, whose shape was checked when they were
// made.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/decimal.h"
#include "ledger/base/outcome.h"
#include "ledger/base/rational.h"
#include "ledger/base/shares.h"
#include "ledger/base/timestamp.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

// 5 %, where a version names no materiality.
inline constexpr std::uint32_t kDefaultMateriality = 500;
inline constexpr int kDefaultOffsetMinutes = 480;

// What a version demands, as far as it was read: `categories` may hold only the one that matters.
struct Criteria {
  // `schemes/{id}/versions/{v}`, for messages.
  std::string version;
  v1::SchemeRequirements requirements;
  std::vector<v1::CategoryCriteria> categories;
};

std::uint32_t MaterialityOf(const v1::SchemeRequirements& requirements);

// The offset of a scheme's calendar days.
UtcOffset OffsetOf(const v1::Scheme& scheme);

// Whether criteria for category `code` cover a product of `category`: "CPC:013" covers "CPC:01316".
bool Covers(std::string_view code, std::string_view category);

// The category of `criteria` that covers `category`, of several the longest; nullptr if none does.
const v1::CategoryCriteria* MatchingCategory(const Criteria& criteria, std::string_view category);

// The pathway that counts for `category`: its own, or the version's.
const v1::Pathway& PathwayOf(const Criteria& criteria, const v1::CategoryCriteria& category);

// The share that remains in `year`, exactly; CODE_YEAR_OUTSIDE_PATHWAY.
Outcome RemainingShare(const v1::Pathway& pathway, std::uint32_t year, Rational& share);

// value / per in `unit`, exactly; nullopt if its dimension is another.
std::optional<Rational> IntensityIn(const v1::BaseIntensity& base, std::string_view unit);

// T = base intensity x remaining share, rounded half-even to 1e-9, once. The year is the calendar
// year of the harvest. CODE_CATEGORY_NOT_COVERED, CODE_NO_BASE_INTENSITY,
// CODE_YEAR_OUTSIDE_PATHWAY, CODE_THRESHOLD_OVERFLOW.
Outcome ThresholdFor(const Criteria& criteria, std::string_view category,
                     std::uint32_t harvest_year, Decimal& threshold);

// What the decision rule compares, and with what: the compared number passes iff it is <= limit.
// The limit is exact: nothing is rounded across a threshold.
struct Comparison {
  Decimal compared;
  Rational limit;
};
Comparison Compare(const v1::SchemeRequirements& requirements, Decimal value, Decimal high,
                   Decimal threshold);

// Whether a footprint of `value` in [low, high] meets `threshold`, and the grade it reaches: at a
// cut-point the better one. `grade` is empty where the version has no grades.
// CODE_THRESHOLD_EXCEEDED. low <= value <= high (asserted).
Outcome Judge(const Criteria& criteria, Decimal value, Decimal low, Decimal high, Decimal threshold,
              v1::SchemeGrade& grade);

// The first millisecond of a scheme's calendar day, as it was checked.
std::int64_t StartOfDayMs(std::string_view day, UtcOffset offset);
// The last one.
std::int64_t EndOfDayMs(std::string_view day, UtcOffset offset);

}  // namespace tanji::ledger
