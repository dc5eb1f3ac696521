#include "tests/property/model/days.h"

#include <fmt/core.h>

#include <chrono>

namespace tanji::property {
namespace {

using std::chrono::sys_days;

std::string TextOfDay(sys_days days) {
  const std::chrono::year_month_day date(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

sys_days DaysOf(const std::string& day) {
  return sys_days(std::chrono::year(std::stoi(day.substr(0, 4))) /
                  std::chrono::month(static_cast<unsigned>(std::stoi(day.substr(5, 2)))) /
                  std::chrono::day(static_cast<unsigned>(std::stoi(day.substr(8, 2)))));
}

}  // namespace

std::string DayOf(std::int64_t time_ms, int offset_minutes) {
  const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(time_ms) +
                                                              std::chrono::minutes(offset_minutes)};
  return TextOfDay(std::chrono::floor<std::chrono::days>(time));
}

std::string AddDays(const std::string& day, int days) {
  return TextOfDay(DaysOf(day) + std::chrono::days(days));
}

std::int64_t StartOf(const std::string& day, int offset_minutes) {
  const auto start = DaysOf(day) - std::chrono::minutes(offset_minutes);
  return std::chrono::duration_cast<std::chrono::milliseconds>(start.time_since_epoch()).count();
}

}  // namespace tanji::property
