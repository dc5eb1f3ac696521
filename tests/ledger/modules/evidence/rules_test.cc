#include "ledger/modules/evidence/rules.h"

#include <gtest/gtest.h>

#include <string>

namespace tanji::ledger {
namespace {

TEST(MediaType, FollowsRfc6838InLowerCase) {
  for (const char* good : {"application/pdf", "image/svg+xml", "application/vnd.ms-excel", "a/b",
                           "x/1.2-3_4^5&6$7#8!9"}) {
    EXPECT_TRUE(IsMediaType(good)) << good;
  }
  for (const char* bad : {"", "pdf", "application/", "/pdf", "Application/pdf", "text/plain;q",
                          "a/b/c", "a b/c", "-a/b", "a/.b", "text/\xe7\xa2\xb3"}) {
    EXPECT_FALSE(IsMediaType(bad)) << bad;
  }
  EXPECT_TRUE(IsMediaType("a/" + std::string(125, 'b')));
  EXPECT_FALSE(IsMediaType("a/" + std::string(126, 'b')));
}

TEST(Url, ShowsWhereItLeads) {
  for (const char* good : {"https://a", "http://docs.example:8080/x?y=%E7%A2%B3#z",
                           "https://[2001:db8::1]/", "https://a/@b"}) {
    EXPECT_TRUE(IsUrl(good)) << good;
  }
  for (const char* bad :
       {"", "https://", "https:///x", "https://:80/", "ftp://a/", "HTTPS://a", "javascript:x",
        "https://bank.example@evil.example/", "https://a/ b", "https://a/\"", "https://a/\n",
        "https://a/<b>", "https://\xe7\xa2\xb3.example/", "https://a/\x7f"}) {
    EXPECT_FALSE(IsUrl(bad)) << bad;
  }
  EXPECT_TRUE(IsUrl("https://" + std::string(504, 'a')));
  EXPECT_FALSE(IsUrl("https://" + std::string(505, 'a')));
}

}  // namespace
}  // namespace tanji::ledger
