// What two other implementations say about the proofs that we write. They are not run here: their
// verdicts are committed, for the very proofs that are committed (tests/oracles/jmt/README.md).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/crypto/tree/proof_cases.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;
using Json = nlohmann::ordered_json;

TEST(Oracles, JudgedTheProofsThatWeWriteToday) {
  EXPECT_EQ(ReadVectors("proofs.json"), ProofCases().dump(1) + "\n")
      << "write proofs.json and the verdicts anew: tests/oracles/jmt/README.md";
}

class OracleVerdicts : public testing::TestWithParam<const char*> {};

TEST_P(OracleVerdicts, AgreeWithOurs) {
  const auto accepted = Json::parse(ReadVectors(GetParam()))["accepted"];
  const auto cases = ProofCases()["cases"];
  int honest = 0, untrue = 0, stricter = 0;
  for (const auto& row : cases) {
    const std::string name = row["name"];
    ASSERT_TRUE(accepted.contains(name)) << name;
    const bool theirs = accepted[name];
    const bool ours = row["ours"].is_null() || row["ours"] == "Holds";
    // The claim that matters: whatever we accept, they accept.
    EXPECT_TRUE(theirs || !ours) << name;
    if (row["group"] == "honest") {
      EXPECT_TRUE(ours && theirs) << name;
      ++honest;
    } else if (row["group"] == "false") {
      EXPECT_FALSE(ours || theirs) << name;
      ++untrue;
    } else {
      EXPECT_FALSE(ours) << name;
      stricter += theirs;
    }
  }
  EXPECT_EQ(accepted.size(), cases.size());
  EXPECT_EQ(honest, 16);
  EXPECT_EQ(untrue, 8);
  EXPECT_GE(stricter, 7);
}

INSTANTIATE_TEST_SUITE_P(, OracleVerdicts,
                         testing::Values("verdicts_rust.json", "verdicts_go.json"));

}  // namespace
}  // namespace tanji::crypto
