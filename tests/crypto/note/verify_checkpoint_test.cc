#include "crypto/note/verify_checkpoint.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>

#include "tests/crypto/note/cast.h"

namespace tanji::crypto {
namespace {

std::string Text() {
  return Checkpoint{std::string(kOrigin), 7, Sha256("root")}.Print();
}

std::string NameOfFault(const NoteOr<VerifiedCheckpoint>& result) {
  return result.ok() ? "ok" : std::string(ToString(result.fault()));
}

// Go's libraries judged each note of the file by the rules of C2SP; we must agree under kStock.
// Under kStrict we accept less, and say why.
TEST(VerifyCheckpoint, JudgesTheVectorsAsGoDoesAndThenMoreStrictly) {
  const std::map<std::string, std::string> kStrictly = {
      {"exact", "ok"},
      {"other node's log key", "ok"},
      {"log signature last", "ok"},
      {"one validator too many", "SurplusCosignature"},
      {"one witness too many", "SurplusCosignature"},
      {"stranger's cosignature", "UnknownSigner"},
      {"two log signatures", "SecondLogSignature"},
      {"two of four validators", "QuorumNotMet"},
      {"one witness", "QuorumNotMet"},
      {"no cosignature", "QuorumNotMet"},
      {"no log signature", "NoLogSignature"},
      {"log signature of another body", "BadLogSignature"},
      {"cosignature of another body", "BadCosignature"},
      {"cosignature with another time", "BadCosignature"},
      {"another origin", "WrongOrigin"},
      {"no blank line", "NoSignatureBlock"},
      {"no signatures", "NoSignatureBlock"},
  };
  const auto vectors = NoteVectors("notes.json");
  const auto policy = *Policy::Parse(vectors["policy"].get<std::string>());
  ASSERT_EQ(vectors["notes"].size(), kStrictly.size());
  for (const auto& v : vectors["notes"]) {
    const auto name = v["Name"].get<std::string>();
    const auto note = v["Note"].get<std::string>();
    EXPECT_EQ(VerifyCheckpoint(note, policy, kOrigin, NoteRules::kStock).ok(),
              v["Accepted"].get<bool>())
        << name;
    EXPECT_EQ(NameOfFault(VerifyCheckpoint(note, policy, kOrigin)), kStrictly.at(name)) << name;
  }
}

TEST(VerifyCheckpoint, ReturnsWhoCosignedAndTheMedianTime) {
  const auto vectors = NoteVectors("notes.json");
  const auto note = vectors["notes"][0]["Note"].get<std::string>();
  const auto result = VerifyCheckpoint(note, PolicyOf(4, 3, 2), kOrigin);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->checkpoint.size, 300u);
  EXPECT_EQ(result->checkpoint.origin, kOrigin);
  EXPECT_EQ(result->log, 0u);
  // Validators 1, 2 and 4 and witnesses 1 and 3, one second after each other.
  const std::vector<CheckedCosignature> expected = {{0, kFirstTime},
                                                    {1, kFirstTime + 1},
                                                    {3, kFirstTime + 2},
                                                    {4, kFirstTime + 3},
                                                    {6, kFirstTime + 4}};
  EXPECT_EQ(result->cosignatures, expected);
  EXPECT_EQ(result->time, kFirstTime + 2);
  EXPECT_EQ(result->basis, TimeBasis::kMedian);
}

// Each byte of a good note altered, dropped, doubled, and the note cut at each place: it must never
// verify, by either rules.
TEST(VerifyCheckpoint, NoAlterationVerifies) {
  const auto policy = PolicyOf(1, 1, 1);
  const auto text = Text();
  const auto good = NoteOf(text, {LogSigner(1).Sign(text), Validator(1).CosignAt(kFirstTime, text),
                                  Witness(1).CosignAt(kFirstTime, text)});
  ASSERT_TRUE(VerifyCheckpoint(good, policy, kOrigin).ok());
  const auto expect_refused = [&](const std::string& bad, std::size_t at) {
    for (const auto rules : {NoteRules::kStrict, NoteRules::kStock}) {
      EXPECT_FALSE(VerifyCheckpoint(bad, policy, kOrigin, rules).ok()) << "byte " << at << "\n"
                                                                       << bad;
    }
  };
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << i % 8));
    expect_refused(bad, i);
    expect_refused(good.substr(0, i), i);
    bad = good;
    bad.erase(i, 1);
    expect_refused(bad, i);
    bad = good;
    bad.insert(i, 1, good[i]);
    expect_refused(bad, i);
  }
}

