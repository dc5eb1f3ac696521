// The rules of verification over values alone. Pure functions, thread-safe. Their inputs were
// checked in shape.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/base/decimal.h"
#include "ledger/base/outcome.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxLinesOfCorrection = 16;
inline constexpr int kMaxEvidenceOfAnswer = 8;
// As many as an inventory has.
inline constexpr int kMaxLinesSampled = 200;
inline constexpr int kMaxFindings = 20;
inline constexpr int kMaxEvidenceOfStatement = 16;
// A visit is a matter of days; a season is the longest that makes sense.
inline constexpr std::int64_t kMaxVisitDays = 366;
// 100 times the value, in 1/10000: the record says no more than "at least this". It is above every
// materiality.
inline constexpr std::uint32_t kMaxMisstatementShare = 1'000'000;

using Findings = google::protobuf::RepeatedPtrField<v1::Finding>;

// How many findings do not know their misstatement.
std::uint32_t UnknownMisstatements(const Findings& findings);

// The sum of |misstatement|, where known, as a share of |value|, in 1/10000, rounded up, at most
// kMaxMisstatementShare. Of a value of 0, any misstatement is the most.
std::uint32_t MisstatementShare(const Findings& findings, Decimal value);

// CODE_OPINION_TOO_FAVOURABLE if the opinion is unmodified although `share` exceeds `materiality`,
// or although a misstatement is not known: what is unknown is never nothing.
Outcome CheckOpinion(v1::Opinion opinion, std::uint32_t share, std::uint32_t materiality,
                     std::uint32_t unknown_count);

// The calendar year at +08:00 in which the instant lies.
std::uint32_t YearInChina(std::int64_t time_ms);

// With work in `year`, the first of the years in a row that end with it; `engagement` has the years
// so far.
std::uint32_t FirstYearInARow(const v1::Engagement& engagement, std::uint32_t year);

bool IsClosed(v1::CorrectionState state);

// Whether the scope covers it: a category covers those that begin with it.
bool CoversScheme(const v1::AccreditationScope& scope, const std::string& scheme);
bool CoversSubScope(const v1::AccreditationScope& scope, const std::string& sub_scope);
bool CoversCategory(const v1::AccreditationScope& scope, const std::string& category);
bool CoversLevel(const v1::AccreditationScope& scope, v1::AssuranceLevel level);

}  // namespace tanji::ledger
