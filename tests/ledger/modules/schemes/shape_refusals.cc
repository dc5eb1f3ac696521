// Every way in which the messages of schemes are refused for their shape.
#include "ledger/modules/schemes/add_claim_texts.h"
#include "ledger/modules/schemes/add_clauses.h"
#include "ledger/modules/schemes/add_criteria.h"
#include "ledger/modules/schemes/change_scheme_version_status.h"
#include "ledger/modules/schemes/create_scheme_version.h"
#include "ledger/modules/schemes/publish_scheme_version.h"
#include "ledger/modules/schemes/register_scheme.h"
#include "ledger/modules/schemes/revise_scheme_terms.h"
#include "ledger/modules/schemes/void_scheme_version.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/schemes/pilot.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;

Detail Field(const char* field) {
  return {{"field", field}};
}
Detail Range(const char* field, const char* value, const char* lowest, const char* highest) {
  return {{"field", field}, {"value", value}, {"lowest", lowest}, {"highest", highest}};
}
Detail Expected(const char* field, const char* value, const char* expected) {
  return {{"field", field}, {"value", value}, {"expected", expected}};
}

void AddSchemeShapes(Rows& rows) {
  using M = v1::RegisterScheme;
  AddAlterations<M>(
      PilotScheme(), CheckRegisterScheme,
      {
          {"id",
           [](M& m) { m.set_id("Pilot"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "id"}, {"value", "Pilot"}}},
          {"no kind", [](M& m) { m.clear_kind(); }, v1::CODE_FIELD_MISSING, Field("kind")},
          {"no name", [](M& m) { m.clear_name(); }, v1::CODE_FIELD_MISSING,
           Field("name.prevailing")},
          {"an offset of no place", [](M& m) { m.set_utc_offset_minutes(841); },
           v1::CODE_FIELD_OUT_OF_RANGE, Range("utc_offset_minutes", "841", "-720", "840")},
          {"a label without serials", [](M& m) { m.clear_serial_prefix(); }, v1::CODE_FIELD_MISSING,
           Field("serial_prefix")},
          {"a prefix in small letters",
           [](M& m) { m.set_serial_prefix("hn15"); },
           v1::CODE_SERIAL_PREFIX_MALFORMED,
           {{"value", "hn15"}}},
          {"serials of another kind",
           [](M& m) { m.set_kind(v1::SCHEME_KIND_ORGANISATION); },
           v1::CODE_NOT_FOR_SCHEME_KIND,
           {{"field", "serial_prefix"}, {"value", "SCHEME_KIND_ORGANISATION"}}},
          {"no terms", [](M& m) { m.clear_terms(); }, v1::CODE_FIELD_MISSING, Field("terms.owner")},
          {"an unknown without its reason",
           [](M& m) { m.mutable_terms()->mutable_fees()->set_unknown(v1::UNKNOWN_UNSPECIFIED); },
           v1::CODE_FIELD_MISSING, Field("terms.fees.unknown")},
          {"an empty text",
           [](M& m) { m.mutable_terms()->mutable_complaint()->mutable_text()->clear_zh(); },
           v1::CODE_TEXT_MISSING, Field("terms.complaint.text.zh")},
          {"no monitor", [](M& m) { m.mutable_terms()->clear_monitoring(); },
           v1::CODE_FIELD_MISSING, Field("terms.monitoring")},
          {"a monitor of no form",
           [](M& m) { m.mutable_terms()->mutable_monitoring()->set_participant("body-cn"); },
           v1::CODE_NAME_MALFORMED,
           Expected("terms.monitoring.participant", "body-cn", "participants/ID")},
          {"no days", [](M& m) { m.mutable_terms()->mutable_complaint_days()->set_days(0); },
           v1::CODE_FIELD_OUT_OF_RANGE, Range("terms.complaint_days.days", "0", "1", "3660")},
      },
      rows);
  using R = v1::ReviseSchemeTerms;
  R revision;
  revision.set_scheme("schemes/pilot");
  *revision.mutable_terms() = Terms();
  AddAlterations<R>(
      revision, CheckReviseSchemeTerms,
      {{"of nothing", [](R& m) { m.clear_scheme(); }, v1::CODE_FIELD_MISSING, Field("scheme")},
       {"no terms", [](R& m) { m.clear_terms(); }, v1::CODE_FIELD_MISSING, Field("terms.owner")}},
      rows);
}

