#include "client/cli/time_text.h"

#include <fmt/core.h>

#include <charconv>
#include <optional>

#include "client/cli/messages.h"

namespace tanji::client::cli {
namespace {

using ledger::Timestamp;
using ledger::UtcOffset;

constexpr std::int64_t kLongestMs = 3650 * ledger::kMillisPerDay;

std::optional<int> Digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool plain = !text.empty() && text[0] >= '0' && text[0] <= '9';
  if (!plain || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "08:00", "08:00:30", "08:00:30.5": milliseconds since midnight.
std::optional<std::int64_t> ParseTimeOfDay(std::string_view text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  const auto hour = Digits(text.substr(0, 2));
  const auto minute = Digits(text.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  std::int64_t millis = (*hour * 60 + *minute) * ledger::kMillisPerMinute;
  text.remove_prefix(5);
  if (text.empty()) return millis;
  if (text.size() < 3 || text[0] != ':') return std::nullopt;
  const auto second = Digits(text.substr(1, 2));
  if (!second || *second > 59) return std::nullopt;
  millis += *second * ledger::kMillisPerSecond;
  text.remove_prefix(3);
  if (text.empty()) return millis;
  if (text[0] != '.' || text.size() < 2 || text.size() > 4) return std::nullopt;
  const auto fraction = Digits(text.substr(1));
  if (!fraction) return std::nullopt;
  constexpr int kScale[] = {0, 100, 10, 1};
  return millis + *fraction * kScale[text.size() - 1];
}

std::optional<std::int64_t> ParseInstant(std::string_view text) {
  const auto date = ledger::ParseDate(text.substr(0, 10));
  if (!date || text.size() < 11 || text[10] != 'T') return std::nullopt;
  text.remove_prefix(11);
  std::optional<UtcOffset> offset;
  if (text.ends_with('Z')) {
    offset = UtcOffset();
    text.remove_suffix(1);
  } else if (text.size() > 6) {
    offset = ledger::ParseUtcOffset(text.substr(text.size() - 6));
    text.remove_suffix(6);
  }
  const auto time_of_day = ParseTimeOfDay(text);
  if (!offset || !time_of_day) return std::nullopt;
  const std::int64_t millis = ledger::DaysSinceEpoch(*date) * ledger::kMillisPerDay + *time_of_day -
                              offset->minutes() * ledger::kMillisPerMinute;
  if (!Timestamp::FromMillis(millis)) return std::nullopt;
  return millis;
}

std::optional<std::int64_t> ParseDay(std::string_view text, UtcOffset offset, DayEdge edge) {
  const auto date = ledger::ParseDate(text);
  if (!date) return std::nullopt;
  const auto time =
      edge == DayEdge::kStart ? ledger::StartOfDay(*date, offset) : ledger::EndOfDay(*date, offset);
  if (!time) return std::nullopt;
  return time->millis();
}

}  // namespace

std::string ShowTime(std::int64_t time_ms, UtcOffset offset) {
  // As if local time were UTC, then with the offset in place of the Z.
  const auto shifted = Timestamp::FromMillis(time_ms + offset.minutes() * ledger::kMillisPerMinute);
  if (!Timestamp::FromMillis(time_ms) || !shifted) return std::to_string(time_ms);
  std::string text = ledger::ToText(*shifted);
  text.pop_back();
  if (text.ends_with(".000")) text.erase(text.size() - 4);
  return text + ledger::ToText(offset);
}

Result<std::int64_t> ParseTimeText(std::string_view text, UtcOffset offset, DayEdge edge,
                                   std::string_view option) {
  const auto time = text.size() == 10 ? ParseDay(text, offset, edge) : ParseInstant(text);
  if (time) return *time;
  return Error(kBadTime, {{"option", std::string(option)}, {"value", std::string(text)}});
}

Result<std::int64_t> ParseDuration(std::string_view text, std::string_view option) {
  const Error bad(kBadDuration, {{"option", std::string(option)}, {"value", std::string(text)}});
  const auto unit_at = text.find_first_not_of("0123456789");
  if (unit_at == 0 || unit_at == std::string_view::npos) return bad;
  const auto count = Digits(text.substr(0, unit_at));
  const auto unit = text.substr(unit_at);
  std::int64_t unit_ms = 0;
  if (unit == "ms") unit_ms = 1;
  if (unit == "s") unit_ms = ledger::kMillisPerSecond;
  if (unit == "m") unit_ms = ledger::kMillisPerMinute;
  if (unit == "h") unit_ms = ledger::kMillisPerHour;
  if (unit == "d") unit_ms = ledger::kMillisPerDay;
  if (!count || *count == 0 || unit_ms == 0 || *count > kLongestMs / unit_ms) return bad;
  return *count * unit_ms;
}

std::string ShowAge(std::int64_t age_ms, Language language) {
  const bool zh = language == Language::kZh;
  const auto show = [&](std::int64_t count, const char* in_zh, const char* in_en) {
    return fmt::format("{} {}", count, zh ? in_zh : in_en);
  };
  if (age_ms < 0) age_ms = 0;
  if (age_ms < 2 * ledger::kMillisPerMinute) return show(age_ms / 1000, "秒", "s");
  if (age_ms < 2 * ledger::kMillisPerHour) {
    return show(age_ms / ledger::kMillisPerMinute, "分钟", "min");
  }
  if (age_ms < 2 * ledger::kMillisPerDay) return show(age_ms / ledger::kMillisPerHour, "小时", "h");
  return show(age_ms / ledger::kMillisPerDay, "天", "d");
}

}  // namespace tanji::client::cli
