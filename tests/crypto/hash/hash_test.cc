#include "crypto/hash/hash.h"

#include <gtest/gtest.h>

namespace tanji::crypto {
namespace {

// FIPS 180-4 example values.
TEST(Sha256, MatchesPublishedVectors) {
  EXPECT_EQ(Sha256("").Hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256("abc").Hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Sha256(std::string(1'000'000, 'a')).Hex(),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PartsAndStreamEqualTheWhole) {
  Sha256Stream stream;
  stream.Update("a");
  stream.Update("bc");
  EXPECT_EQ(stream.Finish(), Sha256("abc"));
  EXPECT_EQ(Sha256({"a", "", "bc"}), Sha256("abc"));
}

TEST(Hash, RefusesEveryOtherLength) {
  EXPECT_FALSE(Hash::FromBytes(std::string(31, 'x')));
  EXPECT_FALSE(Hash::FromBytes(std::string(33, 'x')));
  EXPECT_FALSE(Hash::FromHex(std::string(63, 'a')));
  EXPECT_FALSE(Hash::FromHex(std::string(64, 'A')));
  EXPECT_EQ(Hash::FromHex(Sha256("abc").Hex()), Sha256("abc"));
}

TEST(Hash, BitsCountFromTheMostSignificant) {
  Hash h;
  h.bytes[0] = 0x80;
  h.bytes[31] = 0x01;
  EXPECT_TRUE(h.Bit(0));
  EXPECT_FALSE(h.Bit(1));
  EXPECT_TRUE(h.Bit(255));
}

}  // namespace
}  // namespace tanji::crypto