TEST(VerifyCheckpoint, RefusesTwiceTheSameCosigner) {
  const auto policy = PolicyOf(1, 0, 0);
  const auto text = Text();
  const auto log = LogSigner(1).Sign(text);
  const auto one = Validator(1).CosignAt(kFirstTime, text);
  const auto two = Validator(1).CosignAt(kFirstTime + 9, text);
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(NoteOf(text, {log, one, one}), policy, kOrigin)),
            "RepeatedCosignature");
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(NoteOf(text, {log, one, two}), policy, kOrigin)),
            "RepeatedCosignature");
  // C2SP allows it; the first counts.
  const auto stock =
      VerifyCheckpoint(NoteOf(text, {log, one, two}), policy, kOrigin, NoteRules::kStock);
  ASSERT_TRUE(stock.ok());
  EXPECT_EQ(stock->time, kFirstTime);
}

// One organisation cannot stand in for three by signing under their names.
TEST(VerifyCheckpoint, ACosignerCountsOnce) {
  const auto policy = PolicyOf(4, 0, 0);
  const auto text = Text();
  std::vector<NoteSignature> signatures = {LogSigner(1).Sign(text)};
  for (int i = 1; i <= 3; ++i) {
    auto forged = Validator(1).CosignAt(kFirstTime, text);
    forged.name = Validator(i).name;
    forged.key_hash = Validator(i).verifier().hash();
    signatures.push_back(forged);
  }
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(NoteOf(text, signatures), policy, kOrigin)),
            "BadCosignature");
}

TEST(VerifyCheckpoint, AnotherLogsKeyOfThePolicyIsAStranger) {
  Policy policy;
  ASSERT_TRUE(
      policy.AddLog({"other.example/log", NoteKeyType::kEd25519, LogSigner(1).key.public_key()})
          .ok());
  ASSERT_TRUE(policy.AddWitness("w", Witness(1).verifier()).ok());
  ASSERT_TRUE(policy.SetQuorum("w").ok());
  const auto text = Text();
  const auto signature = SignNote("other.example/log", LogSigner(1).key, text);
  const auto note = NoteOf(text, {signature, Witness(1).CosignAt(kFirstTime, text)});
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(note, policy, kOrigin)), "UnknownSigner");
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(note, policy, kOrigin, NoteRules::kStock)),
            "NoLogSignature");
}

TEST(VerifyCheckpoint, RefusesMoreThan16Signatures) {
  const auto policy = PolicyOf(24, 0, 0);  // k = 17
  const auto text = Text();
  std::vector<NoteSignature> signatures = {LogSigner(1).Sign(text)};
  for (int i = 1; i <= 17; ++i) signatures.push_back(Validator(i).CosignAt(kFirstTime, text));
  const auto note = NoteOf(text, signatures);
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(note, policy, kOrigin)), "TooManySignatures");
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(note, policy, kOrigin, NoteRules::kStock)), "ok");
  const auto trimmed = TrimToQuorum(note, policy, kOrigin);
  ASSERT_FALSE(trimmed.ok());
  EXPECT_EQ(trimmed.fault(), NoteFault::kTooManySignatures);
}

