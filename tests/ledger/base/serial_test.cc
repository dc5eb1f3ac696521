#include "ledger/base/serial.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace tanji::ledger {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::vector<std::string> Samples() {
  std::vector<std::string> out;
  for (std::uint16_t i = 0; i < 40; ++i) {
    for (const auto* prefix : {"HN", "HN15", "ZZZZZZZ"}) {
      out.push_back(DeriveSerial(prefix, crypto::Sha256("a transaction"), i, 1));
    }
  }
  return out;
}

// Golden, made with an implementation in Python that multiplies in GF(32) by a table of logarithms.
TEST(Serial, IsDerivedAsTheFormatSays) {
  EXPECT_EQ(DeriveSerial("HN15", crypto::Sha256("a transaction"), 3, 258), "HN1567WP4C48GYNHQ");
}

TEST(Serial, FitsAGs1Serial) {
  for (const auto& serial : Samples()) {
    EXPECT_TRUE(IsSerial(serial)) << serial;
    EXPECT_LE(serial.size(), 20u);
    EXPECT_EQ(serial.find_first_not_of(kDigits), std::string::npos);
  }
}

TEST(Serial, DetectsEverySubstitutionOfOneCharacter) {
  for (const auto& serial : Samples()) {
    for (std::size_t at = 0; at < serial.size(); ++at) {
      for (int c = 0; c < 256; ++c) {
        auto text = serial;
        text[at] = static_cast<char>(c);
        EXPECT_EQ(IsSerial(text), text == serial) << text;
      }
    }
  }
}

TEST(Serial, DetectsEveryExchangeOfTwoCharacters) {
  int exchanges = 0;
  for (const auto& serial : Samples()) {
    for (std::size_t i = 0; i < serial.size(); ++i) {
      for (std::size_t j = i + 1; j < serial.size(); ++j) {
        if (serial[i] == serial[j]) continue;
        auto text = serial;
        std::swap(text[i], text[j]);
        EXPECT_FALSE(IsSerial(text)) << serial << " " << text;
        ++exchanges;
      }
    }
  }
  EXPECT_GT(exchanges, 10'000);
}

// Exhaustive over neighbours: at every place every pair of different digits.
TEST(Serial, DetectsEveryAdjacentTransposition) {
  const std::string base = Samples().front();
  // Of the 32 last characters exactly one fits what stands before it.
  const auto completed = [](std::string text) {
    for (const char c : kDigits) {
      text.back() = c;
      if (IsSerial(text)) return text;
    }
    return std::string();
  };
  for (std::size_t at = 2; at + 2 < base.size(); ++at) {
    for (const char a : kDigits) {
      for (const char b : kDigits) {
        auto text = base;
        text[at] = a;
        text[at + 1] = b;
        text = completed(text);
        ASSERT_FALSE(text.empty());
        std::swap(text[at], text[at + 1]);
        ASSERT_EQ(IsSerial(text), a == b) << text;
      }
    }
  }
}

TEST(Serial, PrefixesAreChecked) {
  for (const auto* good : {"HN", "A0", "ZZZZZZZ"}) EXPECT_TRUE(IsSerialPrefix(good)) << good;
  for (const auto* bad : {"", "H", "HNHNHNHN", "hn", "1H", "HI", "HO", "LA", "HU", "H-", "H "}) {
    EXPECT_FALSE(IsSerialPrefix(bad)) << bad;
  }
  // A digit in front, with a check character that is right.
  auto serial = DeriveSerial("A0", crypto::Sha256("x"), 0, 0);
  serial[0] = '7';
  for (const char c : kDigits) {
    serial.back() = c;
    EXPECT_FALSE(IsSerial(serial));
  }
  EXPECT_FALSE(IsSerial(""));
  EXPECT_FALSE(IsSerial(std::string(14, 'A')));
  EXPECT_FALSE(IsSerial(std::string(21, '0')));
}

TEST(Serial, ReadsWhatPeopleType) {
  const auto serial = DeriveSerial("HN15", crypto::Sha256("a transaction"), 3, 258);
  auto typed = serial;
  for (auto& c : typed) {
    if (c == '1') c = 'l';
    if (c == '0') c = 'o';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  typed.insert(4, "-");
  typed.insert(9, " ");
  EXPECT_EQ(ReadTypedSerial(typed), serial);
  EXPECT_EQ(ReadTypedSerial(serial), serial);
  EXPECT_FALSE(IsSerial(typed));
  EXPECT_EQ(ReadTypedSerial(serial + "1"), std::nullopt);
  EXPECT_EQ(ReadTypedSerial(std::string(10'000, 'A')), std::nullopt);
  EXPECT_EQ(ReadTypedSerial(""), std::nullopt);
}

}  // namespace
}  // namespace tanji::ledger
