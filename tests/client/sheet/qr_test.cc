#include "client/sheet/qr.h"

#include <gtest/gtest.h>

namespace tanji::client::sheet {
namespace {

TEST(QrCodeTest, TakesTheSmallestVersionThatHoldsTheText) {
  // ISO/IEC 18004, table 7: 14 bytes in version 1-M, 2331 in version 40-M.
  EXPECT_EQ(QrCode::Encode(std::string(14, 'a'))->size(), 21);
  EXPECT_EQ(QrCode::Encode(std::string(15, 'a'))->size(), 25);
  EXPECT_EQ(QrCode::Encode(std::string(2331, 'a'))->size(), 177);
}

TEST(QrCodeTest, RefusesWhatItCannotHold) {
  EXPECT_FALSE(QrCode::Encode(""));
  EXPECT_FALSE(QrCode::Encode("\xff"));
  EXPECT_FALSE(QrCode::Encode(std::string(2332, 'a')));
}

TEST(QrCodeTest, StaysInByteModeForDigitsAndCapitals) {
  // In numeric mode version 1-M would hold 34 digits.
  EXPECT_EQ(QrCode::Encode(std::string(15, '1'))->size(), 25);
}

// ISO/IEC 18004, 6.3.3: a 7 x 7 finder in three corners, with its light separator.
TEST(QrCodeTest, HasFindersInThreeCorners) {
  const auto code = QrCode::Encode("https://id.example.org");
  ASSERT_TRUE(code);
  const int far = code->size() - 7;
  for (const auto& [row, column] : {std::pair{0, 0}, {0, far}, {far, 0}}) {
    for (int i = 0; i < 7; ++i) {
      EXPECT_TRUE(code->IsDark(row, column + i) && code->IsDark(row + 6, column + i));
      EXPECT_TRUE(code->IsDark(row + i, column) && code->IsDark(row + i, column + 6));
    }
    EXPECT_FALSE(code->IsDark(row + 1, column + 1));
    EXPECT_TRUE(code->IsDark(row + 3, column + 3));
  }
  EXPECT_FALSE(code->IsDark(7, 7));
}

TEST(QrCodeTest, DrawsEveryDarkModuleOnce) {
  const auto code = QrCode::Encode("Tanji");
  ASSERT_TRUE(code);
  int dark = 0;
  for (int row = 0; row < code->size(); ++row) {
    for (int column = 0; column < code->size(); ++column) dark += code->IsDark(row, column) ? 1 : 0;
  }
  int drawn = 0;
  const std::string path = code->SvgPath();
  for (std::size_t at = path.find("v1h-"); at != std::string::npos;
       at = path.find("v1h-", at + 1)) {
    drawn += std::stoi(path.substr(at + 4));
  }
  EXPECT_EQ(drawn, dark);
  EXPECT_TRUE(path.starts_with("M0 0h7v1h-7z"));
}

}  // namespace
}  // namespace tanji::client::sheet
