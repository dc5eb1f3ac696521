#include "tests/ledger/modules/schemes/pilot.h"

#include "crypto/hash/hash.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/tables.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

void SetText(v1::KnownBilingualText& out, std::string_view zh, std::string_view en) {
  *out.mutable_text() = Text(zh, en);
}

void AddPoint(v1::Pathway& pathway, std::uint32_t year, const char* share) {
  auto& point = *pathway.add_points();
  point.set_year(year);
  point.set_remaining_share(share);
}

v1::CreateSchemeVersion Version(const char* id, std::string_view document) {
  v1::CreateSchemeVersion message;
  message.set_scheme(std::string(kPilot));
  message.set_id(id);
  message.set_nature(v1::VERSION_NATURE_TECHNICAL);
  message.mutable_document_zh_sha256()->set_sha256(crypto::Sha256(document).str());
  message.mutable_document_en_sha256()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  message.set_effective_day("2026-06-01");
  *message.mutable_summary() = Text("首个版本", "The first version");
  *message.mutable_requirements() = PilotRequirements();
  return message;
}

}  // namespace

v1::CertificationTerms Terms() {
  v1::CertificationTerms terms;
  SetText(*terms.mutable_owner(), "海南自贸港示范区", "Hainan demonstration zone");
  SetText(*terms.mutable_open_terms(), "对所有经营者开放", "Open to all traders");
  terms.mutable_fees()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  terms.mutable_consultation()->set_unknown(v1::UNKNOWN_NOT_ASSESSED);
  terms.mutable_monitoring()->set_participant("participants/body-cn");
  SetText(*terms.mutable_complaint(), "书面投诉", "In writing");
  terms.mutable_complaint_days()->set_days(30);
  SetText(*terms.mutable_withdrawal(), "暂停后撤销", "Suspension, then withdrawal");
  terms.mutable_withdrawal_days()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  return terms;
}

v1::RegisterScheme PilotScheme(std::string_view id, std::string_view prefix) {
  v1::RegisterScheme message;
  message.set_id(std::string(id));
  message.set_kind(v1::SCHEME_KIND_PRODUCT_LABEL);
  *message.mutable_name() = Text("1.5 度标识", "1.5-degree label");
  message.set_serial_prefix(std::string(prefix));
  message.set_example(true);
  *message.mutable_terms() = Terms();
  return message;
}

v1::Pathway IpccPathway() {
  v1::Pathway pathway;
  pathway.set_base_year(2019);
  AddPoint(pathway, 2019, "1");
  AddPoint(pathway, 2030, "0.57");
  AddPoint(pathway, 2035, "0.4");
  AddPoint(pathway, 2040, "0.31");
  AddPoint(pathway, 2050, "0.16");
  pathway.set_source("IPCC AR6 WGIII, Table SPM.2, C1");
  *pathway.mutable_note() = Text("全经济净排放", "Net GHG of the whole economy");
  return pathway;
}

v1::SchemeRequirements PilotRequirements() {
  v1::SchemeRequirements r;
  r.set_unit("kgCO2e/kg");
  r.set_boundary(v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE);
  r.add_stages(v1::STAGE_RAW_MATERIALS);
  r.add_stages(v1::STAGE_CULTIVATION);
  r.add_allocations(v1::ALLOCATION_RULE_NONE);
  r.add_allocations(v1::ALLOCATION_RULE_MASS);
  r.mutable_category_rules()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  r.mutable_cut_off_cap()->set_share(500);
  r.set_end_of_life_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  r.set_land_use_change(v1::LAND_USE_CHANGE_TREATMENT_NOT_ASSESSED_ALLOWED);
  r.set_establishment(v1::ESTABLISHMENT_TREATMENT_NOT_ASSESSED_ALLOWED);
  r.set_harvests(1);
  r.mutable_gwp_set()->set_text("gwpSets/ar6");
  r.mutable_factor_datasets()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  r.set_minimum_assurance(v1::ASSURANCE_LEVEL_LIMITED);
  r.mutable_technological_quality()->set_decimal("3.5");
  r.mutable_geographical_quality()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  r.mutable_temporal_quality()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  r.mutable_minimum_primary_share()->set_share(5000);
  r.set_primary_share_formula(v1::PRIMARY_SHARE_FORMULA_ACTIVITY);
  r.add_custody(v1::CUSTODY_MODEL_IDENTITY_PRESERVED);
  r.add_custody(v1::CUSTODY_MODEL_SEGREGATED);
  r.mutable_sampling()->set_failures_allowed(1);
  r.mutable_validity()->set_months(24);
  r.mutable_surveillance()->set_months(12);
  r.set_release(v1::RELEASE_RULE_LICENSEE);
  r.set_auditor_years(3);
  r.mutable_consultancy_cooling_off()->set_months(24);
  r.set_decision(v1::DECISION_RULE_VALUE);
  *r.mutable_pathway() = IpccPathway();
  return r;
}

v1::CategoryCriteria MangoCriteria() {
  v1::CategoryCriteria category;
  category.set_category("CPC:01316");
  auto& base = *category.mutable_base();
  base.mutable_value()->set_decimal("19720");
  base.mutable_value()->set_unit("kgCO2e/ha");
  base.mutable_per()->set_decimal("15000");
  base.mutable_per()->set_unit("kg/ha");
  base.set_source("CPCD core 01316X0102021C");
  base.mutable_region()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  base.set_year_unknown(v1::UNKNOWN_NOT_READ);
  base.set_count(1);
  base.set_land_use_change_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  *base.mutable_note() = Text("每公顷", "Per hectare");
  auto& figure = *category.add_figures();
  *figure.mutable_scope() = Text("文献", "Literature");
  figure.mutable_range()->mutable_range()->set_low("0.13");
  figure.mutable_range()->mutable_range()->set_high("0.35");
  figure.set_unit("kgCO2e/kg");
  figure.mutable_region()->set_text("world");
  figure.set_count_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  figure.set_includes_land_use_change(false);
  figure.set_source("CPCD 01316X0012017A");
  return category;
}

