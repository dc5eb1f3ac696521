// The rules of products over values alone. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/date.h"
#include "ledger/base/mass.h"
#include "ledger/base/outcome.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

// As many characters as a GS1 batch number (AI 10) has.
inline constexpr std::size_t kMaxLotIdBytes = 20;
inline constexpr int kMaxHarvestFacilities = 16;
inline constexpr int kMaxLotParents = 16;
inline constexpr std::int64_t kMaxHarvestDays = 366;
// Above the wettest place on Earth (about 12,000 mm a year).
inline constexpr std::uint32_t kMaxPrecipitationMm = 20'000;
// IPCC 2019 Refinement, Vol. 4, Ch. 11: a tropical climate is wet above this.
inline constexpr std::uint32_t kWetAboveMm = 1'000;
inline constexpr std::uint32_t kFirstClimateYear = 1850;
// 10^12 kg and 10^12 m2: beyond any harvest and any land, and far within a Decimal.
inline constexpr std::int64_t kMaxMassKg = 1'000'000'000'000;
inline constexpr std::int64_t kMaxAreaM2 = 1'000'000'000'000;
inline constexpr std::int64_t kMaxYieldKgPerHa = 1'000'000'000;
// Moisture in 1/10000.
inline constexpr std::uint32_t kWhole = 10'000;

// The check digit of GS1 General Specifications 7.9 for the digits that stand before it: from the
// right they weigh 3, 1, 3, ..., and the check digit makes the sum a multiple of ten.
char Gs1CheckDigit(std::string_view digits_before);
// CODE_GS1_NUMBER_MALFORMED unless it is digits, of one of `lengths` (ascending);
// CODE_CHECK_DIGIT_FALSE.
Outcome CheckGs1Number(std::string_view number, const std::vector<std::size_t>& lengths,
                       std::string_view field);
// 13 digits, and 8, 12, 13 or 14. Empty is allowed: few farms have one.
Outcome CheckGln(std::string_view gln, std::string_view field);
Outcome CheckGtin(std::string_view gtin, std::string_view field);

// CODE_FIELD_MISSING, CODE_CATEGORY_MALFORMED; the grammar is that of accreditation scopes.
Outcome CheckCategory(std::string_view category, std::string_view field);
// The categories that cover this one, itself first: "HS:080410", "HS:0804", "HS:08".
std::vector<std::string> CoveringCategories(const std::string& category);

v1::ClimateClass ClimateOf(std::uint32_t precipitation_mm);
Outcome CheckClimate(const v1::Climate& climate, std::string_view field);

// CODE_DECIMAL_MALFORMED, CODE_UNIT_UNKNOWN, CODE_UNIT_NOT_CANONICAL of any amount;
// CODE_UNIT_NOT_ACCEPTED unless in kg, t or jin; CODE_FIELD_OUT_OF_RANGE unless it is, in kg and
// rounded, above 0 and at most kMaxMassKg.
Outcome CheckGoods(const v1::Amount& mass, std::string_view field);
// Likewise in m2, ha or mu.
Outcome CheckArea(const v1::Amount& area, std::string_view field);
// Of amounts that were checked: rounded half-even to 1e-9 of kg and m2.
Mass MassOf(const v1::Amount& mass);
Decimal SquareMetresOf(const v1::Amount& area);
// Of a record's text, which was written by Decimal::Text.
Mass MassOfText(const std::string& kilograms);

// The day at +08:00 in which the instant lies.
Date DayInChina(std::int64_t time_ms);

// Whether `a` keeps goods apart more strictly than `b` (ISO 22095).
bool IsStricter(v1::CustodyModel a, v1::CustodyModel b);

// Whether a harvest counts only once an auditor has confirmed it: no bound was set for its
// category, or its mass is above the bound. The recorded figures decide, so that whoever reads them
// can tell.
bool NeedsConfirmation(const v1::Lot& lot);
// The number of the status interval that the registration of such a harvest opens.
inline constexpr std::uint32_t kHarvestReview = 1;

// Schemes whose labels one lot may bear.
inline constexpr int kMaxSchemesOnLot = 8;

// What has gone neither into other lots nor lost, labelled or not.
Mass NotGone(const v1::Lot& lot, const v1::LotBalance& balance);
// What of it bears labels of `scheme`; and the most that one scheme has labelled.
Mass LabelledUnder(const v1::LotBalance& balance, const std::string& scheme);
Mass MostLabelled(const v1::LotBalance& balance);
// What is left of the lot: neither gone nor labelled.
Mass Left(const v1::Lot& lot, const v1::LotBalance& balance);

}  // namespace tanji::ledger
