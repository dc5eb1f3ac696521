#include "ledger/base/outcome_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "ledger/base/timestamp.h"

namespace tanji::ledger {
namespace {

const CodeText* Find(v1::Code code) {
  const auto texts = CodeTexts();
  const auto it = std::ranges::lower_bound(texts, code, {}, &CodeText::code);
  return it != texts.end() && it->code == code ? &*it : nullptr;
}

const std::string* FindParameter(const Detail& detail, std::string_view name) {
  const auto it =
      std::ranges::find(detail, name, [](const auto& row) { return std::string_view(row.first); });
  return it != detail.end() ? &it->second : nullptr;
}

// A parameter as shown: one whose name ends in `_time` holds milliseconds since 1970.
std::string Show(std::string_view name, const std::string& value) {
  std::int64_t millis = 0;
  const char* const end = value.data() + value.size();
  if (!name.ends_with("_time") || std::from_chars(value.data(), end, millis).ptr != end) {
    return value;
  }
  const auto time = Timestamp::FromMillis(millis);
  return time ? ToText(*time) : value;
}

}  // namespace

std::string Render(v1::Code code, const Detail& detail, Language language) {
  const CodeText* text = Find(code);
  if (text == nullptr) {
    // From a newer peer: enums are open, and the number still lets someone look it up.
    const int number = code;
    return language == Language::kZh ? fmt::format("未知代码 {}。", number)
                                     : fmt::format("Unknown code {}.", number);
  }
  std::string_view rest = language == Language::kZh ? text->zh : text->en;
  std::string out;
  // One pass: what a parameter contains is never expanded again.
  while (!rest.empty()) {
    const auto open = rest.find('{');
    out.append(rest.substr(0, open));
    if (open == std::string_view::npos) break;
    const auto close = rest.find('}', open);
    const auto name = rest.substr(open + 1, close - open - 1);
    const std::string* value = FindParameter(detail, name);
    out.append(value != nullptr ? Show(name, *value)
                                : std::string(rest.substr(open, close - open + 1)));
    rest.remove_prefix(close + 1);
  }
  return out;
}

std::string CodeName(v1::Code code) {
  constexpr std::string_view kPrefix = "CODE_";
  const std::string& name = v1::Code_Name(code);
  return name.empty() ? std::to_string(static_cast<int>(code)) : name.substr(kPrefix.size());
}

}  // namespace tanji::ledger
