// Which record of schemes lies under which key. Schemes and versions are keyed by their ids alone.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

inline constexpr Table<v1::Scheme, std::string> kSchemes{KeySpace::kScheme};
inline constexpr Table<v1::SchemeProgress, std::string> kSchemeProgress{KeySpace::kSchemeProgress};
// Scheme and number, 0 .. terms_count - 1.
inline constexpr Table<v1::SchemeTerms, std::string, std::uint32_t> kSchemeTerms{
    KeySpace::kSchemeTerms};
inline constexpr Table<v1::SerialPrefix, std::string> kSerialPrefixes{KeySpace::kSerialPrefix};

// Scheme and version; the last three with the id of the clause, the market, the category.
inline constexpr Table<v1::SchemeVersion, std::string, std::string> kSchemeVersions{
    KeySpace::kSchemeVersion};
inline constexpr Table<v1::SchemeVersionProgress, std::string, std::string> kSchemeVersionProgress{
    KeySpace::kSchemeVersionProgress};
inline constexpr Table<v1::SchemeRequirements, std::string, std::string> kSchemeRequirements{
    KeySpace::kSchemeRequirements};
inline constexpr Table<v1::SchemeClause, std::string, std::string, std::string> kSchemeClauses{
    KeySpace::kSchemeClause};
inline constexpr Table<v1::ClaimTexts, std::string, std::string, std::string> kClaimTexts{
    KeySpace::kClaimTexts};
inline constexpr Table<v1::CategoryCriteria, std::string, std::string, std::string>
    kCategoryCriteria{KeySpace::kCategoryCriteria};

inline History SchemeVersionHistory(const std::string& scheme_id, const std::string& version_id) {
  return History(MakeKey(KeySpace::kSchemeVersionStatus, scheme_id, version_id));
}

}  // namespace tanji::ledger
