// Texts for people, in Chinese and English. A Text exists only as a literal that the compiler has
// checked: both languages are there, the Chinese one is Chinese, and both name the same
// placeholders. So a text that is missing in one language does not compile.
#pragma once

#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/base/outcome_text.h"

namespace tanji::client {

using ledger::Detail;
using ledger::Language;

namespace internal {

// The name in the next `{name}` of `text` from `from` on; `from` moves behind it. Empty: no more.
// Only [a-z0-9_]+ makes a name, so that JSON in a text is not taken for a placeholder.
constexpr std::string_view NextPlaceholder(std::string_view text, std::size_t& from) {
  while (true) {
    const std::size_t open = text.find('{', from);
    if (open == std::string_view::npos) return {};
    std::size_t end = open + 1;
    while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') ||
                                 (text[end] >= '0' && text[end] <= '9') || text[end] == '_')) {
      ++end;
    }
    from = end;
    if (end < text.size() && text[end] == '}' && end > open + 1) {
      return text.substr(open + 1, end - open - 1);
    }
  }
}

constexpr bool NamesPlaceholder(std::string_view text, std::string_view name) {
  std::size_t from = 0;
  for (auto found = NextPlaceholder(text, from); !found.empty();
       found = NextPlaceholder(text, from)) {
    if (found == name) return true;
  }
  return false;
}

constexpr bool PlaceholdersAmong(std::string_view some, std::string_view all) {
  std::size_t from = 0;
  for (auto name = NextPlaceholder(some, from); !name.empty(); name = NextPlaceholder(some, from)) {
    if (!NamesPlaceholder(all, name)) return false;
  }
  return true;
}

constexpr bool IsAscii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// What the compiler checks; constexpr so that the tests can ask it, too.
constexpr bool IsBilingual(std::string_view zh, std::string_view en) {
  return !zh.empty() && !en.empty() && !IsAscii(zh) && PlaceholdersAmong(zh, en) &&
         PlaceholdersAmong(en, zh);
}

}  // namespace internal

class Text {
 public:
  // `{name}` stands for a parameter.
  consteval Text(const char* zh, const char* en) : zh_(zh), en_(en) {
    if (!internal::IsBilingual(zh, en)) throw "both languages, with the same placeholders";
  }
  // The same in both languages: a word that people of both write in Latin letters.
  static consteval Text Same(const char* both) { return Text(both); }

  constexpr std::string_view In(Language language) const {
    return language == Language::kZh ? zh_ : en_;
  }

 private:
  consteval explicit Text(const char* both) : zh_(both), en_(both) {}

  std::string_view zh_;
  std::string_view en_;
};

// Puts parameters into a template. One that `detail` lacks stays as `{name}`.
std::string Fill(std::string_view text, const Detail& detail);

inline std::string Say(const Text& text, Language language, const Detail& detail = {}) {
  return Fill(text.In(language), detail);
}

}  // namespace tanji::client
