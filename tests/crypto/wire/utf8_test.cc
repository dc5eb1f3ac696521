#include "crypto/wire/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tanji::crypto {
namespace {

bool IsScalar(char32_t code) {
  return code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
}

// All 1,112,064 scalar values, and the encodings of surrogates and of what lies above U+10FFFF made
// by the same bit pattern.
TEST(Utf8, EveryScalarValueRoundTripsAndNothingElseDoes) {
  std::string text;
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (!IsScalar(code)) continue;
    text.clear();
    AppendUtf8(code, text);
    std::size_t at = 0;
    ASSERT_EQ(DecodeUtf8(text, at), code);
    ASSERT_EQ(at, text.size());
  }
  for (unsigned code = 0xD800; code <= 0xDFFF; ++code) {
    const char raw[] = {static_cast<char>(0xED), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                        static_cast<char>(0x80 | (code & 0x3F))};
    ASSERT_FALSE(IsValidUtf8({raw, 3})) << code;
  }
}

TEST(Utf8, RefusesEveryOverlongForm) {
  for (unsigned code = 0; code < 0x80; ++code) {
    const char two[] = {static_cast<char>(0xC0 | code >> 6),
                        static_cast<char>(0x80 | (code & 0x3F))};
    ASSERT_FALSE(IsValidUtf8({two, 2}));
  }
  for (unsigned code = 0; code < 0x800; ++code) {
    const char three[] = {static_cast<char>(0xE0), static_cast<char>(0x80 | code >> 6),
                          static_cast<char>(0x80 | (code & 0x3F))};
    ASSERT_FALSE(IsValidUtf8({three, 3}));
  }
  for (unsigned code = 0; code < 0x10000; ++code) {
    const char four[] = {static_cast<char>(0xF0), static_cast<char>(0x80 | code >> 12),
                         static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                         static_cast<char>(0x80 | (code & 0x3F))};
    ASSERT_FALSE(IsValidUtf8({four, 4}));
  }
}

TEST(Utf8, NamesTheFirstBadByte) {
  const std::vector<std::pair<std::string, std::size_t>> bad = {
      {"\x80", 0},
      {"a\xC3", 1},
      {"a\xC3(", 1},
      {"\xE7\xA2", 0},
      {"\xE7\xA2\xB3\xFF", 3},
      {"\xF4\x90\x80\x80", 0},      // U+110000
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"\xF0\x9F\x98", 0},
      {"12345678\xC0", 8},  // behind the fast path
      {"1234567\xED\xA0\x80"
       "12345678",
       7},
  };
  for (const auto& [text, offset] : bad) EXPECT_EQ(FindInvalidUtf8(text), offset);
  EXPECT_TRUE(IsValidUtf8(""));
  EXPECT_TRUE(IsValidUtf8(std::string_view("\0", 1)));
  EXPECT_TRUE(IsValidUtf8("a long text of 碳籍 with \xF0\x9F\x98\x80 within"));
}

}  // namespace
}  // namespace tanji::crypto