void AddVersionShapes(Rows& rows) {
  using M = v1::CreateSchemeVersion;
  AddAlterations<M>(
      SecondVersion(), CheckCreateSchemeVersion,
      {
          {"of no scheme", [](M& m) { m.set_scheme("pilot"); }, v1::CODE_NAME_MALFORMED,
           Expected("scheme", "pilot", "schemes/ID")},
          {"no nature", [](M& m) { m.clear_nature(); }, v1::CODE_FIELD_MISSING, Field("nature")},
          {"edits, though technical", [](M& m) { m.set_edits("schemes/pilot/versions/v1"); },
           v1::CODE_NOT_WANTED, Field("edits")},
          {"supersedes a scheme", [](M& m) { m.set_supersedes("schemes/pilot"); },
           v1::CODE_NAME_MALFORMED,
           Expected("supersedes", "schemes/pilot", "schemes/ID/versions/ID")},
          {"no document",
           [](M& m) { m.mutable_document_zh_sha256()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED); },
           v1::CODE_DOCUMENT_NEEDED,
           {}},
          {"a short hash",
           [](M& m) { m.mutable_document_zh_sha256()->set_sha256("ab"); },
           v1::CODE_FIELD_LENGTH,
           {{"field", "document_zh_sha256.sha256"}, {"value", "2"}, {"expected", "32"}}},
          {"no day",
           [](M& m) { m.set_effective_day("1 June 2026"); },
           v1::CODE_DAY_MALFORMED,
           {{"field", "effective_day"}, {"value", "1 June 2026"}}},
          {"a day long ago", [](M& m) { m.set_effective_day("1999-12-31"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           Range("effective_day", "1999-12-31", "2000-01-01", "2200-12-31")},
          {"a gap without a version",
           [](M& m) { m.set_last_issue_day("2026-08-30"); },
           v1::CODE_DAY_TOO_EARLY,
           {{"field", "last_issue_day"}, {"value", "2026-08-30"}, {"lowest", "2026-08-31"}}},
          {"sold out before it is issued",
           [](M& m) { m.set_sell_through_day("2026-12-30"); },
           v1::CODE_DAY_TOO_EARLY,
           {{"field", "sell_through_day"}, {"value", "2026-12-30"}, {"lowest", "2026-12-31"}}},
          {"a transition from nothing", [](M& m) { m.clear_supersedes(); }, v1::CODE_NOT_WANTED,
           Field("last_issue_day")},
          {"no summary", [](M& m) { m.clear_summary(); }, v1::CODE_FIELD_MISSING,
           Field("summary.prevailing")},
      },
      rows);
  AddAlterations<M>(
      Edition(), CheckCreateSchemeVersion,
      {{"edits nothing",
        [](M& m) {
          m.set_id("other");
          m.clear_edits();
        },
        v1::CODE_FIELD_MISSING, Field("edits")},
       {"an edition supersedes", [](M& m) { m.set_supersedes("schemes/pilot/versions/v1"); },
        v1::CODE_NOT_WANTED, Field("supersedes")},
       {"an edition demands", [](M& m) { *m.mutable_requirements() = PilotRequirements(); },
        v1::CODE_NOT_WANTED, Field("requirements")}},
      rows);
}

void AddRequirementShapes(Rows& rows) {
  using M = v1::SchemeRequirements;
  const auto check = [](const M& requirements, const Flags& flags) {
    auto message = FirstVersion();
    *message.mutable_requirements() = requirements;
    return CheckCreateSchemeVersion(message, flags);
  };
  const auto grades = [](M& m, const char* first, const char* second) {
    for (const char* share : {first, second}) {
      auto& grade = *m.add_grades();
      grade.set_id(m.grades_size() == 1 ? "a" : "b");
      *grade.mutable_name() = Text("等级", "Grade");
      grade.set_limit_share(share);
    }
  };
  AddAlterations<M>(
      PilotRequirements(), check,
      {
          {"a unit of its own",
           [](M& m) { m.set_unit("kgCO2e/mango"); },
           v1::CODE_UNIT_UNKNOWN,
           {{"field", "requirements.unit"}, {"value", "kgCO2e/mango"}}},
          {"a unit in another spelling", [](M& m) { m.set_unit("kg CO2e/kg"); },
           v1::CODE_UNIT_NOT_CANONICAL, Expected("requirements.unit", "kg CO2e/kg", "kgCO2e/kg")},
          {"no boundary", [](M& m) { m.clear_boundary(); }, v1::CODE_FIELD_MISSING,
           Field("requirements.boundary")},
          {"stages fall",
           [](M& m) { m.add_stages(v1::STAGE_RAW_MATERIALS); },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "requirements.stages[2]"}, {"value", "STAGE_RAW_MATERIALS"}}},
          {"more than all is cut off", [](M& m) { m.mutable_cut_off_cap()->set_share(10'001); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           Range("requirements.cut_off_cap.share", "10001", "0", "10000")},
          {"no end of life", [](M& m) { m.clear_end_of_life_unknown(); }, v1::CODE_FIELD_MISSING,
           Field("requirements.end_of_life")},
          {"no harvest", [](M& m) { m.set_harvests(0); }, v1::CODE_FIELD_OUT_OF_RANGE,
           Range("requirements.harvests", "0", "1", "20")},
          {"a GWP set of no form", [](M& m) { m.mutable_gwp_set()->set_text("AR6"); },
           v1::CODE_NAME_MALFORMED, Expected("requirements.gwp_set.text", "AR6", "gwpSets/ID")},
          {"datasets fall",
           [](M& m) {
             auto& names = *m.mutable_factor_datasets()->mutable_names();
             names.add_names("datasets/b");
             names.add_names("datasets/a");
           },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "requirements.factor_datasets.names.names[1]"}, {"value", "datasets/a"}}},
          {"no category rules among names",
           [](M& m) { m.mutable_category_rules()->mutable_names(); }, v1::CODE_FIELD_MISSING,
           Field("requirements.category_rules.names.names")},
          {"data better than the best",
           [](M& m) { m.mutable_temporal_quality()->set_decimal("0.9"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           Range("requirements.temporal_quality.decimal", "0.9", "1", "5")},
          {"data quality in words",
           [](M& m) { m.mutable_temporal_quality()->set_decimal("good"); },
           v1::CODE_DECIMAL_MALFORMED,
           {{"field", "requirements.temporal_quality.decimal"}, {"value", "good"}}},
          {"a primary share without its formula", [](M& m) { m.clear_primary_share_formula(); },
           v1::CODE_FIELD_MISSING, Field("requirements.primary_share_formula")},
          {"a formula without its share",
           [](M& m) { m.mutable_minimum_primary_share()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE); },
           v1::CODE_NOT_WANTED, Field("requirements.primary_share_formula")},
          {"no custody", [](M& m) { m.clear_custody(); }, v1::CODE_FIELD_MISSING,
           Field("requirements.custody")},
          {"everything is material", [](M& m) { m.set_materiality(0); },
           v1::CODE_FIELD_OUT_OF_RANGE, Range("requirements.materiality", "0", "1", "10000")},
          {"nothing said of rotation", [](M& m) { m.clear_auditor_years(); },
           v1::CODE_FIELD_MISSING, Field("requirements.auditor_years")},
          {"a certificate for ever", [](M& m) { m.mutable_validity()->set_months(241); },
           v1::CODE_FIELD_OUT_OF_RANGE, Range("requirements.validity.months", "241", "1", "240")},
          {"a guard without its rule", [](M& m) { m.set_guard(1); }, v1::CODE_NOT_WANTED,
           Field("requirements.guard")},
          {"a rule without its guard",
           [](M& m) { m.set_decision(v1::DECISION_RULE_GUARDED_VALUE); },
           v1::CODE_FIELD_OUT_OF_RANGE, Range("requirements.guard", "0", "1", "9999")},
          {"grades do not reach the limit", [=](M& m) { grades(m, "0.5", "0.9"); },
           v1::CODE_GRADES_MALFORMED, Expected("requirements.grades[1].limit_share", "0.9", "1")},
          {"grades fall", [=](M& m) { grades(m, "1", "1"); }, v1::CODE_GRADES_MALFORMED,
           Expected("requirements.grades[1].limit_share", "1", "> 1")},
          {"a grade twice",
           [=](M& m) {
             grades(m, "0.5", "1");
             m.mutable_grades(1)->set_id("a");
           },
           v1::CODE_GRADES_MALFORMED, Expected("requirements.grades[1].id", "a", "!= a")},
      },
      rows);
}

void AddPathwayShapes(Rows& rows) {
  using M = v1::Pathway;
  const auto check = [](const M& pathway, const Flags& flags) {
    auto message = FirstVersion();
    *message.mutable_requirements()->mutable_pathway() = pathway;
    return CheckCreateSchemeVersion(message, flags);
  };
  AddAlterations<M>(
      IpccPathway(), check,
      {
          {"no base year", [](M& m) { m.clear_base_year(); }, v1::CODE_FIELD_OUT_OF_RANGE,
           Range("requirements.pathway.base_year", "0", "1900", "2200")},
          {"begins elsewhere", [](M& m) { m.set_base_year(2020); }, v1::CODE_PATHWAY_MALFORMED,
           Expected("requirements.pathway.points[0].year", "2019", "2020")},
          {"begins below one", [](M& m) { m.mutable_points(0)->set_remaining_share("0.9"); },
           v1::CODE_PATHWAY_MALFORMED,
           Expected("requirements.pathway.points[0].remaining_share", "0.9", "1")},
          {"years fall", [](M& m) { m.mutable_points(2)->set_year(2030); },
           v1::CODE_PATHWAY_MALFORMED,
           Expected("requirements.pathway.points[2].year", "2030", "> 2030")},
          {"shares rise", [](M& m) { m.mutable_points(2)->set_remaining_share("0.58"); },
           v1::CODE_PATHWAY_MALFORMED,
           Expected("requirements.pathway.points[2].remaining_share", "0.58", "<= 0.57")},
          {"one point",
           [](M& m) {
             while (m.points_size() > 1) m.mutable_points()->RemoveLast();
           },
           v1::CODE_PATHWAY_MALFORMED, Expected("requirements.pathway.points", "1", ">= 2")},
          {"no source", [](M& m) { m.clear_source(); }, v1::CODE_FIELD_MISSING,
           Field("requirements.pathway.source")},
      },
      rows);
}

void AddRowShapes(Rows& rows) {
  using C = v1::AddClauses;
  AddAlterations<C>(
      Clauses(kFirstVersion, {"04-01", "04-02"}), CheckAddClauses,
      {{"to no version", [](C& m) { m.clear_version(); }, v1::CODE_FIELD_MISSING, Field("version")},
       {"none", [](C& m) { m.clear_clauses(); }, v1::CODE_FIELD_MISSING, Field("clauses")},
       {"too many",
        [](C& m) {
          for (int i = 0; i < 19; ++i) *m.add_clauses() = Clause("x");
        },
        v1::CODE_LIST_TOO_LONG,
        {{"field", "clauses"}, {"value", "21"}, {"limit", "20"}}},
       {"ids fall",
        [](C& m) { m.mutable_clauses(1)->set_id("04-01"); },
        v1::CODE_LIST_NOT_ASCENDING,
        {{"field", "clauses[1].id"}, {"value", "04-01"}}},
       {"a long number",
        [](C& m) { m.mutable_clauses(0)->set_number(std::string(33, '4')); },
        v1::CODE_FIELD_TOO_LONG,
        {{"field", "clauses[0].number"}, {"value", "33"}, {"limit", "32"}}}},
      rows);
  using T = v1::AddClaimTexts;
  AddAlterations<T>(
      Claims(kFirstVersion), CheckAddClaimTexts,
      {{"in no market",
        [](T& m) { m.mutable_markets(0)->set_market("China"); },
        v1::CODE_REGION_MALFORMED,
        {{"value", "China"}}},
       {"neither text nor reason", [](T& m) { m.mutable_markets(1)->clear_unknown(); },
        v1::CODE_FIELD_MISSING, Field("markets[1].unknown")},
       {"text and reason",
        [](T& m) { m.mutable_markets(0)->set_unknown(v1::UNKNOWN_NOT_ASSESSED); },
        v1::CODE_NOT_WANTED, Field("markets[0].unknown")}},
      rows);
}

void AddCriteriaShapes(Rows& rows) {
  using M = v1::CategoryCriteria;
  const auto check = [](const M& category, const Flags& flags) {
    return CheckAddCriteria(Categories(kFirstVersion, {category}), flags);
  };
  AddAlterations<M>(
      MangoCriteria(), check,
      {
          {"of no list", [](M& m) { m.set_category("mango"); }, v1::CODE_NAME_MALFORMED,
           Expected("categories[0].category", "mango", "CPC:01316, HS:0804")},
          {"neither base nor reason", [](M& m) { m.clear_base(); }, v1::CODE_FIELD_MISSING,
           Field("categories[0].base")},
          {"an intensity of zero",
           [](M& m) { m.mutable_base()->mutable_value()->set_decimal("0"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           Range("categories[0].base.value.decimal", "0", "0.000000001",
                 "99999999999999999999999999999.999999999")},
          {"no source", [](M& m) { m.mutable_base()->clear_source(); }, v1::CODE_FIELD_MISSING,
           Field("categories[0].base.source")},
          {"a source too long",
           [](M& m) { m.mutable_base()->set_source(std::string(513, 's')); },
           v1::CODE_FIELD_TOO_LONG,
           {{"field", "categories[0].base.source"}, {"value", "513"}, {"limit", "512"}}},
          {"nothing said of the year", [](M& m) { m.mutable_base()->clear_year_unknown(); },
           v1::CODE_FIELD_OUT_OF_RANGE, Range("categories[0].base.year", "0", "1900", "2200")},
          {"nothing said of the count", [](M& m) { m.mutable_base()->clear_count(); },
           v1::CODE_FIELD_MISSING, Field("categories[0].base.count")},
          {"nothing said of land-use change",
           [](M& m) { m.mutable_base()->clear_land_use_change_unknown(); }, v1::CODE_FIELD_MISSING,
           Field("categories[0].base.includes_land_use_change")},
          {"a figure without its unit", [](M& m) { m.mutable_figures(0)->clear_unit(); },
           v1::CODE_FIELD_MISSING, Field("categories[0].figures[0].unit")},
          {"a unit without its figure",
           [](M& m) {
             m.mutable_figures(0)->mutable_range()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
           },
           v1::CODE_NOT_WANTED, Field("categories[0].figures[0].unit")},
          {"too many figures",
           [](M& m) {
             for (int i = 0; i < 12; ++i) *m.add_figures() = m.figures(0);
           },
           v1::CODE_LIST_TOO_LONG,
           {{"field", "categories[0].figures"}, {"value", "13"}, {"limit", "12"}}},
      },
      rows);
  AddAlterations<M>(
      Lychee(), check,
      {{"an unknown base without its reason", [](M& m) { m.mutable_no_base()->clear_unknown(); },
        v1::CODE_FIELD_MISSING, Field("categories[0].no_base.unknown")},
       {"no way to know it", [](M& m) { m.mutable_no_base()->clear_cheapest_way(); },
        v1::CODE_FIELD_MISSING, Field("categories[0].no_base.cheapest_way.prevailing")}},
      rows);
}

void AddEventShapes(Rows& rows) {
  using P = v1::PublishSchemeVersion;
  P publication;
  publication.set_version(std::string(kFirstVersion));
  publication.set_content_digest(std::string(32, 'd'));
  AddAlterations<P>(publication, CheckPublishSchemeVersion,
                    {{"no digest", [](P& m) { m.clear_content_digest(); }, v1::CODE_FIELD_MISSING,
                      Field("content_digest")}},
                    rows);
  using S = v1::ChangeSchemeVersionStatus;
  AddAlterations<S>(ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_SUSPENDED)),
                    CheckChangeSchemeVersionStatus,
                    {{"to void", [](S& m) { m.mutable_change()->set_open(v1::STATUS_KIND_VOID); },
                      v1::CODE_FIELD_OUT_OF_RANGE,
                      Range("change.open", "STATUS_KIND_VOID", "STATUS_KIND_UNDER_REVIEW",
                            "STATUS_KIND_REVOKED")}},
                    rows);
  using V = v1::VoidSchemeVersion;
  AddAlterations<V>(
      VoidFrom(kFirstVersion, kGenesisTimeMs), CheckVoidSchemeVersion,
      {{"without ground", [](V& m) { m.clear_ground(); }, v1::CODE_FIELD_MISSING, Field("ground")},
       {"before 1970", [](V& m) { m.set_from_time(-1); }, v1::CODE_FIELD_OUT_OF_RANGE,
        Range("from_time", "-1", "0", "253402300799999")},
       {"without reason", [](V& m) { m.clear_reason(); }, v1::CODE_FIELD_MISSING,
        Field("reason.prevailing")}},
      rows);
}

}  // namespace

std::vector<RefusalCase> SchemeShapeRefusals() {
  Rows rows;
  AddSchemeShapes(rows);
  AddVersionShapes(rows);
  AddRequirementShapes(rows);
  AddPathwayShapes(rows);
  AddRowShapes(rows);
  AddCriteriaShapes(rows);
  AddEventShapes(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
