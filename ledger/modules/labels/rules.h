// The rules of labels over values alone. Pure functions, thread-safe. Their inputs were checked in
// shape, or are records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/decimal.h"
#include "ledger/base/mass.h"
#include "ledger/base/outcome.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/state/history.h"
#include "tanji/v1/footprints.pb.h"
#include "tanji/v1/labels.pb.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxEvaluators = 8;
inline constexpr int kMaxSurveillanceDays = 24;
inline constexpr int kMaxEvidenceOfCertificate = 16;
inline constexpr int kMaxEvidenceOfSurveillance = 8;
// How far ahead a certificate may begin: what it rests on is judged on the day of issue.
inline constexpr std::uint32_t kMaxMonthsAhead = 12;
inline constexpr std::uint64_t kMaxUnits = 10'000'000;
inline constexpr std::size_t kMaxMediumBytes = 256;
// Reports about the units of one label: an answer about it shows them all.
inline constexpr std::uint32_t kMaxReports = 32;
// The number of the status interval that a release opens which waits for the certifier.
inline constexpr std::uint32_t kReleaseReview = 1;

// --- What is decided

// Days on which the lots that a footprint covers were harvested, both included, "2026-01-01": its
// period, or the validity that follows it.
struct CoveredDays {
  std::string first;
  std::string last;
};
CoveredDays DaysCovered(const v1::InventoryHeader& header);
// Whether `lot`, a harvest that goods come from, is covered: of the inventory's product, of its
// facilities and no others, and harvested in those days. With EX_POST it is one of the lots that
// the inventory names.
bool CoversHarvestOf(const v1::InventoryHeader& header, const std::string& lot_name,
                     const v1::Lot& lot);

// "2026-05-20" -> 2026.
std::uint32_t YearOf(std::string_view day);

// kgCO2e/kg, in which footprints are stated, in `unit`: exactly; nullopt where that cannot be.
std::optional<Decimal> FootprintIn(std::string_view unit, Decimal value);

// Of each year that the footprint covers, whether it meets the threshold, and how. Fills `years`
// and `compared` of the certificate. The refusal of the first year if it meets none:
// CODE_CATEGORY_NOT_COVERED, CODE_NO_BASE_INTENSITY, CODE_YEAR_OUTSIDE_PATHWAY,
// CODE_THRESHOLD_EXCEEDED, CODE_THRESHOLD_OVERFLOW.
Outcome JudgeYears(const Criteria& criteria, const std::string& category,
                   const v1::InventoryHeader& header, const v1::FootprintResult& result,
                   v1::Certificate& out);

// Whether a footprint of this result meets the threshold of `year` by the certificate's rule: what
// a correction is measured by. What is no number meets none.
bool Meets(const v1::Certificate& certificate, const v1::CertificateYear& year,
           const v1::FootprintResult& result);

// The certificate's row of that year of harvest; nullptr if there is none.
const v1::CertificateYear* YearIn(const v1::Certificate& certificate, std::uint32_t harvest_year);

// The planned day that the next surveillance after those recorded by D and K answers; empty: none
// is left.
std::string NextSurveillanceDay(const v1::Certificate& certificate,
                                const v1::CertificateProgress& progress, AsOf at);

// --- Units

// How many units it has, and the number of the first one. 0: a LotMark, whose units have no number.
std::uint64_t UnitCount(const v1::Label& label);
std::uint64_t FirstUnit(const v1::Label& label);
bool HasUnit(const v1::Label& label, std::uint64_t unit);
bool Overlap(const v1::UnitRange& a, const v1::UnitRange& b);

// mass x retired / units, rounded down to 1e-9 kg: nothing is labelled twice by rounding. `units`
// is not 0 (asserted).
Mass MassOfUnits(Mass mass, std::uint64_t retired, std::uint64_t units);

// What was reported by D and K.
struct Retired {
  // Nothing bears the label any more.
  bool is_all = false;
  // When the last of it was recorded.
  std::int64_t last_ms = 0;
};
Retired RetiredBy(const v1::Label& label, const v1::LabelProgress& progress, AsOf at);
bool IsReportedBy(const v1::RetiredUnits& retired, AsOf at);

// What still bears the label.
Mass ActiveMass(const v1::Label& label, const v1::LabelProgress& progress);

}  // namespace tanji::ledger
