#include "crypto/note/cosignature.h"

#include <gtest/gtest.h>

#include "crypto/hash/hex.h"
#include "tests/crypto/note/cast.h"

namespace tanji::crypto {
namespace {

constexpr std::string_view kText =
    "ledger.example/baoting\n7\nkTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=\n";

// Accepted by golang.org/x/mod/sumdb/note and github.com/transparency-dev/formats. One key signs in
// both roles only because this is a vector.
constexpr std::string_view kNote =
    "ledger.example/baoting\n"
    "7\n"
    "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=\n"
    "\n"
    "— ledger.example/baoting "
    "lGR6IXGIYdXbHQviOBiURb4kUeSnkN/k8IExvu10QZdN9UFwQM2nGo0eYnkF+8SRlUWL0AG"
    "d3FfVfApJt5+t/htXYgY=\n"
    "— ledger.example/baoting "
    "IInr/QAAAABrAjwoadG45H3jkcauOJQreLWcSSbOjRIrn3srKWVzCmGrozyWG8r3RK1XqCW"
    "4AHKD64IIQYyHr5qGkaDVL3aBoQ1iAQ==\n";

SigningKey VectorKey() {
  return *SigningKey::FromSeed(
      *FromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
}

TEST(Cosignature, WritesTheVectorThatGoAccepts) {
  const auto key = VectorKey();
  EXPECT_EQ(NoteOf(kText, {SignNote(kOrigin, key, kText), Cosign(kOrigin, key, 1795308584, kText)}),
            kNote);
  EXPECT_EQ(CosignedMessage(1795308584, kText),
            "cosignature/v1\ntime 1795308584\n" + std::string(kText));
}

TEST(Cosignature, ChecksTheVectorThatGoAccepts) {
  const auto note = SignedNote::Parse(kNote);
  ASSERT_TRUE(note.ok());
  const VerifierKey log{std::string(kOrigin), NoteKeyType::kEd25519, VectorKey().public_key()};
  const VerifierKey cosigner{std::string(kOrigin), NoteKeyType::kCosignature, log.key};
  EXPECT_TRUE(IsLogSignature(log, note->text, note->signatures[0]));
  const auto time = CheckCosignature(cosigner, note->text, note->signatures[1]);
  ASSERT_TRUE(time.ok());
  EXPECT_EQ(*time, 1795308584u);
  // Neither key does the other's work.
  EXPECT_FALSE(IsLogSignature(log, note->text, note->signatures[1]));
  EXPECT_FALSE(IsLogSignature(cosigner, note->text, note->signatures[0]));
  EXPECT_FALSE(CheckCosignature(log, note->text, note->signatures[1]).ok());
  EXPECT_FALSE(CheckCosignature(cosigner, note->text, note->signatures[0]).ok());
}

TEST(Cosignature, EveryFlippedBitFails) {
  const auto signer = Validator(1);
  const auto good = signer.CosignAt(kFirstTime, kText);
  ASSERT_TRUE(CheckCosignature(signer.verifier(), kText, good).ok());
  for (std::size_t bit = 0; bit < 8 * good.signature.size(); ++bit) {
    auto bad = good;
    bad.signature[bit / 8] = static_cast<char>(bad.signature[bit / 8] ^ (1 << bit % 8));
    const auto checked = CheckCosignature(signer.verifier(), kText, bad);
    ASSERT_FALSE(checked.ok()) << bit;
    // Bit 7 of the first byte makes the time larger than the specification allows.
    EXPECT_EQ(checked.fault(),
              bit == 7 ? NoteFault::kBadCosignatureTime : NoteFault::kBadCosignature);
  }
}

TEST(Cosignature, OtherLengthsNamesAndTimesFail) {
  const auto signer = Validator(1);
  const auto good = signer.CosignAt(kFirstTime, kText);
  const auto fault_of = [&](const NoteSignature& signature) {
    return CheckCosignature(signer.verifier(), kText, signature).fault();
  };
  for (std::size_t n = 0; n < good.signature.size(); ++n) {
    auto bad = good;
    bad.signature.resize(n);
    EXPECT_EQ(fault_of(bad), NoteFault::kBadCosignature);
  }
  auto bad = good;
  bad.signature += '\0';
  EXPECT_EQ(fault_of(bad), NoteFault::kBadCosignature);
  bad = good;
  bad.name = "org2.example/cosigner";
  EXPECT_EQ(fault_of(bad), NoteFault::kBadCosignature);
  bad = good;
  ++bad.key_hash;
  EXPECT_EQ(fault_of(bad), NoteFault::kBadCosignature);
  bad = good;
  bad.signature.replace(0, 8, 8, '\0');  // truly signed or not, 0 is no time
  EXPECT_EQ(fault_of(bad), NoteFault::kBadCosignatureTime);
}

TEST(Cosignature, TakesTheLargestTime) {
  const auto signer = Witness(1);
  const auto time =
      CheckCosignature(signer.verifier(), kText, signer.CosignAt(kMaxCosignatureTime, kText));
  ASSERT_TRUE(time.ok());
  EXPECT_EQ(*time, kMaxCosignatureTime);
}

}  // namespace
}  // namespace tanji::crypto
