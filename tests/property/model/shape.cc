#include "tests/property/model/shape.h"

#include <cctype>

namespace tanji::property {
namespace {

constexpr std::int64_t kLastMs = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z

bool IsLowerOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// What follows `collection/`; empty where it is not of that collection.
std::string_view After(std::string_view collection, std::string_view name) {
  if (name.size() <= collection.size() + 1 || !name.starts_with(collection)) return {};
  return name[collection.size()] == '/' ? name.substr(collection.size() + 1) : std::string_view();
}

bool IsHex(std::string_view text) {
  for (const char c : text) {
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

bool IsUuid8(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : !IsHex(text.substr(i, 1))) return false;
  }
  return text[14] == '8' &&
         (text[19] == '8' || text[19] == '9' || text[19] == 'a' || text[19] == 'b');
}

Code OnePrevails(const v1::BilingualText& text, const std::string& main, const std::string& other) {
  if (main.empty()) return v1::CODE_TEXT_MISSING;
  if (text.translation() == v1::TRANSLATION_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  const bool said_missing = text.translation() == v1::TRANSLATION_MISSING;
  const bool consistent = said_missing == other.empty() && text.settled_by().empty();
  return consistent ? v1::CODE_OK : v1::CODE_TEXT_INCONSISTENT;
}

}  // namespace

bool IsId(std::string_view text) {
  if (text.empty() || text.size() > 63) return false;
  for (const char c : text) {
    if (!IsLowerOrDigit(c) && c != '-') return false;
  }
  return text.front() != '-' && text.back() != '-';
}

Code Id(std::string_view text) {
  if (text.empty()) return v1::CODE_FIELD_MISSING;
  return IsId(text) ? v1::CODE_OK : v1::CODE_ID_MALFORMED;
}

Code Name(std::string_view collection, std::string_view name, std::string& id) {
  if (name.empty()) return v1::CODE_FIELD_MISSING;
  id = After(collection, name);
  return IsId(id) ? v1::CODE_OK : v1::CODE_NAME_MALFORMED;
}

Code Nested(std::string_view outer, std::string_view inner, std::string_view name,
            std::string& id) {
  if (name.empty()) return v1::CODE_FIELD_MISSING;
  const auto rest = After(outer, name);
  const auto first = rest.substr(0, rest.find('/'));
  const auto second = After(inner, rest.substr(std::min(rest.size(), first.size() + 1)));
  if (!IsId(first) || !IsId(second)) return v1::CODE_NAME_MALFORMED;
  id = std::string(first) + "/" + std::string(second);
  return v1::CODE_OK;
}

Code HashName(std::string_view collection, std::string_view name, std::string& id) {
  if (name.empty()) return v1::CODE_FIELD_MISSING;
  id = After(collection, name);
  return id.size() == 64 && IsHex(id) ? v1::CODE_OK : v1::CODE_NAME_MALFORMED;
}

Code IdName(std::string_view collection, std::string_view name, std::string& id) {
  if (name.empty()) return v1::CODE_FIELD_MISSING;
  id = After(collection, name);
  return IsUuid8(id) ? v1::CODE_OK : v1::CODE_NAME_MALFORMED;
}

Code Text(const v1::BilingualText& text) {
  if (text.zh().size() > 1024 || text.en().size() > 1024) return v1::CODE_FIELD_TOO_LONG;
  if (text.prevailing() == v1::PREVAILING_ZH) return OnePrevails(text, text.zh(), text.en());
  if (text.prevailing() == v1::PREVAILING_EN) return OnePrevails(text, text.en(), text.zh());
  if (text.prevailing() != v1::PREVAILING_BOTH) return v1::CODE_FIELD_MISSING;
  if (text.zh().empty() || text.en().empty()) return v1::CODE_TEXT_MISSING;
  if (text.translation() != v1::TRANSLATION_UNSPECIFIED) return v1::CODE_TEXT_INCONSISTENT;
  std::string settled_by;
  return Name("participants", text.settled_by(), settled_by);
}

Code Source(const std::string& text) {
  if (text.empty()) return v1::CODE_FIELD_MISSING;
  return text.size() <= 512 ? v1::CODE_OK : v1::CODE_FIELD_TOO_LONG;
}

Code Time(std::int64_t time_ms) {
  return 0 <= time_ms && time_ms <= kLastMs ? v1::CODE_OK : v1::CODE_FIELD_OUT_OF_RANGE;
}

Code Period(std::int64_t from_ms, std::int64_t until_ms) {
  if (const Code code = Time(from_ms)) return code;
  if (const Code code = Time(until_ms)) return code;
  return from_ms < until_ms ? v1::CODE_OK : v1::CODE_PERIOD_EMPTY;
}

Code Bytes(const std::string& bytes, std::size_t expected) {
  if (bytes.empty()) return v1::CODE_FIELD_MISSING;
  return bytes.size() == expected ? v1::CODE_OK : v1::CODE_FIELD_LENGTH;
}

Code Change(const v1::StatusChange& change) {
  if (change.change_case() == v1::StatusChange::CHANGE_NOT_SET) return v1::CODE_FIELD_MISSING;
  if (change.has_open()) {
    if (change.open() == v1::STATUS_KIND_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
    if (change.open() == v1::STATUS_KIND_IN_FORCE || change.open() == v1::STATUS_KIND_VOID) {
      return v1::CODE_FIELD_OUT_OF_RANGE;
    }
  }
  if (change.has_effective_time()) {
    if (const Code code = Time(change.effective_time())) return code;
  }
  return Text(change.reason());
}

}  // namespace tanji::property
