#include <algorithm>
#include <set>
#include <string>

#include "ledger/base/date.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/land_use_change.h"
#include "ledger/modules/footprints/reckon/shape.h"

namespace tanji::ledger {
namespace {

using Header = v1::InventoryHeader;
using Lines = std::span<const v1::InventoryLine>;

Outcome CheckIds(Lines lines) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (ids.insert(lines[i].id()).second) continue;
    return Refuse(v1::CODE_LINE_ID_REPEATED,
                  {{"field", Item("lines", static_cast<int>(i))}, {"value", lines[i].id()}});
  }
  return Outcome::Ok();
}

bool LiesWithin(v1::Stage stage, v1::FootprintBoundary boundary) {
  switch (stage) {
    case v1::STAGE_DISTRIBUTION:
      return boundary != v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE;
    case v1::STAGE_USE:
    case v1::STAGE_END_OF_LIFE:
      return boundary == v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GRAVE;
    default:
      return true;
  }
}

Outcome CheckStage(const Header& header, const v1::InventoryLine& line) {
  if (!LiesWithin(line.stage(), header.boundary())) {
    return Refuse(v1::CODE_STAGE_NOT_ALLOWED,
                  {{"field", Path(LineField(line), "stage")},
                   {"value", v1::Stage_Name(line.stage())},
                   {"other", "header.boundary"},
                   {"rule", v1::FootprintBoundary_Name(header.boundary())}});
  }
  const bool of_perennials =
      line.stage() == v1::STAGE_ESTABLISHMENT || line.stage() == v1::STAGE_CLEARING;
  if (!of_perennials) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckSet(header.has_perennial(), "header.perennial"));
  return CheckSet(header.perennial().bearing_years() > 0, "header.perennial.bearing_years");
}

Outcome CheckOutputOf(const Header& header, const v1::InventoryLine& line) {
  const auto field = Path(LineField(line), "output");
  if (header.allocation() == v1::ALLOCATION_RULE_SUBDIVISION) {
    return CheckRange(line.output(), 1, static_cast<std::uint64_t>(header.outputs_size()), field);
  }
  if (line.output() == 0) return Outcome::Ok();
  return RefuseUnexpected(field, "header.allocation", v1::AllocationRule_Name(header.allocation()));
}

Outcome CheckEachOutputHasLines(const Header& header, Lines lines) {
  if (header.allocation() != v1::ALLOCATION_RULE_SUBDIVISION) return Outcome::Ok();
  for (int i = 0; i < header.outputs_size(); ++i) {
    const bool found = std::ranges::any_of(lines, [&](const v1::InventoryLine& line) {
      return line.output() == static_cast<std::uint32_t>(i) + 1 && !line.has_reported_apart();
    });
    if (!found) {
      return Refuse(v1::CODE_OUTPUT_WITHOUT_LINE, {{"field", Item("header.outputs", i)}});
    }
  }
  return Outcome::Ok();
}

// The unknown in `field` stands exactly where no line tells: `told_by` is such a line, or nullptr.
Outcome CheckToldOnce(v1::Unknown unknown, const v1::InventoryLine* told_by, std::string_view what,
                      std::string_view field, v1::Code not_stated) {
  if (told_by != nullptr && unknown != v1::UNKNOWN_UNSPECIFIED) {
    return RefuseUnexpected(field, LineField(*told_by), what);
  }
  if (told_by == nullptr && unknown == v1::UNKNOWN_UNSPECIFIED) {
    return Refuse(not_stated, {{"field", std::string(field)}});
  }
  return Outcome::Ok();
}

template <class Predicate>
const v1::InventoryLine* FindLine(Lines lines, Predicate predicate) {
  const auto it = std::ranges::find_if(lines, predicate);
  return it == lines.end() ? nullptr : &*it;
}

Outcome CheckWhatIsUnknown(const Header& header, Lines lines) {
  const auto* change =
      FindLine(lines, [](const v1::InventoryLine& line) { return line.has_land_use_change(); });
  TANJI_RETURN_IF_REFUSED(CheckToldOnce(header.land_use_change_unknown(), change, "land_use_change",
                                        "header.land_use_change_unknown",
                                        v1::CODE_LAND_USE_CHANGE_NOT_STATED));
  if (!header.has_perennial()) return Outcome::Ok();
  const auto* establishment = FindLine(lines, [](const v1::InventoryLine& line) {
    return line.stage() == v1::STAGE_ESTABLISHMENT && !line.has_reported_apart();
  });
  return CheckToldOnce(header.perennial().establishment_unknown(), establishment,
                       v1::Stage_Name(v1::STAGE_ESTABLISHMENT),
                       "header.perennial.establishment_unknown", v1::CODE_ESTABLISHMENT_NOT_STATED);
}

Outcome CheckConversion(const Header& header, const v1::InventoryLine& line) {
  if (!line.has_land_use_change()) return Outcome::Ok();
  const auto& day = line.land_use_change().conversion_day();
  const auto first = *ParseDate(header.first_day()), last = *ParseDate(header.last_day());
  if (YearsCharged(first, last, *ParseDate(day)) > Rational()) return Outcome::Ok();
  return Refuse(v1::CODE_CONVERSION_DAY_UNUSABLE,
                {{"field", Path(LineField(line), "land_use_change.conversion_day")},
                 {"value", day},
                 {"lowest", ToText(AddYears(first, -kYearsOfConversion).value_or(Date{1, 1, 1}))},
                 {"highest", header.last_day()}});
}

}  // namespace

std::string LineField(const v1::InventoryLine& line) {
  return "lines[" + line.id() + "]";
}

Outcome CheckInventory(const Header& header, Lines lines) {
  TANJI_RETURN_IF_REFUSED(CheckCount(static_cast<int>(lines.size()), kMaxInventoryLines, "lines"));
  TANJI_RETURN_IF_REFUSED(CheckIds(lines));
  for (const auto& line : lines) {
    TANJI_RETURN_IF_REFUSED(CheckStage(header, line));
    TANJI_RETURN_IF_REFUSED(CheckOutputOf(header, line));
    TANJI_RETURN_IF_REFUSED(CheckConversion(header, line));
  }
  TANJI_RETURN_IF_REFUSED(CheckEachOutputHasLines(header, lines));
  return CheckWhatIsUnknown(header, lines);
}

}  // namespace tanji::ledger
