#include "crypto/note/policy.h"

#include <gtest/gtest.h>

#include "tests/crypto/note/cast.h"

namespace tanji::crypto {
namespace {

std::string LogKey(int i) {
  return LogSigner(i).verifier().Print();
}
std::string WitnessKey(int i) {
  return Witness(i).verifier().Print();
}

WitnessSet SetOf(std::initializer_list<std::size_t> indexes) {
  WitnessSet out;
  for (const auto i : indexes) out.set(i);
  return out;
}

// The example of the tlog-policy specification, with comments and odd spacing added.
std::string SpecificationExample() {
  return "# two levels\n\nlog " + LogKey(1) + "\n\n" +                   //
         "witness X1 " + WitnessKey(1) + "\n" +                          //
         " witness\tX2  " + WitnessKey(2) + "\thttps://x2.example \n" +  //
         "witness X3 " + WitnessKey(3) + "\n" +                          //
         "group  X-witnesses 2 X1 X2 X3\n" +                             //
         "witness Y1 " + WitnessKey(4) + "\n" +                          //
         "witness Y2 " + WitnessKey(5) + "\n" +                          //
         "witness Y3 " + WitnessKey(6) + "\n" +                          //
         "\t # any of them\n" +                                          //
         "group Y-witnesses any Y1 Y2 Y3\n" +                            //
         "group X-and-Y all X-witnesses Y-witnesses\n" +                 //
         "quorum X-and-Y\n";
}

TEST(Policy, ReadsTheExampleOfTheSpecification) {
  const auto policy = Policy::Parse(SpecificationExample());
  ASSERT_TRUE(policy.ok()) << policy.status();
  ASSERT_EQ(policy->witnesses().size(), 6u);
  EXPECT_EQ(policy->witnesses()[1].url, "https://x2.example");
  EXPECT_FALSE(policy->IsMet({}));
  EXPECT_FALSE(policy->IsMet(SetOf({0, 1, 2})));
  EXPECT_FALSE(policy->IsMet(SetOf({0, 3, 4, 5})));
  EXPECT_TRUE(policy->IsMet(SetOf({0, 2, 4})));
  EXPECT_TRUE(policy->IsMet(SetOf({0, 1, 2, 3, 4, 5})));
  EXPECT_EQ(policy->Minimal(SetOf({0, 1, 2, 3, 4, 5})), SetOf({0, 1, 3}));
}

TEST(Policy, ReadsWhatItPrints) {
  const auto policy = *Policy::Parse(SpecificationExample());
  const auto text = policy.Print();
  const auto again = Policy::Parse(text);
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(again->Print(), text);
  EXPECT_EQ(again->groups()[2].threshold, 2u);
}

TEST(Policy, QuorumMayBeNoneOrOneWitness) {
  const auto none = Policy::Parse("quorum none\n");
  ASSERT_TRUE(none.ok());
  EXPECT_TRUE(none->IsMet({}));
  EXPECT_EQ(none->Print(), "quorum none\n");
  const auto one = Policy::Parse("witness w " + WitnessKey(1) + "\nquorum w\n");
  ASSERT_TRUE(one.ok());
  EXPECT_FALSE(one->IsMet({}));
  EXPECT_TRUE(one->IsMet(SetOf({0})));
  EXPECT_FALSE(Policy().IsMet(SetOf({0})));
}

TEST(Policy, NamesTheLineAndTheReason) {
  const std::string w1 = "witness w1 " + WitnessKey(1) + "\n";
  const std::string w2 = "witness w2 " + WitnessKey(2) + "\n";
  const std::pair<std::string, const char*> kCases[] = {
      {"", "policy: no quorum line"},
      {"# nothing\n", "policy: no quorum line"},
      {"quorum none", "policy line 1: no newline at the end"},
      {"quorum\n", "policy line 1: a quorum line is: quorum <name>|none"},
      {"quorum none none\n", "policy line 1: a quorum line is: quorum <name>|none"},
      {"quorum none\nquorum none\n", "policy line 2: a second quorum line"},
      {"quorum w1\n" + w1, "policy line 1: 'w1' is not defined yet"},
      {"quorum none # all\n", "policy line 1: '#' is allowed in comment lines only"},
      {"quorum none\r\n", "policy line 1: a control character"},
      {"\n\x7f\n", "policy line 2: a control character"},
      {"Quorum none\n", "policy line 1: 'Quorum' is not log, witness, group or quorum"},
      {"log\n", "policy line 1: a log line is: log <vkey> [<url>]"},
      {"log " + LogKey(1) + " u v\n", "policy line 1: a log line is: log <vkey> [<url>]"},
      {"log nonsense\n", "policy line 1: 'nonsense' is not a verifier key: BadVerifierKey"},
      {"log " + WitnessKey(1) + "\n", "policy line 1: a log key must be of type 0x01"},
      {"log " + LogKey(1) + "\nlog " + LogKey(1) + "\n", "occurs twice"},
      {"witness w1\n", "policy line 1: a witness line is: witness <name> <vkey> [<url>]"},
      {"witness w1 " + LogKey(1) + "\n", "policy line 1: a witness key must be of type 0x04"},
      {"witness none " + WitnessKey(1) + "\n", "policy line 1: 'none' cannot be a name"},
      {"witness any " + WitnessKey(1) + "\n", "policy line 1: 'any' cannot be a name"},
      {w1 + "witness w1 " + WitnessKey(2) + "\n", "policy line 2: 'w1' is defined twice"},
      {w1 + "witness w2 " + WitnessKey(1) + "\n", "policy line 2: 'w2' has the same key as 'w1'"},
      {w1 + "group g 1\n", "policy line 2: a group line is: group <name> <k>|any|all <member>..."},
      {w1 + "group g 0 w1\n", "policy line 2: group 'g' needs 0 of 1 members"},
      {w1 + "group g 2 w1\n", "policy line 2: group 'g' needs 2 of 1 members"},
      {w1 + "group g 01 w1\n", "policy line 2: '01' is not a threshold"},
      {w1 + "group g -1 w1\n", "policy line 2: '-1' is not a threshold"},
      {w1 + "group g some w1\n", "policy line 2: 'some' is not a threshold"},
      {w1 + "group w1 1 w1\n", "policy line 2: 'w1' is defined twice"},
      {w1 + "group g 1 g\n", "policy line 2: 'g' is not defined yet"},
      {w1 + "group g 1 none\n", "policy line 2: 'none' is not defined yet"},
      {w1 + "group g 1 w1 w1\n", "policy line 2: 'w1' is already a member of a group"},
      {w1 + w2 + "group g 1 w1\ngroup h 1 w1 w2\n", "policy line 4: 'w1' is already a member"},
      {std::string(kMaxPolicyBytes + 1, '\n'), "policy: more than 65536 bytes"},
  };
  for (const auto& [text, message] : kCases) {
    const auto policy = Policy::Parse(text);
    ASSERT_FALSE(policy.ok()) << text.substr(0, 200);
    EXPECT_EQ(policy.status().code(), absl::StatusCode::kInvalidArgument);
    const std::string found(policy.status().message().data(), policy.status().message().size());
    EXPECT_NE(found.find(message), std::string::npos) << found << "\n" << text.substr(0, 200);
  }
}

TEST(Policy, IsBounded) {
  const std::string w = "witness w";
  std::string text;
  std::string members;
  for (int i = 0; i < 64; ++i) {
    text += "log " + LogKey(i) + "\n" + w + std::to_string(i) + " " + WitnessKey(i) + "\n";
    members += " w" + std::to_string(i);
  }
  const auto full = text + "group g 43" + members + "\nquorum g\n";
  EXPECT_TRUE(Policy::Parse(full).ok()) << Policy::Parse(full).status();
  EXPECT_FALSE(Policy::Parse("log " + LogKey(64) + "\n" + full).ok());
  EXPECT_FALSE(Policy::Parse(w + "64 " + WitnessKey(64) + "\n" + full).ok());
  std::string groups;
  for (int i = 0; i < 65; ++i) {
    groups += "group g" + std::to_string(i) + " 1 w" + std::to_string(i == 0 ? 0 : i % 64) + "\n";
  }
  const auto too_many = Policy::Parse(text + groups + "quorum none\n");
  EXPECT_FALSE(too_many.ok());
  std::string crowded = "group g 1";
  for (int i = 0; i < 1000; ++i) crowded += " x";
  EXPECT_FALSE(Policy::Parse(text + crowded + "\n").ok());
}

TEST(QuorumOf, IsTwoThirdsAndOne) {
  EXPECT_EQ(QuorumOf(1), 1u);
  EXPECT_EQ(QuorumOf(2), 2u);
  EXPECT_EQ(QuorumOf(3), 3u);
  EXPECT_EQ(QuorumOf(4), 3u);
  EXPECT_EQ(QuorumOf(7), 5u);
  EXPECT_EQ(QuorumOf(10), 7u);
}

TEST(MakeLedgerPolicy, WritesTheVectorThatGoReads) {
  // The vector writes `all` where we write the number.
  auto expected = NoteVectors("notes.json")["policy"].get<std::string>();
  const std::string all = "group validators-and-witnesses all";
  expected.replace(expected.find(all), all.size(), "group validators-and-witnesses 2");
  const auto policy = Policy::Parse(expected);
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_EQ(PolicyOf(4, 3, 2), *policy);
}

TEST(MakeLedgerPolicy, OfASoloLedgerAsksForItsOwnCosigner) {
  const auto policy = PolicyOf(1, 0, 0);
  EXPECT_EQ(policy.Print(), "log " + LogKey(1) + "\nwitness org1 " +
                                Validator(1).verifier().Print() +
                                " https://org1.example/cosign\ngroup validators 1 org1\n"
                                "quorum validators\n");
}

TEST(MakeLedgerPolicy, RefusesWhatNoFileCouldSay) {
  EXPECT_FALSE(MakeLedgerPolicy({}).ok());
  LedgerPolicyParts parts;
  parts.validators = {{"a", Validator(1).verifier(), ""}, {"b", Validator(1).verifier(), ""}};
  EXPECT_FALSE(MakeLedgerPolicy(parts).ok());
  parts.validators[1].key = Validator(2).verifier();
  EXPECT_TRUE(MakeLedgerPolicy(parts).ok());
  parts.witness_threshold = 1;
  EXPECT_FALSE(MakeLedgerPolicy(parts).ok());
  parts.witness_threshold = 0;
  parts.validators[1].url = "https://a.example/\nquorum none";
  EXPECT_FALSE(MakeLedgerPolicy(parts).ok());
  parts.validators[1].url = "";
  parts.validators[1].name = "a b";
  EXPECT_FALSE(MakeLedgerPolicy(parts).ok());
}

TEST(Policy, ARefusedDefinitionChangesNothing) {
  Policy policy = PolicyOf(4, 0, 0);
  const Policy before = policy;
  constexpr std::string_view kMembers[] = {"org1"};
  EXPECT_FALSE(policy.AddGroup("again", 1, kMembers).ok());
  EXPECT_FALSE(policy.AddWitness("org1", Witness(9).verifier()).ok());
  EXPECT_FALSE(policy.AddLog(LogSigner(1).verifier()).ok());
  EXPECT_FALSE(policy.SetQuorum("org1").ok());
  EXPECT_EQ(policy, before);
}

// Every set of the six cosigners of the example.
TEST(Policy, MinimalMeetsAndNoMemberOfItCanBeLeftOut) {
  const auto policy = *Policy::Parse(SpecificationExample());
  int met = 0;
  for (unsigned bits = 0; bits < 64; ++bits) {
    const WitnessSet cosigned(bits);
    const bool expected = (bits & 7 & ((bits & 7) - 1)) != 0 && (bits >> 3) != 0;
    ASSERT_EQ(policy.IsMet(cosigned), expected) << bits;
    if (!expected) continue;
    ++met;
    const auto minimal = policy.Minimal(cosigned);
    EXPECT_TRUE(policy.IsMet(minimal));
    EXPECT_TRUE((minimal & ~cosigned).none());
    EXPECT_EQ(minimal.count(), 3u);
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_EQ(policy.IsMet(WitnessSet(minimal).reset(i)), !minimal.test(i)) << bits;
    }
  }
  EXPECT_EQ(met, 4 * 7);
}

}  // namespace
}  // namespace tanji::crypto
