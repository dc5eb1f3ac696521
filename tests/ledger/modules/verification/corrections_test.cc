// Requests for correction, from the asking to the closing.
#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/find.h"
#include "ledger/modules/verification/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/verification/audit.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Audit;

class Corrections : public ::testing::Test {
 protected:
  v1::Correction Read(const std::string& name) {
    return kCorrections.Get(audit_.world.state(), ParseIdName(kCorrectionsCollection, name).value())
        .value();
  }
  std::uint32_t Open(const std::string& auditor_id = "auditor") {
    const auto footprint = ParseIdName(kFootprintsCollection, audit_.footprint).value();
    return OpenCount(audit_.world.state(), footprint, auditor_id);
  }
  std::string Correcting() {
    auto header = testing::MangoHeader();
    auto& before = *header.add_predecessors();
    before.set_footprint(audit_.footprint);
    before.set_reason(v1::SUCCESSION_REASON_CORRECTION);
    return audit_.Declared(header, {testing::PowerLine("power", "900")});
  }

  Audit audit_;
};

TEST_F(Corrections, SayWhoAskedForWhat) {
  const auto correction = Read(audit_.Requested());
  EXPECT_EQ(correction.footprint(), audit_.footprint);
  EXPECT_EQ(correction.auditor(), "participants/auditor");
  ASSERT_EQ(correction.lines_size(), 1);
  EXPECT_EQ(correction.lines(0), "power");
  EXPECT_EQ(correction.request().en(), "Please add the electricity bill");
  EXPECT_EQ(correction.requested_time(), audit_.world.now_ms());
  ASSERT_EQ(correction.signed_by_size(), 1);
  EXPECT_EQ(correction.signed_by(0), testing::KeyOf("auditor").key_id().str());
  EXPECT_EQ(correction.state(), v1::CORRECTION_STATE_OPEN);
}

TEST_F(Corrections, AreAboutTheWholeWhereNoLineIsNamed) {
  auto request = testing::Request(audit_.footprint);
  request.clear_lines();
  EXPECT_TRUE(Accepted(audit_.world.Do("auditor", request)));
}

TEST_F(Corrections, KeepTheAnswerAndTheClosing) {
  const auto name = audit_.Requested();
  auto answer = testing::AnswerTo(name);
  answer.set_successor(Correcting());
  audit_.Do(answer);
  auto correction = Read(name);
  EXPECT_EQ(correction.state(), v1::CORRECTION_STATE_ANSWERED);
  EXPECT_EQ(correction.answer().successor(), answer.successor());
  EXPECT_EQ(correction.answer().evidence(0), testing::ReportName());
  EXPECT_EQ(correction.answer().signed_by(0), testing::KeyOf("farm").key_id().str());
  ASSERT_TRUE(Accepted(audit_.world.Do("auditor", testing::Closing(name))));
  correction = Read(name);
  EXPECT_EQ(correction.state(), v1::CORRECTION_STATE_RESOLVED);
  EXPECT_EQ(correction.closing().note().en(), "checked");
  EXPECT_EQ(correction.closing().closed_time(), audit_.world.now_ms());
  EXPECT_TRUE(correction.has_answer());
}

TEST_F(Corrections, AreCountedUntilTheyAreClosed) {
  const auto first = audit_.Requested();
  const auto second = audit_.Requested();
  EXPECT_EQ(Open(), 2u);
  audit_.Answered(first);
  EXPECT_EQ(Open(), 2u);
  ASSERT_TRUE(Accepted(audit_.world.Do("auditor", testing::Closing(first))));
  EXPECT_EQ(Open(), 1u);
  // Nobody answered this one: nothing was wrong after all.
  ASSERT_TRUE(Accepted(
      audit_.world.Do("auditor", testing::Closing(second, v1::CORRECTION_STATE_WITHDRAWN))));
  EXPECT_EQ(Open(), 0u);
  EXPECT_TRUE(Accepted(audit_.Issue(audit_.Statement())));
}

TEST_F(Corrections, BlockOnlyTheAuditorThatAsked) {
  audit_.world.Register("rival", {v1::PARTICIPANT_KIND_AUDITOR});
  ASSERT_TRUE(Accepted(audit_.world.Do("rival", testing::Request(audit_.footprint))));
  EXPECT_EQ(Open("rival"), 1u);
  EXPECT_EQ(Open(), 0u);
  EXPECT_TRUE(Accepted(audit_.Issue(audit_.Statement())));
}

}  // namespace
}  // namespace tanji::ledger
