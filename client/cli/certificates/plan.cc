#include "client/cli/certificates/plan.h"

#include <algorithm>
#include <optional>
#include <string>

#include "client/cli/table.h"
#include "client/sdk/error.h"
#include "ledger/base/date.h"
#include "ledger/modules/labels/rules.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kNoValidity{
    ErrorKind::kUsage,
    "NO_VALIDITY",
    {"该标准版本没有规定证书的有效期，请在文件中写明 valid_until_day。",
     "The version sets no length of validity; say valid_until_day in the file."}};
constexpr Fault kBadDay{ErrorKind::kUsage,
                        "BAD_DAY",
                        {"{field} 的“{value}”不是日期，应写作 2026-11-27。",
                         "{field}: “{value}” is not a day; write it like 2026-11-27."}};

Result<ledger::Date> DayOf(const std::string& text, const char* field) {
  const auto day = ledger::ParseDate(text);
  if (!day) return Error(kBadDay, {{"field", field}, {"value", Safe(text)}});
  return *day;
}

// 1 to 240 months, as versions have them, from a day that people wrote: within the calendar.
std::optional<ledger::Date> MonthsAfter(const ledger::Date& day, std::uint32_t months) {
  constexpr std::uint32_t kMostMonths = 1200;
  return ledger::AddMonths(day, static_cast<int>(std::min(months, kMostMonths)));
}

}  // namespace

bool LeavesDaysOpen(const v1::IssueCertificate& message) {
  return message.valid_from_day().empty() || message.valid_until_day().empty() ||
         message.surveillance_days().empty();
}

Done FillDays(const v1::SchemeRequirements& requirements, std::int64_t now_ms,
              ledger::UtcOffset offset, v1::IssueCertificate& message) {
  const auto now = ledger::Timestamp::FromMillis(now_ms).value_or(ledger::Timestamp());
  if (message.valid_from_day().empty()) {
    message.set_valid_from_day(ledger::ToText(ledger::DateAt(now, offset)));
  }
  TANJI_ASSIGN(const ledger::Date from, DayOf(message.valid_from_day(), "valid_from_day"));
  if (message.valid_until_day().empty()) {
    const auto months = requirements.validity().months();
    if (months == 0) return kNoValidity;
    // Two years from 1 January end with 31 December.
    const auto after = MonthsAfter(from, months);
    const auto last = after ? ledger::AddDays(*after, -1) : std::nullopt;
    if (!last) return kNoValidity;
    message.set_valid_until_day(ledger::ToText(*last));
  }
  const auto interval = requirements.surveillance().months();
  if (interval == 0 || !message.surveillance_days().empty()) return {};
  TANJI_ASSIGN(const ledger::Date until, DayOf(message.valid_until_day(), "valid_until_day"));
  auto next = MonthsAfter(from, interval);
  while (next && *next < until && message.surveillance_days_size() < ledger::kMaxSurveillanceDays) {
    message.add_surveillance_days(ledger::ToText(*next));
    next = MonthsAfter(*next, interval);
  }
  return {};
}

}  // namespace tanji::client::cli