v1::CategoryCriteria Lychee() {
  v1::CategoryCriteria category;
  category.set_category("CPC:01359");
  category.mutable_no_base()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  *category.mutable_no_base()->mutable_cheapest_way() =
      Text("测三个果园一季的投入和产量", "Record inputs and yield of three orchards for a season");
  return category;
}

Criteria PilotCriteria(std::vector<v1::CategoryCriteria> categories) {
  return {std::string(kFirstVersion), PilotRequirements(), std::move(categories)};
}

v1::CreateSchemeVersion FirstVersion() {
  return Version("v1", "standard, first version");
}

v1::CreateSchemeVersion SecondVersion() {
  auto message = Version("v2", "standard, second version");
  message.set_supersedes(std::string(kFirstVersion));
  message.set_effective_day("2026-09-01");
  message.set_last_issue_day("2026-12-31");
  message.set_sell_through_day("2027-06-30");
  return message;
}

v1::CreateSchemeVersion Edition() {
  auto message = Version("v1-en", "standard, first version, reworded");
  message.set_nature(v1::VERSION_NATURE_EDITORIAL);
  message.set_edits(std::string(kFirstVersion));
  message.clear_requirements();
  return message;
}

v1::SchemeClause Clause(std::string_view id) {
  v1::SchemeClause clause;
  clause.set_id(std::string(id));
  clause.set_number("4.1");
  *clause.mutable_title() = Text("边界", "Boundary");
  *clause.mutable_text() = Text("从摇篮到大门", "From cradle to gate");
  clause.set_normative(true);
  return clause;
}

v1::AddClauses Clauses(std::string_view version, const std::vector<std::string>& ids) {
  v1::AddClauses message;
  message.set_version(std::string(version));
  for (const auto& id : ids) *message.add_clauses() = Clause(id);
  return message;
}

v1::AddClaimTexts Claims(std::string_view version) {
  v1::AddClaimTexts message;
  message.set_version(std::string(version));
  auto& home = *message.add_markets();
  home.set_market("CN");
  *home.add_texts() = Text("符合 1.5 度试点限值", "Meets the 1.5-degree pilot threshold");
  auto& abroad = *message.add_markets();
  abroad.set_market("EU");
  abroad.set_unknown(v1::UNKNOWN_NOT_ASSESSED);
  return message;
}

v1::AddCriteria Categories(std::string_view version, std::vector<v1::CategoryCriteria> categories) {
  v1::AddCriteria message;
  message.set_version(std::string(version));
  for (auto& category : categories) *message.add_categories() = std::move(category);
  return message;
}

v1::ChangeSchemeVersionStatus ChangeVersion(std::string_view version, v1::StatusChange change) {
  v1::ChangeSchemeVersionStatus message;
  message.set_version(std::string(version));
  *message.mutable_change() = std::move(change);
  return message;
}

v1::VoidSchemeVersion VoidFrom(std::string_view version, std::int64_t from_ms) {
  v1::VoidSchemeVersion message;
  message.set_version(std::string(version));
  message.set_from_time(from_ms);
  message.set_ground(v1::VOID_GROUND_FRAUD);
  *message.mutable_reason() = Reason();
  return message;
}

v1::PublishSchemeVersion VersionPublication(World& world, std::string_view version) {
  const auto ids = ParseVersionName(version).value();
  const auto progress = kSchemeVersionProgress.Get(world.state(), ids.scheme, ids.version);
  v1::PublishSchemeVersion message;
  message.set_version(std::string(version));
  if (progress) message.set_content_digest(progress->content_digest());
  return message;
}

void PublishPilot(World& world, v1::CreateSchemeVersion first) {
  EXPECT_TRUE(Accepted(world.Do("body-hn", PilotScheme())));
  EXPECT_TRUE(Accepted(world.Do("body-hn", std::move(first))));
  EXPECT_TRUE(Accepted(world.Do("body-hn", Clauses(kFirstVersion, {"04-01", "04-02"}))));
  EXPECT_TRUE(Accepted(world.Do("body-hn", Claims(kFirstVersion))));
  EXPECT_TRUE(
      Accepted(world.Do("body-hn", Categories(kFirstVersion, {MangoCriteria(), Lychee()}))));
  EXPECT_TRUE(Accepted(world.Do("body-hn", VersionPublication(world, kFirstVersion))));
}

void PublishNext(World& world, v1::CreateSchemeVersion version) {
  const auto name = VersionIds{"pilot", version.id()}.Name();
  const bool technical = version.nature() == v1::VERSION_NATURE_TECHNICAL;
  EXPECT_TRUE(Accepted(world.Do("body-hn", std::move(version))));
  if (technical) {
    EXPECT_TRUE(Accepted(world.Do("body-hn", Categories(name, {MangoCriteria()}))));
  }
  EXPECT_TRUE(Accepted(world.Do("body-hn", VersionPublication(world, name))));
}

}  // namespace tanji::ledger::testing
