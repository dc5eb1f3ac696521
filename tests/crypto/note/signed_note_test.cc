#include "crypto/note/signed_note.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "crypto/hash/hex.h"
#include "crypto/note/cosignature.h"
#include "crypto/note/text.h"
#include "tests/crypto/note/cast.h"

namespace tanji::crypto {
namespace {

// The example of the signed-note specification.
constexpr std::string_view kExampleKey =
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr std::string_view kExampleNote =
    "This is an example message.\n"
    "\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuw"
    "HjG1Yu72IneyaQM=\n";
// A text with an empty line, from the same place.
constexpr std::string_view kPoem =
    "Ognuno sta solo sul cuor della terra\n"
    "trafitto da un raggio di sole:\n"
    "\n"
    "ed è subito sera.\n"
    "\n"
    "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU"
    "0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

TEST(SignedNote, ReadsTheExampleOfTheSpecification) {
  const auto key = VerifierKey::Parse(kExampleKey);
  const auto note = SignedNote::Parse(kExampleNote);
  ASSERT_TRUE(key.ok() && note.ok());
  EXPECT_EQ(key->Print(), kExampleKey);
  EXPECT_EQ(key->hash(), 0x530d903au);
  EXPECT_EQ(note->Print(), kExampleNote);
  ASSERT_EQ(note->signatures.size(), 1u);
  EXPECT_TRUE(IsLogSignature(*key, note->text, note->signatures[0]));
  EXPECT_FALSE(IsLogSignature(*key, note->text + "\n", note->signatures[0]));
}

TEST(SignedNote, TheTextMayHoldEmptyLines) {
  const auto note = SignedNote::Parse(kPoem);
  ASSERT_TRUE(note.ok());
  EXPECT_EQ(note->text.substr(note->text.size() - 20), "\ned \xc3\xa8 subito sera.\n");
  EXPECT_EQ(note->Print(), kPoem);
}

TEST(KeyHash, MatchesGo) {
  const auto key = *PublicKey::FromBytes(
      *FromHex("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"));
  EXPECT_EQ(KeyHash("ledger.example/baoting", NoteKeyType::kEd25519, key), 0x94647a21u);
  EXPECT_EQ(KeyHash("ledger.example/baoting", NoteKeyType::kCosignature, key), 0x2089ebfdu);
}

TEST(VerifierKey, MatchesTheVectorsOfGo) {
  const auto vkeys = NoteVectors("notes.json")["vkeys"];
  EXPECT_EQ(LogSigner(2).verifier().Print(), vkeys["log-2"].get<std::string>());
  EXPECT_EQ(Validator(3).verifier().Print(), vkeys["validator-3"].get<std::string>());
  EXPECT_EQ(Witness(1).verifier().Print(), vkeys["witness-1"].get<std::string>());
  for (const auto& [label, vkey] : vkeys.items()) {
    const auto parsed = VerifierKey::Parse(vkey.get<std::string>());
    ASSERT_TRUE(parsed.ok()) << label;
    EXPECT_EQ(parsed->Print(), vkey.get<std::string>());
    EXPECT_EQ(parsed->key, SigningKey::FromSeed(Sha256(label).view())->public_key());
  }
}

TEST(VerifierKey, NamesWhatIsWrong) {
  const std::string material(kExampleKey.substr(kExampleKey.rfind('+') + 1));
  const auto with_type = [](char type, std::size_t key_bytes) {
    return "n+00000000+" + ToBase64(std::string(1, type) + std::string(key_bytes, 'k'));
  };
  const std::pair<std::string, NoteFault> kCases[] = {
      {"", NoteFault::kBadVerifierKey},
      {"example.com/foo", NoteFault::kBadVerifierKey},
      {"example.com/foo+530d903a", NoteFault::kBadVerifierKey},
      {"example.com/foo+530d903a+", NoteFault::kBadVerifierKey},
      {"+530d903a+" + material, NoteFault::kBadKeyName},
      {"example com/foo+530d903a+" + material, NoteFault::kBadKeyName},
      {"example.com/foo+530d903b+" + material, NoteFault::kBadVerifierKey},
      {"example.com/fop+530d903a+" + material, NoteFault::kBadVerifierKey},
      {"example.com/foo+530D903A+" + material, NoteFault::kBadVerifierKey},
      {"example.com/foo+30d903a+" + material, NoteFault::kBadVerifierKey},
      {"example.com/foo+530d903a+" + material + "=", NoteFault::kBadVerifierKey},
      {"example.com/foo+530d903a+" + material + "\n", NoteFault::kBadVerifierKey},
      {"n+00000000+" + std::string(100'000, 'A'), NoteFault::kBadVerifierKey},
      {with_type(2, 32), NoteFault::kUnknownKeyType},
      {with_type(6, 32), NoteFault::kUnknownKeyType},
      {with_type(1, 31), NoteFault::kBadVerifierKey},
      {with_type(4, 33), NoteFault::kBadVerifierKey},
  };
  for (const auto& [vkey, fault] : kCases) {
    const auto parsed = VerifierKey::Parse(vkey);
    ASSERT_FALSE(parsed.ok()) << vkey;
    EXPECT_EQ(parsed.fault(), fault) << vkey << " " << ToString(parsed.fault());
  }
}

TEST(VerifierKey, EveryAlteredByteIsRefused) {
  for (std::size_t i = 0; i < kExampleKey.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string altered(kExampleKey);
      altered[i] = static_cast<char>(altered[i] ^ (1 << bit));
      EXPECT_FALSE(VerifierKey::Parse(altered).ok()) << altered;
    }
  }
}

TEST(SignedNote, NamesWhatIsWrong) {
  const std::string line = "— n AAAAAAE=\n";  // the key hash 0 and one byte
  const std::string good = "text\n\n" + line;
  ASSERT_TRUE(SignedNote::Parse(good).ok());
  std::string many = "text\n\n";
  for (std::size_t i = 0; i <= kMaxNoteSignatures; ++i) many += line;
  const std::pair<std::string, NoteFault> kCases[] = {
      {"", NoteFault::kNoSignatureBlock},
      {"text\n", NoteFault::kNoSignatureBlock},
      {"text\n\n", NoteFault::kNoSignatureBlock},
      {"text\n" + line, NoteFault::kNoSignatureBlock},
      {good + "\n", NoteFault::kNoSignatureBlock},
      {good + "x", NoteFault::kBadSignatureLine},
      {good.substr(0, good.size() - 1), NoteFault::kBadSignatureLine},
      {"text\n\n- n AAAAAAE=\n", NoteFault::kBadSignatureLine},
      {"text\n\n—n AAAAAAE=\n", NoteFault::kBadSignatureLine},
      {"text\n\n— n\n", NoteFault::kBadSignatureLine},
      {"text\n\n— n AAAAAA==\n", NoteFault::kBadSignatureLine},
      {"text\n\n—  AAAAAAE=\n", NoteFault::kBadKeyName},
      {"text\n\n— a+b AAAAAAE=\n", NoteFault::kBadKeyName},
      {"text\n\n— a\xc2\xa0"
       "b AAAAAAE=\n",
       NoteFault::kBadKeyName},
      {"text\n\n— " + std::string(256, 'n') + " AAAAAAE=\n", NoteFault::kBadKeyName},
      {"text\n\n— n  AAAAAAE=\n", NoteFault::kBadBase64},
      {"text\n\n— n AAAAAAE= \n", NoteFault::kBadBase64},
      {"text\n\n— n AAAAAAE\n", NoteFault::kBadBase64},
      {"text\n\n— n AAAAAAF=\n", NoteFault::kBadBase64},
      {"text\n\n— n AAAAAAE=\r\n", NoteFault::kControlCharacter},
      {"te\txt\n\n" + line, NoteFault::kControlCharacter},
      {std::string("te\0xt\n\n", 7) + line, NoteFault::kControlCharacter},
      {"te\xffxt\n\n" + line, NoteFault::kNotUtf8},
      {many, NoteFault::kTooManySignatures},
      {std::string(kMaxNoteBytes, 'x') + good, NoteFault::kNoteTooLong},
  };
  for (const auto& [note, fault] : kCases) {
    const auto parsed = SignedNote::Parse(note);
    ASSERT_FALSE(parsed.ok()) << note.substr(0, 100);
    EXPECT_EQ(parsed.fault(), fault) << note.substr(0, 100) << ToString(parsed.fault());
  }
}

TEST(SignatureLine, IsExactlyOneLine) {
  EXPECT_TRUE(NoteSignature::Parse("— n AAAAAAE=\n").ok());
  EXPECT_FALSE(NoteSignature::Parse("— n AAAAAAE=").ok());
  EXPECT_FALSE(NoteSignature::Parse("— n AAAAAAE=\n\n").ok());
  EXPECT_FALSE(NoteSignature::Parse("— n AAAAAAE=\n— n AAAAAAE=\n").ok());
  EXPECT_FALSE(NoteSignature::Parse("").ok());
  EXPECT_FALSE(NoteSignature::Parse("\n").ok());
}

TEST(Utf8, TakesTheShortestFormOfScalarValuesOnly) {
  for (const std::string_view good :
       {"", "a", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
        "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_TRUE(IsUtf8(good)) << ToHex(good);
  }
  for (const std::string_view bad :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2z", "\xe0\x9f\xbf", "\xe0\xa0",
        "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80", "\xfe", "\xff"}) {
    EXPECT_FALSE(IsUtf8(bad)) << ToHex(bad);
  }
}

TEST(KeyName, HasNoUnicodeSpaces) {
  EXPECT_TRUE(IsKeyName("碳籍.example/保亭"));
  for (const char* name : {"", "a b", "a+b", "a\xc2\x85", "a\xe1\x9a\x80", "\xe2\x80\x83z",
                           "\xe2\x80\xa8", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"}) {
    EXPECT_FALSE(IsKeyName(name)) << name;
  }
}

RC_GTEST_PROP(SignedNote, ReadsWhatItPrints, ()) {
  const auto letters = rc::gen::nonEmpty(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcXYZ/.-_09"))));
  SignedNote note;
  note.text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab \n\n"))) + "\n";
  const int count = *rc::gen::inRange(1, 17);
  for (int i = 0; i < count; ++i) {
    NoteSignature signature;
    signature.name = (*letters).substr(0, 255);
    signature.key_hash = *rc::gen::arbitrary<std::uint32_t>();
    signature.signature = *rc::gen::nonEmpty<std::string>();
    note.signatures.push_back(signature);
  }
  const auto parsed = SignedNote::Parse(note.Print());
  RC_ASSERT(parsed.ok());
  RC_ASSERT(*parsed == note);
}

TEST(NoteFault, EveryEnumeratorHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i < kNoteFaultCount; ++i) names.insert(ToString(static_cast<NoteFault>(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(kNoteFaultCount));
  EXPECT_EQ(ToString(NoteFault::kQuorumNotMet), "QuorumNotMet");
  EXPECT_EQ(ToString(NoteFault::kUnknownKeyType), "UnknownKeyType");
}

}  // namespace
}  // namespace tanji::crypto
