// Texts of strangers, made fit for print: nothing in them can control the page or its XML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tanji::client::sheet {

// More than fits on any label; what is behind it is not looked at.
inline constexpr std::size_t kMaxTextBytes = 4096;

// Valid UTF-8 without what XML 1.0 forbids (production 2, Char), without control characters and
// without those that reorder or hide their neighbours. White space of ASCII becomes single spaces,
// none at the ends; bytes that are not UTF-8 become U+FFFD; of the marks on one character only two
// are kept, so that they cannot pile up over the line above.
std::string CleanText(std::string_view text);

// For the content of an element and for quoted attributes: & < > " ' are escaped. `text` is clean.
std::string EscapeXml(std::string_view text);

// Groups of four for the eye: "BT153C9KX07WQMZBT" -> "BT15 3C9K X07W QMZB T".
std::string InGroups(std::string_view serial);

}  // namespace tanji::client::sheet
