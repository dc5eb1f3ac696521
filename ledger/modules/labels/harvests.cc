#include "ledger/modules/labels/harvests.h"

#include <algorithm>
#include <string>

#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/conformity.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/products/lineage.h"

namespace tanji::ledger {
namespace {

// By the footprint itself; or, of goods that were made into the product, by a footprint that it was
// reckoned with.
bool IsCovered(const LineageLot& lot, const StatementStanding& verification,
               const StateReader& reader) {
  if (CoversHarvestOf(verification.footprint.record.header(), lot.name, lot.lot)) return true;
  return std::ranges::any_of(
      verification.footprint_standing.upstream, [&](const SupportAt& upstream) {
        const auto id = ParseIdName(kFootprintsCollection, upstream.name).value();
        const auto records = ReadFootprint(reader, id).value();
        return CoversHarvestOf(records.record.header(), lot.name, lot.lot);
      });
}

// A harvest that the goods come from: in the time that the footprint covers, and in a year whose
// threshold it meets.
Outcome RequireHarvest(const v1::ReleaseLabel& message, const LineageLot& lot,
                       const v1::Certificate& certificate, const StatementStanding& verification,
                       const StateReader& reader, std::uint32_t& harvest_year) {
  const auto& footprint = verification.footprint.record;
  if (!IsCovered(lot, verification, reader)) {
    const auto days = DaysCovered(footprint.header());
    return Refuse(v1::CODE_HARVEST_OUTSIDE_COVERAGE, {{"field", "lot"},
                                                      {"value", message.lot()},
                                                      {"harvest", lot.name},
                                                      {"footprint", certificate.footprint()},
                                                      {"first_day", days.first},
                                                      {"last_day", days.last}});
  }
  const auto year = YearOf(lot.lot.harvest().last_day());
  if (YearIn(certificate, year) == nullptr) {
    return Refuse(v1::CODE_HARVEST_YEAR_NOT_MET, {{"field", "lot"},
                                                  {"value", lot.name},
                                                  {"year", std::to_string(year)},
                                                  {"certificate", message.certificate()}});
  }
  harvest_year = std::max(harvest_year, year);
  return Outcome::Ok();
}

}  // namespace

Outcome RequireHarvests(const v1::ReleaseLabel& message, const CertificateRecords& certificate,
                        const CertificateStanding& standing,
                        const v1::SchemeRequirements& requirements, const OperationContext& context,
                        const StateReader& reader, std::uint32_t& harvest_year) {
  const auto lots = LineageOf(reader, message.lot());
  if (!lots) {
    return Refuse(
        v1::CODE_LINEAGE_TOO_LARGE,
        {{"field", "lot"}, {"value", message.lot()}, {"limit", std::to_string(kMaxLineage)}});
  }
  const AsOf now{context.time_ms(), context.time_ms()};
  for (const auto& lot : *lots) {
    if (!StandingOf(reader, lot, now).stands()) {
      return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "lot"}, {"value", lot.name}});
    }
    TANJI_RETURN_IF_REFUSED(RequireCustody(requirements, lot.name, lot.lot.custody()));
    if (lot.lot.has_harvest())
      TANJI_RETURN_IF_REFUSED(RequireHarvest(message, lot, certificate.record,
                                             standing.verification, reader, harvest_year));
  }
  return Outcome::Ok();
}

}  // namespace tanji::ledger
