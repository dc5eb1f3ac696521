#include "ledger/modules/evidence/rules.h"

#include <algorithm>

namespace tanji::ledger {
namespace {

bool IsLowerOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// restricted-name of RFC 6838 section 4.2.
bool IsRestrictedName(std::string_view text) {
  constexpr std::string_view kAlsoAllowed = "!#$&-^_.+";
  return !text.empty() && IsLowerOrDigit(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return IsLowerOrDigit(c) || kAlsoAllowed.find(c) != std::string_view::npos;
         });
}

bool IsUrlCharacter(char c) {
  constexpr std::string_view kRefused = "\"<>\\^`{|}";
  return c > ' ' && c < 0x7f && kRefused.find(c) == std::string_view::npos;
}

}  // namespace

bool IsMediaType(std::string_view text) {
  const auto slash = text.find('/');
  return text.size() <= kMaxMediaTypeBytes && slash != std::string_view::npos &&
         IsRestrictedName(text.substr(0, slash)) && IsRestrictedName(text.substr(slash + 1));
}

bool IsUrl(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    const auto rest = text.substr(scheme.size());
    // RFC 3986 section 3.2: the authority ends at the first of these.
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    return text.size() <= kMaxUrlBytes && !authority.empty() && authority.front() != ':' &&
           authority.find('@') == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), IsUrlCharacter);
  }
  return false;
}

}  // namespace tanji::ledger
