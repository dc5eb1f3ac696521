#include "crypto/note/tlog_proof.h"

#include <gtest/gtest.h>

#include "crypto/log/log_tree.h"
#include "tests/crypto/log/memory_log.h"
#include "tests/crypto/note/cast.h"

namespace tanji::crypto {
namespace {

std::string NameOfFault(const NoteOr<VerifiedEntry>& result) {
  return result.ok() ? "ok" : std::string(ToString(result.fault()));
}

struct Vector {
  Vector() {
    const auto json = NoteVectors("notes.json");
    text = json["proof"];
    with_extra = json["proofWithExtra"];
    leaf_hash = LeafHash(json["proofEntry"].get<std::string>());
  }
  std::string text, with_extra;
  Hash leaf_hash;
};

TEST(TlogProof, VerifiesWhatGoWrote) {
  const Vector vector;
  const auto verified = VerifyTlogProof(vector.text, vector.leaf_hash, PolicyOf(4, 3, 2), kOrigin);
  ASSERT_TRUE(verified.ok()) << ToString(verified.fault());
  EXPECT_EQ(verified->index, 299u);
  EXPECT_EQ(verified->log.checkpoint.size, 300u);
  EXPECT_EQ(verified->log.time, kFirstTime + 2);
  EXPECT_EQ(verified->log.cosignatures.size(), 5u);
  EXPECT_EQ(TlogProof::Parse(vector.text)->Print(), vector.text);
}

TEST(TlogProof, RefusesTheExtraLine) {
  const Vector vector;
  EXPECT_EQ(
      NameOfFault(VerifyTlogProof(vector.with_extra, vector.leaf_hash, PolicyOf(4, 3, 2), kOrigin)),
      "ExtraLine");
}

// Each byte altered or dropped, and the file cut at each place.
TEST(TlogProof, NoAlterationVerifies) {
  const MemoryLog log(100);
  const auto text = Checkpoint{std::string(kOrigin), 100, *TreeHash(100, log)}.Print();
  const TlogProof proof{
      42, *ProveInclusion(42, 100, log),
      NoteOf(text, {LogSigner(1).Sign(text), Validator(1).CosignAt(kFirstTime, text)})};
  const auto good = proof.Print();
  const auto policy = PolicyOf(1, 0, 0);
  const auto verifies = [&](const std::string& altered, const std::string& entry = "entry-42") {
    return VerifyTlogProof(altered, LeafHash(entry), policy, kOrigin).ok();
  };
  ASSERT_TRUE(verifies(good));
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << i % 8));
    EXPECT_FALSE(verifies(bad)) << i;
    EXPECT_FALSE(verifies(good.substr(0, i))) << i;
    bad = good;
    bad.erase(i, 1);
    EXPECT_FALSE(verifies(bad)) << i;
  }
  EXPECT_FALSE(verifies(good + "\n"));
  EXPECT_FALSE(verifies(good, "entry-41"));
}

TEST(TlogProof, NamesWhatIsWrong) {
  const Vector vector;
  const auto good = *TlogProof::Parse(vector.text);
  const std::string hash_line = "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=\n";
  const std::string head = "c2sp.org/tlog-proof@v1\n";
  const auto with_index = [&](std::string_view index) {
    auto text = good.Print();
    const std::string line = "index 299\n";
    return text.replace(text.find(line), line.size(), index);
  };
  auto neighbour = good;
  neighbour.index = 298;
  auto far = good;
  far.index = 7;
  auto outside = good;
  outside.index = 300;
  auto shorter = good;
  shorter.hashes.pop_back();
  auto longer = good;
  longer.hashes.push_back(good.hashes.back());
  auto swapped = good;
  std::swap(swapped.hashes.front(), swapped.hashes.back());
  std::string many = head + "index 0\n";
  for (std::size_t i = 0; i <= kMaxProofHashes; ++i) many += hash_line;
  const std::pair<std::string, const char*> kCases[] = {
      {"", "BadProofHeader"},
      {"c2sp.org/tlog-proof@v2\n", "BadProofHeader"},
      {"c2sp.org/tlog-proof@v1", "BadProofHeader"},
      {head, "BadProofIndex"},
      {with_index("index 0299\n"), "BadProofIndex"},
      {with_index("index  299\n"), "BadProofIndex"},
      {with_index("index -1\n"), "BadProofIndex"},
      {with_index("index 9223372036854775808\n"), "BadProofIndex"},
      {with_index("Index 299\n"), "BadProofIndex"},
      {with_index(""), "BadProofIndex"},
      {with_index("extra AAAA\nindex 299\n"), "ExtraLine"},
      {with_index("index 299\nextra AAAA\n"), "BadProofHash"},
      {head + "index 0\nAAAA\n\n", "BadProofHash"},
      {head + "index 0\n" + hash_line, "NoCheckpoint"},
      {many, "TooManyProofHashes"},
      {head + "index 0\n\n", "NoSignatureBlock"},
      {neighbour.Print(), "ProofRoot"},
      {far.Print(), "ProofLength"},
      {outside.Print(), "IndexOutOfRange"},
      {shorter.Print(), "ProofLength"},
      {longer.Print(), "ProofLength"},
      {swapped.Print(), "ProofRoot"},
      {std::string(kMaxTlogProofBytes + 1, 'x'), "ProofTooLong"},
  };
  for (const auto& [text, name] : kCases) {
    EXPECT_EQ(NameOfFault(VerifyTlogProof(text, vector.leaf_hash, PolicyOf(4, 3, 2), kOrigin)),
              name)
        << text.substr(0, 120);
  }
}

// Entry 0 of a log with one entry: a proof without hashes.
TEST(TlogProof, MayHaveNoHashes) {
  const MemoryLog log(1);
  const auto text = Checkpoint{std::string(kOrigin), 1, *TreeHash(1, log)}.Print();
  const TlogProof proof{
      0, {}, NoteOf(text, {LogSigner(1).Sign(text), Validator(1).CosignAt(kFirstTime, text)})};
  const auto verified =
      VerifyTlogProof(proof.Print(), LeafHash("entry-0"), PolicyOf(1, 0, 0), kOrigin);
  ASSERT_TRUE(verified.ok()) << ToString(verified.fault());
  EXPECT_EQ(verified->index, 0u);
}

}  // namespace
}  // namespace tanji::crypto
