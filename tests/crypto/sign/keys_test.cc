#include "crypto/sign/keys.h"

#include <gtest/gtest.h>

#include "crypto/hash/hex.h"

namespace tanji::crypto {
namespace {

std::string Unhex(std::string_view hex) {
  return *FromHex(hex);
}

// RFC 8032 section 7.1, TEST 2.
TEST(Ed25519, MatchesTheRfcVector) {
  const auto key = *SigningKey::FromSeed(
      Unhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  EXPECT_EQ(ToHex(key.public_key().view()),
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const auto signature = key.Sign("\x72");
  EXPECT_EQ(ToHex(signature.view()),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  EXPECT_TRUE(Verify(key.public_key(), "\x72", signature));
}

TEST(Ed25519, EveryFlippedBitFails) {
  const auto key = *SigningKey::FromSeed(std::string(32, 'k'));
  const auto signature = key.Sign("body");
  for (std::size_t bit = 0; bit < 8 * Signature::kSize; ++bit) {
    auto altered = signature;
    altered.bytes[bit / 8] = static_cast<std::uint8_t>(altered.bytes[bit / 8] ^ (1u << bit % 8));
    EXPECT_FALSE(Verify(key.public_key(), "body", altered)) << bit;
  }
  EXPECT_FALSE(Verify(key.public_key(), "bodz", signature));
}

// "Taming the many EdDSAs" (eprint 2020/1244), Table 5: the cases on which libraries differ. The
// rule of the ledger is what libsodium 1.0.18 does with them.
struct SpecCheck {
  std::string_view message, key, signature;
  bool accepted;
};
constexpr SpecCheck kSpecChecks[] = {
    // 0: small-order A and R
    {"8c93255d71dcab10e8f379c26200f3c7bd5f09d9bc3068d3ef4edeb4853022b6",
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
     "0000000000000000000000000000000000000000000000000000000000000000",
     false},
    // 1: small-order A only
    {"9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79",
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
     "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43"
     "a5bb704786be79fc476f91d3f3f89b03984d8068dcf1bb7dfc6637b45450ac04",
     false},
    // 2: small-order R only
    {"aebf3f2601a0c8c5d39cc7d8911642f740b78168218da8471772b35f9d35b9ab",
     "f7badec5b8abeaf699583992219b7b223f1df3fbbea919844e3f7c554a43dd43",
     "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
     "8c4bd45aecaca5b24fb97bc10ac27ac8751a7dfe1baff8b953ec9f5833ca260e",
     false},
    // 3: mixed-order A and R, accepted by cofactored and cofactorless verification
    {"9bd9f44f4dcc75bd531b56b2cd280b0bb38fc1cd6d1230e14861d861de092e79",
     "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
     "9046a64750444938de19f227bb80485e92b83fdb4b6506c160484c016cc1852f"
     "87909e14428a7a1d62e9f22f3d3ad7802db02eb2e688b6c52fcd6648a98bd009",
     true},
    // 4: accepted only by cofactored verification
    {"e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec4011eaccd55b53f56c",
     "cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d",
     "160a1cb0dc9c0258cd0a7d23e94d8fa878bcb1925f2c64246b2dee1796bed512"
     "5ec6bc982a269b723e0668e540911a9a6a58921d6925e434ab10aa7940551a09",
     false},
    // 6: S > L
    {"85e241a07d148b41e47d62c63f830dc7a6851a0b1f33ae4bb2f507fb6cffec40",
     "442aad9f089ad9e14647b1ef9099a1ff4798d78589e66f28eca69c11f582a623",
     "e96f66be976d82e60150baecff9906684aebb1ef181f67a7189ac78ea23b6c0e"
     "547f7690a0e2ddcd04d87dbc3490dc19b3b3052f7ff0538cb68afb369ba3a514",
     false},
};

TEST(Ed25519, EdgeCasesAreDecidedAsLibsodium1018Does) {
  for (const auto& c : kSpecChecks) {
    EXPECT_EQ(Verify(*PublicKey::FromBytes(Unhex(c.key)), Unhex(c.message),
                     *Signature::FromBytes(Unhex(c.signature))),
              c.accepted)
        << c.message;
  }
}

TEST(KeyId, IsTheHashOfTagSuiteAndKey) {
  const auto key = *SigningKey::FromSeed(std::string(32, 'k'));
  const std::string preimage =
      std::string("tanji-key-v1") + '\0' + '\1' + std::string(key.public_key().view());
  EXPECT_EQ(KeyId(key.public_key()), Sha256(preimage));
}

TEST(Keys, RefuseEveryOtherLength) {
  EXPECT_FALSE(SigningKey::FromSeed(std::string(31, 'k')));
  EXPECT_FALSE(PublicKey::FromBytes(std::string(33, 'k')));
  EXPECT_FALSE(Signature::FromBytes(std::string(63, 'k')));
}

}  // namespace
}  // namespace tanji::crypto
