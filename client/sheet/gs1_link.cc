#include "client/sheet/gs1_link.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace tanji::client::sheet {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::size_t kGtinDigits = 14;
// Of AI (10) and AI (21), both "X..20": GS1 General Specifications, 3.2.
constexpr std::size_t kMaxValueSize = 20;
constexpr std::size_t kMaxHostSize = 253;      // RFC 1035, 2.3.4, written with dots
constexpr std::size_t kMaxHostLabelSize = 63;  // likewise

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsLetterOrDigit(char c) {
  return IsDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool IsAllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsDigit);
}

// RFC 3986, 2.3: what stands in a path as itself.
bool IsUnreserved(char c) {
  return IsLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// RFC 3986, 3.3: segments that are steps, not names.
bool IsDotSegment(std::string_view segment) {
  return segment == "." || segment == "..";
}

// Calls `is_good` with each part between separators, the empty ones included.
template <class IsGood>
bool AllParts(std::string_view text, char separator, IsGood is_good) {
  while (true) {
    const std::size_t end = text.find(separator);
    if (!is_good(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

// RFC 1123, 2.1.
bool IsHostLabel(std::string_view label) {
  return !label.empty() && label.size() <= kMaxHostLabelSize && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
           return IsLetterOrDigit(c) || c == '-';
         });
}

bool IsHostAndPort(std::string_view authority) {
  const std::size_t colon = authority.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !IsAllDigits(port)) return false;
  }
  const std::string_view host = authority.substr(0, colon);
  return host.size() <= kMaxHostSize && AllParts(host, '.', IsHostLabel);
}

// An application identifier has 2 to 4 digits: GS1 General Specifications, 3.2.
bool IsPrefixSegment(std::string_view segment) {
  const bool reads_as_identifier =
      segment.size() >= 2 && segment.size() <= 4 && IsAllDigits(segment);
  return !segment.empty() && !reads_as_identifier && !IsDotSegment(segment) &&
         std::all_of(segment.begin(), segment.end(), IsUnreserved);
}

// GS1 General Specifications, 7.9.1: from the right the digits weigh 1, 3, 1, 3, ..., and the sum
// is a multiple of 10. Zeros on the left do not change it.
bool IsCheckDigitRight(std::string_view digits) {
  int sum = 0;
  int weight = 1;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    sum += weight * (*digit - '0');
    weight = 4 - weight;
  }
  return sum % 10 == 0;
}

// GS1 General Specifications, figure 7.11-1: the 82 characters of AI element strings.
bool IsCset82(char c) {
  return IsLetterOrDigit(c) ||
         std::string_view("!\"%&'()*+,-./:;<=>?_").find(c) != std::string_view::npos;
}

bool IsValue(std::string_view value) {
  return !value.empty() && value.size() <= kMaxValueSize && !IsDotSegment(value) &&
         std::all_of(value.begin(), value.end(), IsCset82);
}

// RFC 3986, 2.1: upper-case digits. GS1 Digital Link: URI Syntax has every character of CSET 82
// encoded that is not unreserved, whether a path could hold it or not.
std::string PercentEncoded(std::string_view value) {
  std::string encoded;
  for (const char c : value) {
    if (IsUnreserved(c)) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<std::uint8_t>(c));
    }
  }
  return encoded;
}

std::optional<SheetFault> FaultOfGtin(std::string_view gtin) {
  constexpr std::size_t kLengths[] = {8, 12, 13, 14};
  if (std::ranges::find(kLengths, gtin.size()) == std::end(kLengths) || !IsAllDigits(gtin)) {
    return SheetFault::kGtinMalformed;
  }
  if (!IsCheckDigitRight(gtin)) return SheetFault::kGtinCheckDigitFalse;
  return std::nullopt;
}

}  // namespace

// The rule customURIstem of GS1 Digital Link: URI Syntax, as far as gs1_link.h takes it.
bool IsResolver(std::string_view resolver) {
  if (resolver.ends_with('/')) resolver.remove_suffix(1);
  if (!resolver.starts_with(kScheme)) return false;
  resolver.remove_prefix(kScheme.size());
  const std::size_t slash = resolver.find('/');
  if (!IsHostAndPort(resolver.substr(0, slash))) return false;
  return slash == std::string_view::npos ||
         AllParts(resolver.substr(slash + 1), '/', IsPrefixSegment);
}

SheetOr<std::string> Gs1DigitalLink(std::string_view resolver, const Gs1Keys& keys) {
  if (!IsResolver(resolver)) return SheetFault::kResolverMalformed;
  if (resolver.ends_with('/')) resolver.remove_suffix(1);
  if (const auto fault = FaultOfGtin(keys.gtin)) return *fault;
  if (!IsValue(keys.lot)) return SheetFault::kLotMalformed;
  if (keys.serial && !IsValue(*keys.serial)) return SheetFault::kSerialMalformed;

  // GS1 Digital Link: URI Syntax, 4.3 (the primary key) and 4.9 (its qualifiers, lot before
  // serial); the GTIN always with 14 digits.
  std::string link = std::string(resolver) + "/01/" +
                     std::string(kGtinDigits - keys.gtin.size(), '0') + keys.gtin + "/10/" +
                     PercentEncoded(keys.lot);
  if (keys.serial) link += "/21/" + PercentEncoded(*keys.serial);
  return link;
}

}  // namespace tanji::client::sheet