TEST(VerifyCheckpoint, AnEmptyQuorumTellsNoTime) {
  auto policy = Policy();
  ASSERT_TRUE(policy.AddLog(LogSigner(1).verifier()).ok());
  ASSERT_TRUE(policy.SetQuorum("none").ok());
  const auto text = Text();
  const auto note = NoteOf(text, {LogSigner(1).Sign(text)});
  EXPECT_EQ(NameOfFault(VerifyCheckpoint(note, policy, kOrigin)), "NoCosignature");
  const auto stock = VerifyCheckpoint(note, policy, kOrigin, NoteRules::kStock);
  ASSERT_TRUE(stock.ok());
  EXPECT_EQ(stock->basis, TimeBasis::kNone);
}

TEST(VerifyCheckpoint, TheTimeOfASoloLedgerIsItsWitnesses) {
  const auto text = Text();
  const auto log = LogSigner(1).Sign(text);
  const auto own = Validator(1).CosignAt(kFirstTime, text);
  const auto alone = VerifyCheckpoint(NoteOf(text, {log, own}), PolicyOf(1, 0, 0), kOrigin);
  ASSERT_TRUE(alone.ok());
  EXPECT_EQ(alone->time, kFirstTime);
  EXPECT_EQ(alone->basis, TimeBasis::kOwnClaim);

  const auto witness = Witness(2).CosignAt(kFirstTime + 60, text);
  const auto seen = VerifyCheckpoint(NoteOf(text, {log, own, witness}), PolicyOf(1, 3, 1), kOrigin);
  ASSERT_TRUE(seen.ok());
  EXPECT_EQ(seen->time, kFirstTime + 60);
  EXPECT_EQ(seen->basis, TimeBasis::kWitnesses);
}

TEST(TrimToQuorum, MakesAStrictNoteOfWhatWasGathered) {
  const auto policy = PolicyOf(4, 3, 2);
  const auto text = Text();
  std::vector<NoteSignature> gathered = {Witness(9).CosignAt(kFirstTime, text)};  // a stranger
  for (int i = 3; i >= 1; --i) gathered.push_back(Witness(i).CosignAt(kFirstTime, text));
  for (int i = 4; i >= 1; --i) gathered.push_back(Validator(i).CosignAt(kFirstTime, text));
  gathered.push_back(LogSigner(2).Sign(text));
  gathered.push_back(LogSigner(1).Sign(text));
  const auto note = NoteOf(text, gathered);
  ASSERT_FALSE(VerifyCheckpoint(note, policy, kOrigin).ok());

  const auto trimmed = TrimToQuorum(note, policy, kOrigin);
  ASSERT_TRUE(trimmed.ok());
  const auto& g = gathered;
  EXPECT_EQ(*trimmed, NoteOf(text, {g[8], g[7], g[6], g[5], g[3], g[2]}));
  EXPECT_TRUE(VerifyCheckpoint(*trimmed, policy, kOrigin).ok());
  EXPECT_EQ(*TrimToQuorum(*trimmed, policy, kOrigin), *trimmed);
}

TEST(TrimToQuorum, RefusesWhatStockRulesRefuse) {
  const auto policy = PolicyOf(4, 3, 2);
  const auto vectors = NoteVectors("notes.json");
  for (const auto& v : vectors["notes"]) {
    const auto note = v["Note"].get<std::string>();
    const auto trimmed = TrimToQuorum(note, policy, kOrigin);
    EXPECT_EQ(trimmed.ok(), v["Accepted"].get<bool>()) << v["Name"];
    EXPECT_EQ(trimmed.ok() && VerifyCheckpoint(*trimmed, policy, kOrigin).ok(), trimmed.ok())
        << v["Name"];
  }
}

TEST(LowerMedian, TakesTheEarlierOfTheMiddleTwo) {
  EXPECT_EQ(LowerMedian({5}), 5u);
  EXPECT_EQ(LowerMedian({9, 5}), 5u);
  EXPECT_EQ(LowerMedian({9, 1, 5}), 5u);
  EXPECT_EQ(LowerMedian({9, 1, 5, 7}), 5u);
}

}  // namespace
}  // namespace tanji::crypto
