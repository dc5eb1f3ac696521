#include "client/sheet/text.h"

#include "client/sheet/measure.h"
#include "crypto/wire/utf8.h"

namespace tanji::client::sheet {
namespace {

constexpr int kMaxMarks = 2;
constexpr std::size_t kGroup = 4;

bool IsSpace(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r');
}

// Never printed: what XML cannot hold, controls, and what reorders or hides its neighbours.
bool IsDropped(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x61c ||
         (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef) || c >= 0xe0000;
}

}  // namespace

std::string CleanText(std::string_view text) {
  std::string clean;
  bool space_due = false;
  int marks = 0;
  for (std::size_t at = 0; at < text.size() && at < kMaxTextBytes;) {
    const auto decoded = crypto::DecodeUtf8(text, at);
    if (!decoded) ++at;
    const char32_t c = decoded.value_or(0xfffd);
    if (IsSpace(c)) {
      space_due = !clean.empty();
      continue;
    }
    if (IsDropped(c)) continue;
    marks = IsMark(c) ? marks + 1 : 0;
    if (marks > kMaxMarks) continue;
    if (space_due) clean += ' ';
    space_due = false;
    crypto::AppendUtf8(c, clean);
  }
  return clean;
}

std::string EscapeXml(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&apos;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string InGroups(std::string_view serial) {
  std::string grouped;
  for (std::size_t i = 0; i < serial.size(); i += kGroup) {
    if (i > 0) grouped += ' ';
    grouped += serial.substr(i, kGroup);
  }
  return grouped;
}

}  // namespace tanji::client::sheet
