// Each invariant of schemes sees the corruption that it is there for.
#include <gtest/gtest.h>

#include "ledger/modules/schemes/tables.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::World;

class SchemesInvariants : public ::testing::Test {
 protected:
  SchemesInvariants() {
    testing::PublishPilot(world_);
    EXPECT_TRUE(testing::Accepted(world_.Do("body-hn", testing::SecondVersion())));
  }
  std::string Problem(std::string_view invariant) {
    const auto outcome = testing::CheckInvariant("schemes." + std::string(invariant),
                                                 layer_.changes(), world_.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  // Rewrites the progress of a version with what `alter` makes of it.
  template <class Alter>
  void AlterProgress(const std::string& version, Alter alter) {
    auto progress = kSchemeVersionProgress.Get(layer_, s_, version).value();
    alter(progress);
    kSchemeVersionProgress.Put(layer_, s_, version, progress);
  }
  World world_;
  Overlay layer_{testing::Below(world_.state())};
  const std::string s_ = "pilot", v_ = "v1";
};

TEST_F(SchemesInvariants, HoldAtRest) {
  AlterProgress(v_, [](auto&) {});
  for (const auto* name :
       {"versions_progress", "digests_pin_the_content", "histories_begin_with_publication"}) {
    EXPECT_EQ(Problem(name), "") << name;
  }
}

TEST_F(SchemesInvariants, SeeRewrittenContent) {
  auto category = kCategoryCriteria.Get(layer_, s_, v_, "CPC:01316").value();
  category.mutable_base()->mutable_value()->set_decimal("30000");
  kCategoryCriteria.Put(layer_, s_, v_, "CPC:01316", category);
  EXPECT_EQ(Problem("content_is_immutable"), "rewritten");
}

TEST_F(SchemesInvariants, SeeDeletedContent) {
  for (const auto& key : {kSchemes.Key(s_), kSchemeTerms.Key(s_, 0), kSerialPrefixes.Key("HN15"),
                          kSchemeVersions.Key(s_, v_), kSchemeRequirements.Key(s_, v_),
                          kSchemeClauses.Key(s_, v_, "04-01"), kClaimTexts.Key(s_, v_, "CN"),
                          kCategoryCriteria.Key(s_, v_, "CPC:01316")}) {
    Overlay layer(testing::Below(world_.state()));
    layer.Delete(key);
    EXPECT_FALSE(testing::CheckInvariant("schemes.content_is_immutable", layer.changes(),
                                         world_.state(), layer)
                     .ok());
  }
}

TEST_F(SchemesInvariants, SeeASchemeUnderAnotherId) {
  kSchemes.Put(layer_, "other", kSchemes.Get(layer_, s_).value());
  EXPECT_EQ(Problem("schemes_lie_under_their_id"), "not the key of its id");
}

TEST_F(SchemesInvariants, SeeASchemeWithoutProgress) {
  auto scheme = kSchemes.Get(layer_, s_).value();
  scheme.set_id("other");
  kSchemes.Put(layer_, "other", scheme);
  EXPECT_EQ(Problem("schemes_lie_under_their_id"), "no progress record");
}

TEST_F(SchemesInvariants, SeeAPrefixOfTwoSchemes) {
  auto scheme = kSchemes.Get(layer_, s_).value();
  scheme.set_id("other");
  kSchemes.Put(layer_, "other", scheme);
  EXPECT_EQ(Problem("serial_prefixes_are_unique"), "its serial prefix is not its own");
}

TEST_F(SchemesInvariants, SeeAPrefixOfNoScheme) {
  kSerialPrefixes.Put(layer_, "XX", kSerialPrefixes.Get(layer_, "HN15").value());
  EXPECT_EQ(Problem("serial_prefixes_are_unique"), "of no scheme with this prefix");
}

TEST_F(SchemesInvariants, SeeMiscountedTerms) {
  auto progress = kSchemeProgress.Get(layer_, s_).value();
  progress.set_terms_count(2);
  kSchemeProgress.Put(layer_, s_, progress);
  EXPECT_EQ(Problem("schemes_progress"), "its terms are miscounted");
}

TEST_F(SchemesInvariants, SeeADraftAsTheNewest) {
  auto progress = kSchemeProgress.Get(layer_, s_).value();
  progress.set_newest_technical("v2");
  kSchemeProgress.Put(layer_, s_, progress);
  EXPECT_EQ(Problem("schemes_progress"), "its newest version is not published");
}

TEST_F(SchemesInvariants, SeeCountsFall) {
  auto progress = kSchemeProgress.Get(layer_, s_).value();
  progress.set_published_count(0);
  kSchemeProgress.Put(layer_, s_, progress);
  EXPECT_EQ(Problem("schemes_progress"), "a lasting field has changed");
}

TEST_F(SchemesInvariants, SeeAVersionUnderAnotherName) {
  kSchemeVersions.Put(layer_, s_, "v9", kSchemeVersions.Get(layer_, s_, v_).value());
  EXPECT_EQ(Problem("versions_lie_under_their_name"), "not the key of its name");
}

TEST_F(SchemesInvariants, SeeAPublicationTakenBack) {
  AlterProgress(v_, [](auto& p) { p.clear_published_time(); });
  EXPECT_EQ(Problem("versions_progress"), "a lasting field has changed");
  EXPECT_EQ(Problem("histories_begin_with_publication"),
            "published without a status, or the other way round");
}

TEST_F(SchemesInvariants, SeeAVoidForgotten) {
  EXPECT_TRUE(testing::Accepted(
      world_.Do("body-hn", testing::VoidFrom(testing::kFirstVersion, testing::kGenesisTimeMs))));
  AlterProgress(v_, [](auto& p) { p.clear_voids(); });
  EXPECT_EQ(Problem("versions_progress"), "a lasting field has changed");
}

TEST_F(SchemesInvariants, SeeASuccessorReplaced) {
  EXPECT_TRUE(testing::Accepted(world_.Do(
      "body-hn", testing::Categories("schemes/pilot/versions/v2", {testing::MangoCriteria()}))));
  EXPECT_TRUE(testing::Accepted(
      world_.Do("body-hn", testing::VersionPublication(world_, "schemes/pilot/versions/v2"))));
  AlterProgress(v_, [](auto& p) { p.mutable_successor()->set_last_issue_day("2030-01-01"); });
  EXPECT_EQ(Problem("versions_progress"), "a lasting field has changed");
}

TEST_F(SchemesInvariants, SeeAnotherDigest) {
  AlterProgress("v2", [](auto& p) { p.set_categories_digest(std::string(32, 'x')); });
  EXPECT_EQ(Problem("digests_pin_the_content"), "the digest is not that of its content");
}

TEST_F(SchemesInvariants, SeeRowsThatNobodyCounts) {
  kSchemeClauses.Put(layer_, s_, "v2", "04-01", testing::Clause("04-01"));
  EXPECT_EQ(Problem("rows_are_counted"), "rows are miscounted");
}

TEST_F(SchemesInvariants, SeeRowsAddedAfterPublication) {
  kClaimTexts.Put(layer_, s_, v_, "US", testing::Claims("x").markets(0));
  EXPECT_EQ(Problem("rows_are_counted"), "added after publication");
}

TEST_F(SchemesInvariants, SeeAStatusOfADraft) {
  SchemeVersionHistory(s_, "v2").Create(layer_, {world_.now_ms(), "participants/body-hn"},
                                        world_.now_ms(), std::nullopt);
  EXPECT_EQ(Problem("histories_begin_with_publication"),
            "published without a status, or the other way round");
}

TEST_F(SchemesInvariants, SeeALostInterval) {
  layer_.Delete(MakeKey(KeySpace::kSchemeVersionStatus, s_, v_));
  EXPECT_EQ(Problem("histories_begin_with_publication"), "deleted");
}

}  // namespace
}  // namespace tanji::ledger
