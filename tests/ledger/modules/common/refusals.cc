// Every way in which the values that several modules hold are refused.
#include "tests/ledger/modules/refusals.h"
#include "ledger/modules/common/values.h"

namespace tanji::ledger::testing {
namespace {

constexpr char kLargest[] = "99999999999999999999999999999.999999999";

v1::Range RangeOf(const char* low, const char* high) {
  v1::Range range;
  range.set_low(low);
  range.set_high(high);
  return range;
}

void AddNumbers(std::vector<RefusalCase>& out) {
  const auto add = [&](const char* name, const char* text, Sign sign, v1::Code code,
                       Detail detail) {
    out.push_back({name, code, std::move(detail), [=] { return CheckDecimal(text, "n", sign); }});
  };
  add("number missing", "", Sign::kAny, v1::CODE_FIELD_MISSING, {{"field", "n"}});
  add("number with a needless zero", "1.50", Sign::kAny, v1::CODE_DECIMAL_MALFORMED,
      {{"field", "n"}, {"value", "1.50"}});
  add("number with an exponent", "1e3", Sign::kAny, v1::CODE_DECIMAL_MALFORMED,
      {{"field", "n"}, {"value", "1e3"}});
  add("negative number", "-0.5", Sign::kNotNegative, v1::CODE_FIELD_OUT_OF_RANGE,
      {{"field", "n"}, {"value", "-0.5"}, {"lowest", "0"}, {"highest", kLargest}});
  add("zero", "0", Sign::kPositive, v1::CODE_FIELD_OUT_OF_RANGE,
      {{"field", "n"}, {"value", "0"}, {"lowest", "0.000000001"}, {"highest", kLargest}});
}

void AddUnits(std::vector<RefusalCase>& out) {
  const auto add = [&](const char* name, const char* text, v1::Code code, Detail detail) {
    out.push_back({name, code, std::move(detail), [=] { return CheckUnit(text, "unit"); }});
  };
  add("unit missing", "", v1::CODE_FIELD_MISSING, {{"field", "unit"}});
  add("unit unknown", "furlong", v1::CODE_UNIT_UNKNOWN, {{"field", "unit"}, {"value", "furlong"}});
  add("unit in another spelling", "kgN", v1::CODE_UNIT_NOT_CANONICAL,
      {{"field", "unit"}, {"value", "kgN"}, {"expected", "kg N"}});
  out.push_back({"amount without unit", v1::CODE_FIELD_MISSING, {{"field", "a.unit"}}, [] {
                   v1::Amount amount;
                   amount.set_decimal("1");
                   return CheckAmount(amount, "a");
                 }});
}

void AddRanges(std::vector<RefusalCase>& out) {
  const auto add = [&](const char* name, v1::Range range, std::optional<Decimal> value, Sign sign,
                       Detail detail) {
    out.push_back({name, v1::CODE_FIELD_OUT_OF_RANGE, std::move(detail),
                   [=] { return CheckRangeOf(range, value, "r", sign); }});
  };
  const auto two = Decimal::FromInteger(2);
  add("low above the value", RangeOf("3", "4"), two, Sign::kAny,
      {{"field", "r.low"},
       {"value", "3"},
       {"lowest", std::string("-") + kLargest},
       {"highest", "2"}});
  add("low above the value, not negative", RangeOf("3", "4"), two, Sign::kNotNegative,
      {{"field", "r.low"}, {"value", "3"}, {"lowest", "0"}, {"highest", "2"}});
  add("high below the value", RangeOf("0", "1"), two, Sign::kAny,
      {{"field", "r.high"}, {"value", "1"}, {"lowest", "2"}, {"highest", kLargest}});
  add("high below low", RangeOf("4", "3"), std::nullopt, Sign::kAny,
      {{"field", "r.high"}, {"value", "3"}, {"lowest", "4"}, {"highest", kLargest}});
}

void AddDays(std::vector<RefusalCase>& out) {
  out.push_back(
      {"day missing", v1::CODE_FIELD_MISSING, {{"field", "d"}}, [] { return CheckDay("", "d"); }});
  out.push_back(
      {"no such day", v1::CODE_DAY_MALFORMED, {{"field", "d"}, {"value", "2026-02-29"}}, [] {
         return CheckDay("2026-02-29", "d");
       }});
  const auto add = [&](const char* name, const char* last, Detail detail) {
    out.push_back({name, v1::CODE_FIELD_OUT_OF_RANGE, std::move(detail),
                   [=] { return CheckDays("2026-06-01", last, 10, "first", "last"); }});
  };
  add("last day before the first", "2026-05-31",
      {{"field", "last"},
       {"value", "2026-05-31"},
       {"lowest", "2026-06-01"},
       {"highest", "2026-06-10"}});
  add("too many days", "2026-06-11",
      {{"field", "last"},
       {"value", "2026-06-11"},
       {"lowest", "2026-06-01"},
       {"highest", "2026-06-10"}});
}

}  // namespace

std::vector<RefusalCase> ValueRefusals() {
  std::vector<RefusalCase> cases;
  AddNumbers(cases);
  AddUnits(cases);
  AddRanges(cases);
  AddDays(cases);
  return cases;
}

}  // namespace tanji::ledger::testing
