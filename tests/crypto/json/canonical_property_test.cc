// Compares with nlohmann-json in both directions.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "crypto/json/canonical.h"
#include "crypto/wire/utf8.h"

namespace tanji::crypto {
namespace {

using nlohmann::json;

std::uint64_t Below(std::mt19937_64& random, std::uint64_t bound) {
  return random() % bound;
}

char32_t RandomCode(std::mt19937_64& random) {
  constexpr char32_t kCodes[] = {0,      '\n',   '"',    '\\',    '/',     'a',
                                 'b',    0x7F,   0x80,   0x7FF,   0xD7FF,  0xE000,
                                 0xFB33, 0xFFFF, 0x78B3, 0x1F600, 0x10000, 0x10FFFF};
  return kCodes[Below(random, std::size(kCodes))];
}

// One of the ways in which JSON can write a character of a string.
void WriteCode(char32_t code, std::mt19937_64& random, std::string& out) {
  const bool must_escape = code < 0x20 || code == '"' || code == '\\';
  if (!must_escape && Below(random, 2) == 0) return AppendUtf8(code, out);
  const auto unit = [&](unsigned value) {
    const char* const hex = Below(random, 2) == 0 ? "0123456789abcdef" : "0123456789ABCDEF";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back(hex[value >> shift & 15]);
  };
  if (code < 0x10000) return unit(code);
  unit(0xD800 + ((code - 0x10000) >> 10));
  unit(0xDC00 + ((code - 0x10000) & 0x3FF));
}

void WriteSpace(std::mt19937_64& random, std::string& out) {
  if (Below(random, 4) == 0) out.push_back(" \t\n\r"[Below(random, 4)]);
}

void WriteString(const std::u32string& text, std::mt19937_64& random, std::string& out) {
  out.push_back('"');
  for (const char32_t code : text) WriteCode(code, random, out);
  out.push_back('"');
}

std::u32string RandomText(std::mt19937_64& random) {
  std::u32string text;
  for (auto left = Below(random, 5); left > 0; --left) text.push_back(RandomCode(random));
  return text;
}

// Keys of one object differ: each ends with its own number.
void WriteValue(std::mt19937_64& random, int depth_left, std::string& out) {
  WriteSpace(random, out);
  const auto count = Below(random, 5);
  switch (Below(random, depth_left > 0 ? 6 : 4)) {
    case 0:
      out += std::to_string(static_cast<std::int64_t>(random()) >> (11 + Below(random, 52)));
      break;
    case 1:
      WriteString(RandomText(random), random, out);
      break;
    case 2:
      out += Below(random, 2) == 0 ? "true" : "false";
      break;
    case 3:
      out += "null";
      break;
    case 4:
      out.push_back('[');
      for (std::uint64_t i = 0; i < count; ++i) {
        if (i > 0) out.push_back(',');
        WriteValue(random, depth_left - 1, out);
      }
      WriteSpace(random, out);
      out.push_back(']');
      break;
    default:
      out.push_back('{');
      for (std::uint64_t i = 0; i < count; ++i) {
        if (i > 0) out.push_back(',');
        WriteSpace(random, out);
        WriteString(RandomText(random) + static_cast<char32_t>('0' + i), random, out);
        WriteSpace(random, out);
        out.push_back(':');
        WriteValue(random, depth_left - 1, out);
      }
      out.push_back('}');
  }
  WriteSpace(random, out);
}

// What nlohmann, whose objects stay as they came, says about the order of keys.
bool KeysAscendInUtf16(const nlohmann::ordered_json& value) {
  const auto utf16be = [](const std::string& key) {
    std::string out;
    for (std::size_t at = 0; at < key.size();) {
      const char32_t code = *DecodeUtf8(key, at);
      std::vector<unsigned> units{static_cast<unsigned>(code)};
      if (code >= 0x10000) {
        units = {static_cast<unsigned>(0xD7C0 + (code >> 10)),
                 static_cast<unsigned>(0xDC00 + (code & 0x3FF))};
      }
      for (const unsigned unit : units) {
        out.push_back(static_cast<char>(unit >> 8));
        out.push_back(static_cast<char>(unit & 255));
      }
    }
    return out;
  };
  std::vector<std::string> keys;
  for (const auto& [key, member] : value.items()) {
    if (value.is_object()) keys.push_back(utf16be(key));
    if (member.is_structured() && !KeysAscendInUtf16(member)) return false;
  }
  return std::is_sorted(keys.begin(), keys.end());
}

// Whether we accept; fails the test where nlohmann disagrees.
bool AgreesWithNlohmann(const std::string& text) {
  JsonFault fault{};
  const auto canonical = Canonicalise(text, &fault);
  if (!canonical) {
    const bool about_spelling = fault.rule == JsonRule::kSyntax ||
                                fault.rule == JsonRule::kInvalidUtf8 ||
                                fault.rule == JsonRule::kLoneSurrogate;
    if (about_spelling && text.substr(0, 3) != "\xEF\xBB\xBF") {
      EXPECT_FALSE(json::accept(text)) << text << " " << Name(fault.rule) << " " << fault.offset;
    }
    return false;
  }
  const auto parsed = json::parse(text, nullptr, /*allow_exceptions=*/false);
  EXPECT_FALSE(parsed.is_discarded()) << text;
  EXPECT_EQ(parsed, json::parse(*canonical)) << text;
  EXPECT_EQ(Canonicalise(*canonical), canonical) << text;
  EXPECT_TRUE(KeysAscendInUtf16(nlohmann::ordered_json::parse(*canonical))) << *canonical;
  return true;
}

RC_GTEST_PROP(CanonicaliseProperty, EveryWritingOfAValueIsTheSame, (std::uint64_t seed)) {
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20; ++round) {
    std::string text;
    WriteValue(random, 4, text);
    RC_ASSERT(AgreesWithNlohmann(text));
    // Written again by nlohmann: another order of keys, other escapes, white space.
    const auto parsed = json::parse(text);
    RC_ASSERT(Canonicalise(parsed.dump(2, ' ', /*ensure_ascii=*/true)) == Canonicalise(text));
    RC_ASSERT(!::testing::Test::HasFailure());
  }
}

RC_GTEST_PROP(CanonicaliseProperty, MutationsAgreeWithNlohmann, (std::uint64_t seed)) {
  std::mt19937_64 random(seed);
  constexpr std::string_view kBytes = "[]{},:\"\\u0019-.eE tfn\x80\xED\xC3";
  std::string original;
  WriteValue(random, 3, original);
  for (int round = 0; round < 40; ++round) {
    auto text = original;
    const auto at = Below(random, text.size() + 1);
    switch (Below(random, 3)) {
      case 0:
        text.insert(at, 1, kBytes[Below(random, kBytes.size())]);
        break;
      case 1:
        text.erase(at, 1 + Below(random, 2));
        break;
      default:
        if (at < text.size()) text[at] = kBytes[Below(random, kBytes.size())];
    }
    AgreesWithNlohmann(text);
    RC_ASSERT(!::testing::Test::HasFailure());
  }
}

// Every short text over the characters that carry structure.
TEST(CanonicaliseProperty, ShortTextsAgreeWithNlohmann) {
  constexpr std::string_view kAlphabet = "[]{},:\"\\0-1. ";
  std::string text;
  int accepted = 0;
  const auto visit = [&](const auto& self) -> void {
    accepted += AgreesWithNlohmann(text) ? 1 : 0;
    if (text.size() == 4 || HasFailure()) return;
    for (const char c : kAlphabet) {
      text.push_back(c);
      self(self);
      text.pop_back();
    }
  };
  visit(visit);
  EXPECT_GT(accepted, 100);
}

}  // namespace
}  // namespace tanji::crypto
