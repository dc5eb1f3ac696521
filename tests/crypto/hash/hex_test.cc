#include "crypto/hash/hex.h"

#include <gtest/gtest.h>

namespace tanji::crypto {
namespace {

// RFC 4648 section 10.
TEST(Base64, MatchesTheRfcVectors) {
  const std::pair<std::string_view, std::string_view> vectors[] = {{"", ""},
                                                                   {"f", "Zg=="},
                                                                   {"fo", "Zm8="},
                                                                   {"foo", "Zm9v"},
                                                                   {"foob", "Zm9vYg=="},
                                                                   {"fooba", "Zm9vYmE="},
                                                                   {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(ToBase64(bytes), text);
    EXPECT_EQ(FromBase64(text), bytes);
  }
}

TEST(Base64, RefusesEverySecondSpelling) {
  for (const auto text : {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm9v\n", " Zm9",
                          "Zm-v", "Z=9v"}) {
    EXPECT_FALSE(FromBase64(text)) << text;
  }
}

TEST(Hex, IsStrict) {
  EXPECT_EQ(ToHex(std::string_view("\x00\xff\x10", 3)), "00ff10");
  EXPECT_EQ(FromHex("00ff10"), std::string("\x00\xff\x10", 3));
  for (const auto text : {"0", "0G", "0F", " 0", "0x"}) EXPECT_FALSE(FromHex(text)) << text;
}

}  // namespace
}  // namespace tanji::crypto
