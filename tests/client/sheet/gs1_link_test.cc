#include "client/sheet/gs1_link.h"

#include <gtest/gtest.h>

namespace tanji::client::sheet {
namespace {

const std::string kResolver = "https://id.example.org";
const Gs1Keys kKeys{"9506000134352", "ABC123", "12345"};

std::string Link(const Gs1Keys& keys) {
  const auto link = Gs1DigitalLink(kResolver, keys);
  return link.ok() ? *link : std::string(ToString(link.fault()));
}
std::string LinkAt(std::string_view resolver) {
  const auto link = Gs1DigitalLink(resolver, kKeys);
  return link.ok() ? *link : std::string(ToString(link.fault()));
}

// GTINs of the prefixes 950 to 952, which GS1 keeps for examples, and its own EAN-8 and UPC-A ones.
TEST(Gs1DigitalLinkTest, WritesGtinLotAndSerialInOrder) {
  EXPECT_EQ(Link(kKeys), "https://id.example.org/01/09506000134352/10/ABC123/21/12345");
  EXPECT_EQ(Link({"9506000134352", "ABC123", std::nullopt}),
            "https://id.example.org/01/09506000134352/10/ABC123");
}

TEST(Gs1DigitalLinkTest, PadsEveryLengthToFourteen) {
  EXPECT_EQ(Link({"96385074", "L", {}}), "https://id.example.org/01/00000096385074/10/L");
  EXPECT_EQ(Link({"614141123452", "L", {}}), "https://id.example.org/01/00614141123452/10/L");
  EXPECT_EQ(Link({"09506000134352", "L", {}}), "https://id.example.org/01/09506000134352/10/L");
  EXPECT_EQ(Link({"19506000134359", "L", {}}), "https://id.example.org/01/19506000134359/10/L");
}

TEST(Gs1DigitalLinkTest, RefusesFalseGtins) {
  for (char digit = '0'; digit <= '9'; ++digit) {
    const std::string gtin = std::string("950600013435") + digit;
    EXPECT_EQ(Link({gtin, "L", {}}) == "GtinCheckDigitFalse", digit != '2') << gtin;
  }
  EXPECT_EQ(Link({"9506000143352", "L", {}}), "GtinCheckDigitFalse");  // two digits exchanged
  for (const char* const malformed : {"", "950600013435", "95060001343521", "950600013435a",
                                      "095060001343520", "9506000134 52"}) {
    EXPECT_NE(Link({malformed, "L", {}}).substr(0, 5), "https") << malformed;
  }
  EXPECT_EQ(Link({"9638507", "L", {}}), "GtinMalformed");
  EXPECT_EQ(Link({"950600013435a", "L", {}}), "GtinMalformed");
}

TEST(Gs1DigitalLinkTest, EncodesReservedCharacters) {
  EXPECT_EQ(Link({"9506000134352", "A/B", "1+2 "}), "SerialMalformed");
  EXPECT_EQ(Link({"9506000134352", "A/B?c=%", "(1)+2"}),
            "https://id.example.org/01/09506000134352/10/A%2FB%3Fc%3D%25/21/%281%29%2B2");
  EXPECT_EQ(Link({"9506000134352", "!\"%&'()*+,-./:;<=>?", "_azAZ09"}),
            "https://id.example.org/01/09506000134352/10/"
            "%21%22%25%26%27%28%29%2A%2B%2C-.%2F%3A%3B%3C%3D%3E%3F/21/_azAZ09");
}

TEST(Gs1DigitalLinkTest, TakesExactlyCset82) {
  int taken = 0;
  for (int c = 0; c < 256; ++c) {
    const Gs1Keys keys{"9506000134352", std::string("x") + static_cast<char>(c), {}};
    taken += Gs1DigitalLink(kResolver, keys).ok() ? 1 : 0;
  }
  EXPECT_EQ(taken, 82);
}

TEST(Gs1DigitalLinkTest, RefusesFalseLengthsAndSteps) {
  EXPECT_EQ(Link({"9506000134352", std::string(20, 'A'), {}}).substr(0, 5), "https");
  EXPECT_EQ(Link({"9506000134352", std::string(21, 'A'), {}}), "LotMalformed");
  EXPECT_EQ(Link({"9506000134352", "", {}}), "LotMalformed");
  EXPECT_EQ(Link({"9506000134352", "L", ""}), "SerialMalformed");
  EXPECT_EQ(Link({"9506000134352", "L", std::string(21, '1')}), "SerialMalformed");
  EXPECT_EQ(Link({"9506000134352", ".", {}}), "LotMalformed");
  EXPECT_EQ(Link({"9506000134352", "L", ".."}), "SerialMalformed");
  EXPECT_EQ(Link({"9506000134352", "...", {}}).substr(0, 5), "https");
}

TEST(Gs1DigitalLinkTest, TakesResolversWithPortAndPrefix) {
  const std::string path = "/01/09506000134352/10/ABC123/21/12345";
  for (const std::string resolver :
       {"https://example.org", "https://id.example.org:8443", "https://example.org/some/prefix",
        "https://example.org/v1", "https://localhost", "https://example.org/12345"}) {
    EXPECT_EQ(LinkAt(resolver), resolver + path);
    EXPECT_EQ(LinkAt(resolver + "/"), resolver + path);
  }
}

TEST(Gs1DigitalLinkTest, RefusesOtherResolvers) {
  for (const char* const resolver : {"",
                                     "https://",
                                     "https:///x",
                                     "http://example.org",
                                     "HTTPS://example.org",
                                     "example.org",
                                     "https://example.org?x=1",
                                     "https://example.org/a?x=1",
                                     "https://example.org#f",
                                     "https://user@example.org",
                                     "https://example.org:",
                                     "https://example.org:80a",
                                     "https://exa mple.org",
                                     "https://-a.org",
                                     "https://a..org",
                                     "https://example.org/a//b",
                                     "https://example.org/01",
                                     "https://example.org/01/x",
                                     "https://example.org/8008",
                                     "https://example.org/..",
                                     "https://example.org/a%2Fb",
                                     "https://example.org//",
                                     "https://[::1]",
                                     "https://芒果.cn"}) {
    EXPECT_EQ(LinkAt(resolver), "ResolverMalformed") << resolver;
  }
}

}  // namespace
}  // namespace tanji::client::sheet
