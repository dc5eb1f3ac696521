// What we write must be accepted by the tools that others run. Go's libraries judged the texts of
// tests/vectors/note/written.json; their verdicts lie beside it in accepted.json (gonotes check).
// These tests make sure that we still write exactly those texts. After a wanted change, write the
// file anew with TANJI_WRITE_VECTORS=1 and let gonotes judge it: tests/oracles/gonotes/README.md.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "crypto/log/log_tree.h"
#include "crypto/note/tlog_proof.h"
#include "crypto/note/verify_checkpoint.h"
#include "tests/crypto/log/memory_log.h"
#include "tests/crypto/note/cast.h"

namespace tanji::crypto {
namespace {

constexpr const char* kWrittenPath = TANJI_SOURCE_DIR "/tests/vectors/note/written.json";

struct Ledger {
  std::string name;
  int validators;
  int witnesses;
  std::size_t threshold;
};
const Ledger kLedgers[] = {{"solo", 1, 0, 0},
                           {"solo with a witness", 1, 1, 1},
                           {"four organisations", 4, 0, 0},
                           {"seven organisations, two of three witnesses", 7, 3, 2}};

nlohmann::json Case(const std::string& name, const char* kind, const Policy& policy,
                    const std::string& entry, const std::string& text) {
  return {{"Name", name},
          {"Kind", kind},
          {"Policy", policy.Print()},
          {"Origin", std::string(kOrigin)},
          {"Entry", entry},
          {"Text", text}};
}

// The served checkpoint of a log of `size` entries, trimmed from everybody's cosignatures.
std::string ServedCheckpoint(const Ledger& ledger, std::uint64_t size, const MemoryLog& log) {
  const auto text = Checkpoint{std::string(kOrigin), size, *TreeHash(size, log)}.Print();
  std::vector<NoteSignature> signatures = {LogSigner(1).Sign(text)};
  for (int i = 1; i <= ledger.validators; ++i) {
    signatures.push_back(Validator(i).CosignAt(kFirstTime + static_cast<std::uint64_t>(i), text));
  }
  for (int i = 1; i <= ledger.witnesses; ++i) {
    signatures.push_back(Witness(i).CosignAt(kFirstTime + static_cast<std::uint64_t>(i), text));
  }
  const auto policy = PolicyOf(ledger.validators, ledger.witnesses, ledger.threshold);
  return *TrimToQuorum(NoteOf(text, signatures), policy, kOrigin);
}

nlohmann::json Written() {
  const MemoryLog log(300);
  auto cases = nlohmann::json::array();
  for (const auto& ledger : kLedgers) {
    const auto policy = PolicyOf(ledger.validators, ledger.witnesses, ledger.threshold);
    for (const std::uint64_t size : {1, 256, 300}) {
      const auto note = ServedCheckpoint(ledger, size, log);
      const auto suffix = ", size " + std::to_string(size);
      cases.push_back(Case("checkpoint: " + ledger.name + suffix, "note", policy, "", note));
      const std::uint64_t index = size - 1;
      const TlogProof proof{index, *ProveInclusion(index, size, log), note};
      cases.push_back(Case("proof: " + ledger.name + suffix, "proof", policy, NumberedEntry(index),
                           proof.Print()));
    }
  }
  // That the judge can say no: one byte of a root, and a proof of another entry.
  auto spoilt = cases[cases.size() - 2];
  auto text = spoilt["Text"].get<std::string>();
  text[kOrigin.size() + 8] = text[kOrigin.size() + 8] == 'A' ? 'B' : 'A';
  spoilt["Name"] = "spoilt: altered root";
  spoilt["Text"] = text;
  auto other = cases.back();
  other["Name"] = "spoilt: another entry";
  other["Entry"] = NumberedEntry(7);
  cases.push_back(spoilt);
  cases.push_back(other);
  return {{"Source", "written_test.cc with TANJI_WRITE_VECTORS=1"}, {"Cases", cases}};
}

TEST(Written, IsWhatTheVectorsHold) {
  const auto written = Written();
  if (std::getenv("TANJI_WRITE_VECTORS") != nullptr) {
    std::ofstream(kWrittenPath) << written.dump(1) << "\n";
  }
  EXPECT_EQ(NoteVectors("written.json"), written);
}

TEST(Written, IsAcceptedByGo) {
  const auto cases = NoteVectors("written.json")["Cases"];
  const auto verdicts = NoteVectors("accepted.json")["verdicts"];
  ASSERT_EQ(verdicts.size(), cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto name = cases[i]["Name"].get<std::string>();
    EXPECT_EQ(verdicts[i]["Name"].get<std::string>(), name);
    EXPECT_EQ(verdicts[i]["Sha256"].get<std::string>(),
              Sha256(cases[i]["Text"].get<std::string>()).Hex())
        << name;
    EXPECT_EQ(verdicts[i]["Accepted"].get<bool>(), name.rfind("spoilt", 0) != 0) << name;
  }
}

TEST(Written, IsAcceptedByUs) {
  const auto vectors = NoteVectors("written.json");
  for (const auto& c : vectors["Cases"]) {
    const auto policy = Policy::Parse(c["Policy"].get<std::string>());
    ASSERT_TRUE(policy.ok());
    const auto text = c["Text"].get<std::string>();
    const bool ok =
        c["Kind"] == "note"
            ? VerifyCheckpoint(text, *policy, kOrigin).ok()
            : VerifyTlogProof(text, LeafHash(c["Entry"].get<std::string>()), *policy, kOrigin).ok();
    EXPECT_EQ(ok, c["Name"].get<std::string>().rfind("spoilt", 0) != 0) << c["Name"];
  }
}

}  // namespace
}  // namespace tanji::crypto
