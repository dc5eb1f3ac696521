#include "ledger/base/big_endian.h"

#include <gtest/gtest.h>

namespace tanji::ledger {
namespace {

TEST(BigEndian, WritesTheMostSignificantByteFirst) {
  std::string out;
  AppendU16(0x0102, out);
  AppendU32(0xF3040506, out);
  AppendU64(0xF708090A0B0C0D0E, out);
  EXPECT_EQ(out, "\x01\x02\xF3\x04\x05\x06\xF7\x08\x09\x0A\x0B\x0C\x0D\x0E");

  std::string_view in = out;
  EXPECT_EQ(TakeU16(in), 0x0102);
  EXPECT_EQ(TakeU32(in), 0xF3040506u);
  EXPECT_EQ(TakeU64(in), 0xF708090A0B0C0D0Eu);
  EXPECT_TRUE(in.empty());
}

TEST(BigEndian, TakesNothingFromWhatIsTooShort) {
  std::string_view in = "\x01\x02\x03";
  EXPECT_EQ(TakeU32(in), std::nullopt);
  EXPECT_EQ(TakeU64(in), std::nullopt);
  EXPECT_EQ(in.size(), 3u);
  EXPECT_EQ(TakeU16(in), 0x0102);
  EXPECT_EQ(TakeU16(in), std::nullopt);
  EXPECT_EQ(in, "\x03");
}

}  // namespace
}  // namespace tanji::ledger
