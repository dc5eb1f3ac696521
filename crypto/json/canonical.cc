#include "crypto/json/canonical.h"

#include <algorithm>
#include <vector>

#include "crypto/wire/utf8.h"

namespace tanji::crypto {
namespace {

constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr bool IsHighSurrogate(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
constexpr bool IsLowSurrogate(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

void AppendUtf16(char32_t code, std::u16string& out) {
  if (code < 0x10000) {
    out.push_back(static_cast<char16_t>(code));
    return;
  }
  code -= 0x10000;
  out.push_back(static_cast<char16_t>(0xD800 + (code >> 10)));
  out.push_back(static_cast<char16_t>(0xDC00 + (code & 0x3FF)));
}

// RFC 8785 section 3.2.2.2.
void AppendEscaped(char32_t code, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (code) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      if (code >= 0x20) return AppendUtf8(code, out);
      out += "\\u00";
      out.push_back(kHex[code >> 4]);
      out.push_back(kHex[code & 15]);
  }
}

// Reads RFC 8259 and writes RFC 8785 in one pass. The Read functions return false after noting a
// fault; they append the canonical form of what they read to `out`.
class Canonicaliser {
 public:
  explicit Canonicaliser(std::string_view in) : in_(in) {}

  bool ReadDocument(std::string& out) {
    if (in_.size() > kMaxJsonBytes) return Fail(JsonRule::kTooLarge, kMaxJsonBytes);
    SkipSpace();
    if (!ReadValue(out, 0)) return false;
    SkipSpace();
    return at_ == in_.size() || Fail(JsonRule::kSyntax, at_);
  }
  const JsonFault& fault() const { return fault_; }

 private:
  struct Member {
    std::u16string key;
    std::size_t key_offset;
    std::string text;  // "key":value
  };

  bool ReadValue(std::string& out, int depth);
  bool ReadLiteral(std::string_view literal, std::string& out);
  bool ReadNumber(std::string& out);
  // `utf16`, if not nullptr, receives the content in UTF-16.
  bool ReadString(std::string& out, std::u16string* utf16);
  bool ReadCharacter(char32_t& code);
  bool ReadEscape(char32_t& code);
  bool ReadUtf16Escape(std::size_t start, char32_t& code);
  bool ReadHexUnit(char32_t& unit);
  bool ReadArray(std::string& out, int depth);
  bool ReadObject(std::string& out, int depth);
  bool ReadMember(std::vector<Member>& members, int depth);
  bool WriteMembers(std::vector<Member>& members, std::string& out);

  bool Fail(JsonRule rule, std::size_t offset) {
    fault_ = {rule, offset};
    return false;
  }
  // What stands next; 0 at the end, which no caller accepts.
  char Peek() const { return at_ < in_.size() ? in_[at_] : '\0'; }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  void SkipSpace() {
    while (Peek() == ' ' || Peek() == '\t' || Peek() == '\n' || Peek() == '\r') ++at_;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  JsonFault fault_{};
};

bool Canonicaliser::ReadValue(std::string& out, int depth) {
  switch (Peek()) {
    case '{':
      return ReadObject(out, depth + 1);
    case '[':
      return ReadArray(out, depth + 1);
    case '"':
      return ReadString(out, nullptr);
    case 't':
      return ReadLiteral("true", out);
    case 'f':
      return ReadLiteral("false", out);
    case 'n':
      return ReadLiteral("null", out);
    default:
      return ReadNumber(out);
  }
}

bool Canonicaliser::ReadLiteral(std::string_view literal, std::string& out) {
  if (in_.substr(at_, literal.size()) != literal) return Fail(JsonRule::kSyntax, at_);
  at_ += literal.size();
  out += literal;
  return true;
}

bool Canonicaliser::ReadNumber(std::string& out) {
  const std::size_t start = at_;
  const bool negative = Take('-');
  if (!IsDigit(Peek())) return Fail(JsonRule::kSyntax, start);
  const bool leading_zero = Peek() == '0';
  const std::size_t first_digit = at_;
  std::int64_t value = 0;
  bool in_range = true;
  for (; IsDigit(Peek()); ++at_) {
    if (in_range) value = value * 10 + (Peek() - '0');
    in_range = in_range && value <= kMaxJsonInteger;
  }
  if (leading_zero && at_ - first_digit > 1) return Fail(JsonRule::kSyntax, start);
  if (Peek() == '.' || Peek() == 'e' || Peek() == 'E') return Fail(JsonRule::kNotInteger, start);
  if (!in_range) return Fail(JsonRule::kIntegerRange, start);
  // RFC 8785 section 3.2.2.3: -0 is written 0.
  out += std::to_string(negative ? -value : value);
  return true;
}

bool Canonicaliser::ReadString(std::string& out, std::u16string* utf16) {
  if (!Take('"')) return Fail(JsonRule::kSyntax, at_);
  out.push_back('"');
  while (!Take('"')) {
    char32_t code = 0;
    if (!ReadCharacter(code)) return false;
    AppendEscaped(code, out);
    if (utf16 != nullptr) AppendUtf16(code, *utf16);
  }
  out.push_back('"');
  return true;
}

bool Canonicaliser::ReadCharacter(char32_t& code) {
  if (at_ == in_.size()) return Fail(JsonRule::kSyntax, at_);
  if (Peek() == '\\') return ReadEscape(code);
  const std::size_t start = at_;
  const auto decoded = DecodeUtf8(in_, at_);
  if (!decoded) return Fail(JsonRule::kInvalidUtf8, start);
  if (*decoded < 0x20) return Fail(JsonRule::kSyntax, start);
  code = *decoded;
  return true;
}

bool Canonicaliser::ReadEscape(char32_t& code) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const std::size_t start = at_++;
  if (Take('u')) return ReadUtf16Escape(start, code);
  const auto letter = at_ < in_.size() ? kLetters.find(in_[at_]) : std::string_view::npos;
  if (letter == std::string_view::npos) return Fail(JsonRule::kSyntax, start);
  ++at_;
  code = static_cast<char32_t>(kMeanings[letter]);
  return true;
}

// `start` is where the escape begins; its "\u" has been read.
bool Canonicaliser::ReadUtf16Escape(std::size_t start, char32_t& code) {
  if (!ReadHexUnit(code)) return Fail(JsonRule::kSyntax, start);
  if (IsLowSurrogate(code)) return Fail(JsonRule::kLoneSurrogate, start);
  if (!IsHighSurrogate(code)) return true;
  if (in_.substr(at_, 2) != "\\u") return Fail(JsonRule::kLoneSurrogate, start);
  at_ += 2;
  char32_t low = 0;
  if (!ReadHexUnit(low)) return Fail(JsonRule::kSyntax, at_ - 2);
  if (!IsLowSurrogate(low)) return Fail(JsonRule::kLoneSurrogate, start);
  code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  return true;
}

bool Canonicaliser::ReadHexUnit(char32_t& unit) {
  if (in_.size() - at_ < 4) return false;
  unit = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const int digit = HexValue(in_[at_ + i]);
    if (digit < 0) return false;
    unit = unit << 4 | static_cast<char32_t>(digit);
  }
  at_ += 4;
  return true;
}

bool Canonicaliser::ReadArray(std::string& out, int depth) {
  if (depth > kMaxJsonDepth) return Fail(JsonRule::kTooDeep, at_);
  ++at_;  // [
  out.push_back('[');
  SkipSpace();
  if (!Take(']')) {
    while (true) {
      SkipSpace();
      if (!ReadValue(out, depth)) return false;
      SkipSpace();
      if (Take(']')) break;
      if (!Take(',')) return Fail(JsonRule::kSyntax, at_);
      out.push_back(',');
    }
  }
  out.push_back(']');
  return true;
}

bool Canonicaliser::ReadObject(std::string& out, int depth) {
  if (depth > kMaxJsonDepth) return Fail(JsonRule::kTooDeep, at_);
  ++at_;  // {
  std::vector<Member> members;
  SkipSpace();
  if (!Take('}')) {
    while (true) {
      SkipSpace();
      if (!ReadMember(members, depth)) return false;
      SkipSpace();
      if (Take('}')) break;
      if (!Take(',')) return Fail(JsonRule::kSyntax, at_);
    }
  }
  return WriteMembers(members, out);
}

bool Canonicaliser::ReadMember(std::vector<Member>& members, int depth) {
  Member member{{}, at_, {}};
  if (!ReadString(member.text, &member.key)) return false;
  SkipSpace();
  if (!Take(':')) return Fail(JsonRule::kSyntax, at_);
  member.text.push_back(':');
  SkipSpace();
  if (!ReadValue(member.text, depth)) return false;
  members.push_back(std::move(member));
  return true;
}

// RFC 8785 section 3.2.3: keys sort as arrays of unsigned UTF-16 code units. Sorting UTF-8 bytes
// would put U+10000 and above behind U+E000 to U+FFFF.
bool Canonicaliser::WriteMembers(std::vector<Member>& members, std::string& out) {
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return a.key < b.key; });
  out.push_back('{');
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) {
      if (members[i].key == members[i - 1].key) {
        return Fail(JsonRule::kDuplicateKey, members[i].key_offset);
      }
      out.push_back(',');
    }
    out += members[i].text;
  }
  out.push_back('}');
  return true;
}

}  // namespace

std::optional<std::string> Canonicalise(std::string_view json, JsonFault* fault) {
  Canonicaliser canonicaliser(json);
  std::string out;
  if (canonicaliser.ReadDocument(out)) return out;
  if (fault != nullptr) *fault = canonicaliser.fault();
  return std::nullopt;
}

bool IsCanonicalJson(std::string_view json) {
  const auto canonical = Canonicalise(json);
  return canonical && *canonical == json;
}

std::string_view Name(JsonRule rule) {
  switch (rule) {
    case JsonRule::kSyntax:
      return "SYNTAX";
    case JsonRule::kInvalidUtf8:
      return "INVALID_UTF8";
    case JsonRule::kLoneSurrogate:
      return "LONE_SURROGATE";
    case JsonRule::kNotInteger:
      return "NOT_INTEGER";
    case JsonRule::kIntegerRange:
      return "INTEGER_RANGE";
    case JsonRule::kDuplicateKey:
      return "DUPLICATE_KEY";
    case JsonRule::kTooDeep:
      return "TOO_DEEP";
    case JsonRule::kTooLarge:
      return "TOO_LARGE";
  }
  return "";
}

}  // namespace tanji::crypto
