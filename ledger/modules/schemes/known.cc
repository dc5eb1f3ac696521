#include "ledger/modules/schemes/known.h"

#include <string>

#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/membership/rules.h"

namespace tanji::ledger {
namespace {

constexpr std::string_view kFirstDay = "2000-01-01";
constexpr std::string_view kLastDay = "2200-12-31";

// A Known... without its value: it must say why.
template <class Known>
Outcome CheckReason(const Known& known, std::string_view field) {
  if (known.known_case() == Known::KNOWN_NOT_SET) return CheckSet(false, field);
  return CheckChosen(known.unknown(), Path(field, "unknown"));
}

}  // namespace

Outcome CheckKnownBilingual(const v1::KnownBilingualText& text, std::string_view field) {
  return text.has_text() ? CheckText(text.text(), Path(field, "text")) : CheckReason(text, field);
}

Outcome CheckKnownDays(const v1::KnownDays& days, std::string_view field) {
  if (days.known_case() != v1::KnownDays::kDays) return CheckReason(days, field);
  return CheckRange(days.days(), 1, kMaxDays, Path(field, "days"));
}

Outcome CheckKnownMonths(const v1::KnownMonths& months, std::string_view field) {
  if (months.known_case() != v1::KnownMonths::kMonths) return CheckReason(months, field);
  return CheckRange(months.months(), 1, kMaxMonths, Path(field, "months"));
}

Outcome CheckKnownShare(const v1::KnownShare& share, std::string_view field) {
  if (share.known_case() != v1::KnownShare::kShare) return CheckReason(share, field);
  return CheckRange(share.share(), 0, 10'000, Path(field, "share"));
}

Outcome CheckKnownNames(const v1::KnownNames& names, std::string_view field,
                        std::string_view collection) {
  if (!names.has_names()) return CheckReason(names, field);
  const auto list_field = Path(field, "names.names");
  const auto& list = names.names().names();
  TANJI_RETURN_IF_REFUSED(CheckCount(list.size(), kMaxNames, list_field));
  for (int i = 0; i < list.size(); ++i) {
    const auto item = Item(list_field, i);
    if (!collection.empty()) {
      TANJI_RETURN_IF_REFUSED(CheckChosenName(collection, list[i], item));
      continue;
    }
    TANJI_RETURN_IF_REFUSED(CheckSet(!list[i].empty(), item));
    TANJI_RETURN_IF_REFUSED(CheckMaxBytes(list[i], kMaxNameBytes, item));
  }
  return CheckAscendingTexts(list, list_field);
}

Outcome CheckSource(std::string_view source, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!source.empty(), field));
  return CheckMaxBytes(source, kMaxSourceBytes, field);
}

Outcome CheckArea(std::string_view area, bool or_world) {
  if (IsRegion(area) || (or_world && area == "world")) return Outcome::Ok();
  return Refuse(v1::CODE_REGION_MALFORMED, {{"value", Shown(area)}});
}

Outcome CheckVersionName(std::string_view name, std::string_view field) {
  return CheckNestedName(kSchemesCollection, kVersionsCollection, name, field);
}

Outcome CheckSchemeDay(std::string_view day, std::string_view field) {
  TANJI_RETURN_IF_REFUSED(CheckDay(day, field));
  // Days are written in one way, in which they sort.
  if (kFirstDay <= day && day <= kLastDay) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", std::string(day)},
                                              {"lowest", std::string(kFirstDay)},
                                              {"highest", std::string(kLastDay)}});
}

Outcome CheckNotWanted(bool is_empty, std::string_view field) {
  if (is_empty) return Outcome::Ok();
  return Refuse(v1::CODE_NOT_WANTED, {{"field", std::string(field)}});
}

}  // namespace tanji::ledger
