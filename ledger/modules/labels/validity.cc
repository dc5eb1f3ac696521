#include "ledger/modules/labels/validity.h"

#include <string>

#include "ledger/base/date.h"
#include "ledger/base/timestamp.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/schemes/known.h"

namespace tanji::ledger {
namespace {

Outcome RefuseDay(std::string field, const std::string& day, const std::string& lowest,
                  const std::string& highest) {
  return Refuse(
      v1::CODE_FIELD_OUT_OF_RANGE,
      {{"field", std::move(field)}, {"value", day}, {"lowest", lowest}, {"highest", highest}});
}

std::string Today(const FoundVersion& version, std::int64_t time_ms) {
  return ToText(DateAt(Timestamp::FromMillis(time_ms).value(), OffsetOf(version.scheme)));
}

// The day `months` after `day`.
std::string MonthsAfter(const std::string& day, std::uint32_t months) {
  return ToText(AddMonths(ParseDate(day).value(), static_cast<int>(months)).value());
}

}  // namespace

// Days of four-digit years compare as texts.
Outcome CheckValidity(const v1::IssueCertificate& message) {
  const auto& from = message.valid_from_day();
  const auto& until = message.valid_until_day();
  TANJI_RETURN_IF_REFUSED(CheckSchemeDay(from, "valid_from_day"));
  TANJI_RETURN_IF_REFUSED(CheckSchemeDay(until, "valid_until_day"));
  if (until < from) return RefuseDay("valid_until_day", until, from, "2200-12-31");
  const auto& planned = message.surveillance_days();
  if (planned.empty()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(planned.size(), kMaxSurveillanceDays, "surveillance_days"));
  const auto first = ToText(AddDays(ParseDate(from).value(), 1).value());
  for (int i = 0; i < planned.size(); ++i) {
    const auto field = Item("surveillance_days", i);
    TANJI_RETURN_IF_REFUSED(CheckSchemeDay(planned[i], field));
    if (planned[i] < first || planned[i] > until) {
      return RefuseDay(field, planned[i], first, until);
    }
  }
  return CheckAscendingTexts(planned, "surveillance_days");
}

Outcome RequireValidity(const v1::IssueCertificate& message, const FoundVersion& version,
                        const v1::SchemeRequirements& requirements, std::int64_t time_ms) {
  const auto& from = message.valid_from_day();
  const auto today = Today(version, time_ms);
  const auto latest = MonthsAfter(today, kMaxMonthsAhead);
  if (from < today || from > latest) return RefuseDay("valid_from_day", from, today, latest);
  const auto& validity = requirements.validity();
  if (validity.known_case() != v1::KnownMonths::kMonths) return Outcome::Ok();
  // Two years from 1 January end with 31 December.
  const auto after = ParseDate(MonthsAfter(from, validity.months())).value();
  const auto last = ToText(AddDays(after, -1).value());
  if (message.valid_until_day() <= last) return Outcome::Ok();
  return RefuseDay("valid_until_day", message.valid_until_day(), from, last);
}

Outcome RequireSurveillance(const v1::IssueCertificate& message,
                            const v1::SchemeRequirements& requirements) {
  const auto& surveillance = requirements.surveillance();
  if (surveillance.known_case() != v1::KnownMonths::kMonths) return Outcome::Ok();
  std::string before = message.valid_from_day();
  const auto check = [&](const std::string& field, const std::string& day) {
    const auto latest = MonthsAfter(before, surveillance.months());
    if (day <= latest) return Outcome::Ok();
    return Refuse(v1::CODE_SURVEILLANCE_PLAN, {{"field", field},
                                               {"value", day},
                                               {"latest", latest},
                                               {"months", std::to_string(surveillance.months())}});
  };
  for (int i = 0; i < message.surveillance_days_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(check(Item("surveillance_days", i), message.surveillance_days(i)));
    before = message.surveillance_days(i);
  }
  return check("valid_until_day", message.valid_until_day());
}

}  // namespace tanji::ledger
