// The shape of what a version demands, and of what a category must meet. Pure functions,
// thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

#include "ledger/base/outcome.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

inline constexpr std::uint32_t kMaxHarvestsDemanded = 20;
inline constexpr std::uint32_t kMaxAuditorYears = 20;
inline constexpr std::uint32_t kMaxFailuresAllowed = 1'000;
inline constexpr int kMaxGrades = 8;
inline constexpr int kMaxPathwayPoints = 32;
inline constexpr int kMaxFigures = 12;
// Of pathways, base intensities and harvests.
inline constexpr std::uint32_t kFirstSchemeYear = 1'900;
inline constexpr std::uint32_t kLastSchemeYear = 2'200;

// Paths in refusals start with `requirements`.
Outcome CheckRequirements(const v1::SchemeRequirements& requirements);

// CODE_PATHWAY_MALFORMED where the points are no pathway.
Outcome CheckPathway(const v1::Pathway& pathway, std::string_view field);

// CODE_NAME_MALFORMED unless it is a CPC or HS code.
Outcome CheckCategoryCode(std::string_view code, std::string_view field);
Outcome CheckCategory(const v1::CategoryCriteria& category, std::string_view field);

// What a category needs of the version it is added to: a pathway (CODE_PATHWAY_MISSING) and a base
// intensity in units that convert (CODE_INTENSITY_UNIT).
Outcome CheckCategoryFits(const v1::CategoryCriteria& category,
                          const v1::SchemeRequirements& requirements, std::string_view field);

}  // namespace tanji::ledger
