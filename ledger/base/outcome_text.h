// The texts of the codes, for people: one Chinese and one English template for each value of
// enum Code, with the named parameters each needs. Used by nodes and clients alike; never by what
// decides state.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"

namespace tanji::ledger {

enum class Language { kZh, kEn };

struct CodeText {
  v1::Code code;
  // Says what was wrong, where, and what would be right; `{name}` stands for a parameter.
  std::string_view zh;
  std::string_view en;
};

// One row per value of enum Code, ascending.
std::span<const CodeText> CodeTexts();

// The message of `outcome` in `language`. A parameter the outcome lacks is left as `{name}`, which
// the tests treat as a failure.
std::string Render(v1::Code code, const Detail& detail, Language language);
inline std::string Render(const Outcome& outcome, Language language) {
  return Render(outcome.code(), outcome.detail(), language);
}

// The code's name without the `CODE_` prefix, such as `WRONG_CHAIN`.
std::string CodeName(v1::Code code);

}  // namespace tanji::ledger
