// Every way in which factors refuse.
#include "tests/ledger/modules/refusals.h"
#include "ledger/modules/factors/add_factors.h"
#include "ledger/modules/factors/change_dataset_status.h"
#include "ledger/modules/factors/change_factor_status.h"
#include "ledger/modules/factors/change_gwp_set_status.h"
#include "ledger/modules/factors/create_dataset.h"
#include "ledger/modules/factors/publish_dataset.h"
#include "ledger/modules/factors/publish_gwp_set.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

constexpr char kKinds[] =
    "PARTICIPANT_KIND_BODY, PARTICIPANT_KIND_AUDITOR, PARTICIPANT_KIND_CERTIFIER, "
    "PARTICIPANT_KIND_PRODUCER_GROUP, PARTICIPANT_KIND_PRODUCER";

Detail MissingField(const char* field) {
  return {{"field", field}};
}

void AddGwpSetShapes(std::vector<RefusalCase>& out) {
  using M = v1::PublishGwpSet;
  AddAlterations<M>(GwpSet("ar6"), CheckPublishGwpSet,
                    {
                        {"id",
                         [](M& m) { m.set_id("AR6"); },
                         v1::CODE_ID_MALFORMED,
                         {{"field", "id"}, {"value", "AR6"}}},
                        {"title", [](M& m) { m.clear_title(); }, v1::CODE_FIELD_MISSING,
                         MissingField("title.prevailing")},
                        {"source", [](M& m) { m.clear_source(); }, v1::CODE_FIELD_MISSING,
                         MissingField("source")},
                        {"long source",
                         [](M& m) { m.set_source(std::string(513, 'x')); },
                         v1::CODE_FIELD_TOO_LONG,
                         {{"field", "source"}, {"value", "513"}, {"limit", "512"}}},
                        {"no values", [](M& m) { m.clear_values(); }, v1::CODE_FIELD_MISSING,
                         MissingField("values")},
                        {"no gas", [](M& m) { m.mutable_values(1)->clear_gas(); },
                         v1::CODE_FIELD_MISSING, MissingField("values[1].gas")},
                        {"of CO2e", [](M& m) { m.mutable_values(2)->set_gas(v1::GAS_CO2E); },
                         v1::CODE_GWP_OF_CO2E, MissingField("values[2].gas")},
                        {"value of zero",
                         [](M& m) { m.mutable_values(1)->set_value("0"); },
                         v1::CODE_FIELD_OUT_OF_RANGE,
                         {{"field", "values[1].value"},
                          {"value", "0"},
                          {"lowest", "0.000000001"},
                          {"highest", "99999999999999999999999999999.999999999"}}},
                        {"long note",
                         [](M& m) { m.mutable_values(1)->set_note(std::string(513, 'x')); },
                         v1::CODE_FIELD_TOO_LONG,
                         {{"field", "values[1].note"}, {"value", "513"}, {"limit", "512"}}},
                        {"order",
                         [](M& m) { m.mutable_values()->SwapElements(1, 2); },
                         v1::CODE_LIST_NOT_ASCENDING,
                         {{"field", "values[2]"}, {"value", "GAS_CH4_FOSSIL"}}},
                        {"CO2 is not one",
                         [](M& m) { m.mutable_values(0)->set_value("2"); },
                         v1::CODE_GWP_CO2_NOT_ONE,
                         {{"field", "values[0]"}, {"value", "GAS_CO2 = 2"}}},
                        {"CO2 is not there",
                         [](M& m) { m.mutable_values()->DeleteSubrange(0, 1); },
                         v1::CODE_GWP_CO2_NOT_ONE,
                         {{"field", "values[0]"}, {"value", "GAS_CH4_FOSSIL = 29.8"}}},
                    },
                    out);
  using S = v1::ChangeGwpSetStatus;
  AddAlterations<S>(ChangeGwpSet("ar6", OpenStatus(v1::STATUS_KIND_WITHDRAWN)),
                    CheckChangeGwpSetStatus,
                    {{"name",
                      [](S& m) { m.set_gwp_set("ar6"); },
                      v1::CODE_NAME_MALFORMED,
                      {{"field", "gwp_set"}, {"value", "ar6"}, {"expected", "gwpSets/ID"}}},
                     {"no change", [](S& m) { m.clear_change(); }, v1::CODE_FIELD_MISSING,
                      MissingField("change.open")}},
                    out);
}

void AddDatasetShapes(std::vector<RefusalCase>& out) {
  using M = v1::CreateDataset;
  AddAlterations<M>(
      Dataset("power"), CheckCreateDataset,
      {
          {"id",
           [](M& m) { m.set_id("-"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "id"}, {"value", "-"}}},
          {"title", [](M& m) { m.clear_title(); }, v1::CODE_FIELD_MISSING,
           MissingField("title.prevailing")},
          {"publisher", [](M& m) { m.clear_publisher(); }, v1::CODE_FIELD_MISSING,
           MissingField("publisher.prevailing")},
          {"notice", [](M& m) { m.clear_notice_number(); }, v1::CODE_FIELD_MISSING,
           MissingField("notice_number")},
          {"document",
           [](M& m) { m.mutable_document_sha256()->set_sha256("x"); },
           v1::CODE_FIELD_LENGTH,
           {{"field", "document_sha256.sha256"}, {"value", "1"}, {"expected", "32"}}},
          {"url",
           [](M& m) { m.mutable_url()->set_text("ftp://x"); },
           v1::CODE_URL_MALFORMED,
           {{"value", "ftp://x"}}},
          {"licence", [](M& m) { m.clear_licence(); }, v1::CODE_FIELD_MISSING,
           MissingField("licence")},
          {"transcription", [](M& m) { m.clear_transcription_sha256(); }, v1::CODE_FIELD_MISSING,
           MissingField("transcription_sha256")},
          {"year",
           [](M& m) { m.set_year(1899); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "year"}, {"value", "1899"}, {"lowest", "1900"}, {"highest", "2200"}}},
          {"supersedes",
           [](M& m) { m.set_supersedes("power"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "supersedes"}, {"value", "power"}, {"expected", "datasets/ID"}}},
      },
      out);
  using P = v1::PublishDataset;
  World world;
  AddAlterations<P>(
      Publication(world, "power"), CheckPublishDataset,
      {{"name", [](P& m) { m.set_dataset(""); }, v1::CODE_FIELD_MISSING, MissingField("dataset")},
       {"digest",
        [](P& m) { m.set_rows_digest("x"); },
        v1::CODE_FIELD_LENGTH,
        {{"field", "rows_digest"}, {"value", "1"}, {"expected", "32"}}}},
      out);
  using S = v1::ChangeDatasetStatus;
  AddAlterations<S>(
      ChangeDataset("power", OpenStatus(v1::STATUS_KIND_WITHDRAWN)), CheckChangeDatasetStatus,
      {{"name", [](S& m) { m.clear_dataset(); }, v1::CODE_FIELD_MISSING, MissingField("dataset")}},
      out);
  using F = v1::ChangeFactorStatus;
  AddAlterations<F>(
      ChangeFactor("datasets/a/factors/b", OpenStatus(v1::STATUS_KIND_WITHDRAWN)),
      CheckChangeFactorStatus,
      {{"no name", [](F& m) { m.clear_factor(); }, v1::CODE_FIELD_MISSING, MissingField("factor")},
       {"name",
        [](F& m) { m.set_factor("datasets/a"); },
        v1::CODE_NAME_MALFORMED,
        {{"field", "factor"}, {"value", "datasets/a"}, {"expected", "datasets/ID/factors/CODE"}}}},
      out);
}

void AddRowShapes(std::vector<RefusalCase>& out) {
  using M = v1::AddFactors;
  const auto row = [](M& m) -> v1::FactorRow& { return *m.mutable_rows(0); };
  AddAlterations<M>(
      Rows("power", {GridRow("a"), GridRow("b")}), CheckAddFactors,
      {
          {"dataset", [](M& m) { m.clear_dataset(); }, v1::CODE_FIELD_MISSING,
           MissingField("dataset")},
          {"no rows", [](M& m) { m.clear_rows(); }, v1::CODE_FIELD_MISSING, MissingField("rows")},
          {"too many rows",
           [](M& m) {
             while (m.rows_size() < 101) m.add_rows();
           },
           v1::CODE_LIST_TOO_LONG,
           {{"field", "rows"}, {"value", "101"}, {"limit", "100"}}},
          {"order",
           [](M& m) { m.mutable_rows(1)->set_code("a"); },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "rows[1].code"}, {"value", "a"}}},
          {"code",
           [=](M& m) { row(m).set_code("a b"); },
           v1::CODE_FACTOR_CODE_MALFORMED,
           {{"field", "rows[0].code"}, {"value", "a b"}}},
          {"no code", [=](M& m) { row(m).clear_code(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].code")},
          {"name", [=](M& m) { row(m).clear_name(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].name.prevailing")},
          {"no region", [=](M& m) { row(m).clear_region(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].region")},
          {"region",
           [=](M& m) { row(m).mutable_region()->set_text("China"); },
           v1::CODE_REGION_MALFORMED,
           {{"value", "China"}}},
          {"year",
           [=](M& m) { row(m).set_year(24); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "rows[0].year"}, {"value", "24"}, {"lowest", "1900"}, {"highest", "2200"}}},
          {"no value", [=](M& m) { row(m).clear_value(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].value")},
          {"negative value",
           [=](M& m) { row(m).mutable_value()->set_decimal("-1"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "rows[0].value.decimal"},
            {"value", "-1"},
            {"lowest", "0"},
            {"highest", "99999999999999999999999999999.999999999"}}},
          {"unit",
           [=](M& m) { row(m).set_unit("kgCO2e/KWH"); },
           v1::CODE_UNIT_UNKNOWN,
           {{"field", "rows[0].unit"}, {"value", "kgCO2e/KWH"}}},
          {"range",
           [=](M& m) {
             row(m).mutable_range()->mutable_range()->set_low("0.6");
             row(m).mutable_range()->mutable_range()->set_high("0.7");
           },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "rows[0].range.range.low"},
            {"value", "0.6"},
            {"lowest", "0"},
            {"highest", "0.5777"}}},
          {"no kind", [=](M& m) { row(m).clear_kind(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].kind")},
          {"a grid's CO2 in CO2e",
           [=](M& m) { row(m).set_kind(v1::FACTOR_KIND_GRID_CO2); },
           v1::CODE_KIND_UNIT_MISMATCH,
           {{"field", "rows[0].kind"},
            {"value", "FACTOR_KIND_GRID_CO2"},
            {"unit", "kgCO2e/kWh"},
            {"expected", "kgCO2"}}},
          {"no boundary", [=](M& m) { row(m).clear_boundary(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].boundary")},
          {"no GWP set", [=](M& m) { row(m).clear_gwp_set(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].gwp_set")},
          {"GWP set not applicable to CO2e",
           [=](M& m) { row(m).mutable_gwp_set()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE); },
           v1::CODE_GWP_SET_UNIT_MISMATCH,
           {{"field", "rows[0].gwp_set"},
            {"value", "UNKNOWN_NOT_APPLICABLE"},
            {"unit", "kgCO2e/kWh"}}},
          {"GWP set of CO2",
           [=](M& m) {
             row(m).set_unit("kgCO2/kWh");
             row(m).set_kind(v1::FACTOR_KIND_GRID_CO2);
             row(m).mutable_gwp_set()->set_text("gwpSets/ar6");
           },
           v1::CODE_GWP_SET_UNIT_MISMATCH,
           {{"field", "rows[0].gwp_set"}, {"value", "gwpSets/ar6"}, {"unit", "kgCO2/kWh"}}},
          {"name of the GWP set",
           [=](M& m) { row(m).mutable_gwp_set()->set_text("AR6"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "rows[0].gwp_set.text"}, {"value", "AR6"}, {"expected", "gwpSets/ID"}}},
          {"parts without CO2e",
           [=](M& m) {
             row(m).set_unit("kg/kg");
             row(m).set_kind(v1::FACTOR_KIND_PHYSICAL);
             row(m).mutable_gwp_set()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
             row(m).add_parts();
           },
           v1::CODE_GAS_PARTS_WITHOUT_CO2E,
           {{"field", "rows[0].parts"}, {"unit", "kg/kg"}}},
          {"part without gas", [=](M& m) { row(m).add_parts(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].parts[0].gas")},
          {"part without value", [=](M& m) { row(m).add_parts()->set_gas(v1::GAS_CO2); },
           v1::CODE_FIELD_MISSING, MissingField("rows[0].parts[0].value")},
          {"parts of one gas",
           [=](M& m) {
             for (int i = 0; i < 2; ++i) {
               auto& part = *row(m).add_parts();
               part.set_gas(v1::GAS_CO2);
               part.set_value("1");
             }
           },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "rows[0].parts[1]"}, {"value", "GAS_CO2"}}},
          {"no source", [=](M& m) { row(m).clear_source(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].source")},
          {"long source",
           [=](M& m) { row(m).set_source(std::string(513, 'x')); },
           v1::CODE_FIELD_TOO_LONG,
           {{"field", "rows[0].source"}, {"value", "513"}, {"limit", "512"}}},
          {"empty note", [=](M& m) { row(m).mutable_note(); }, v1::CODE_FIELD_MISSING,
           MissingField("rows[0].note.prevailing")},
          {"implausible",
           [=](M& m) { row(m).mutable_value()->set_decimal("577.7"); },
           v1::CODE_VALUE_IMPLAUSIBLE,
           {{"field", "rows[0].value"},
            {"value", "577.7 kgCO2e/kWh"},
            {"lowest", "0"},
            {"highest", "1.888 kgCO2e/kWh"}}},
          {"not unusual",
           [=](M& m) { *row(m).mutable_unusual() = Text("异常", "unusual"); },
           v1::CODE_UNUSUAL_NOT_NEEDED,
           {{"field", "rows[0].unusual"}, {"value", "0.5777 kgCO2e/kWh"}}},
      },
      out);
}

// One transaction by `author` in a world with gwpSets/ar6, datasets/power of body-cn, published
// with factor `a`, and datasets/draft of body-cn, empty.
void AddInWorld(const char* name, const char* author, v1::Operation operation, v1::Code code,
                Detail detail, std::vector<RefusalCase>& out) {
  out.push_back({name, code, std::move(detail), [=] {
                   World world;
                   EXPECT_TRUE(Accepted(world.Do("body-cn", GwpSet("ar6"))));
                   PublishDatasetOf(world, "power", {"a"});
                   EXPECT_TRUE(Accepted(world.Do("body-cn", Dataset("draft"))));
                   return world.Run(author, {operation});
                 }});
}

void AddEntitlements(std::vector<RefusalCase>& out) {
  const Detail not_body_eu{{"value", "participants/body-eu"}, {"expected", "participants/body-cn"}};
  const auto withdrawn = OpenStatus(v1::STATUS_KIND_WITHDRAWN);
  AddInWorld(
      "GWP set by no body", "zone", Op(GwpSet("ar5")), v1::CODE_WRONG_KIND,
      {{"field", "author"}, {"value", "participants/zone"}, {"expected", "PARTICIPANT_KIND_BODY"}},
      out);
  AddInWorld("dataset by an operator", "zone", Op(Dataset("mine")), v1::CODE_WRONG_KIND,
             {{"field", "author"}, {"value", "participants/zone"}, {"expected", kKinds}}, out);
  AddInWorld("another's GWP set", "body-eu", Op(ChangeGwpSet("ar6", withdrawn)),
             v1::CODE_NOT_ENTITLED, not_body_eu, out);
  AddInWorld("superseding another's", "body-eu", Op(Dataset("mine", "datasets/power")),
             v1::CODE_NOT_ENTITLED, not_body_eu, out);
  AddInWorld("adding to another's", "body-eu", Op(Rows("draft", {GridRow("a")})),
             v1::CODE_NOT_ENTITLED, not_body_eu, out);
  AddInWorld("another's dataset", "body-eu", Op(ChangeDataset("power", withdrawn)),
             v1::CODE_NOT_ENTITLED, not_body_eu, out);
  AddInWorld("another's factor", "body-eu", Op(ChangeFactor("datasets/power/factors/a", withdrawn)),
             v1::CODE_NOT_ENTITLED, not_body_eu, out);
}

void AddReferents(std::vector<RefusalCase>& out) {
  const auto withdrawn = OpenStatus(v1::STATUS_KIND_WITHDRAWN);
  const auto missing = [](const char* field, const char* value) {
    return Detail{{"field", field}, {"value", value}};
  };
  AddInWorld("GWP set twice", "body-eu", Op(GwpSet("ar6")), v1::CODE_ALREADY_EXISTS,
             missing("id", "gwpSets/ar6"), out);
  AddInWorld("dataset twice", "body-eu", Op(Dataset("power")), v1::CODE_ALREADY_EXISTS,
             missing("id", "datasets/power"), out);
  AddInWorld("no such GWP set", "body-cn", Op(ChangeGwpSet("ar1", withdrawn)), v1::CODE_NOT_FOUND,
             missing("gwp_set", "gwpSets/ar1"), out);
  AddInWorld("superseding nothing", "body-cn", Op(Dataset("new", "datasets/none")),
             v1::CODE_NOT_FOUND, missing("supersedes", "datasets/none"), out);
  AddInWorld("superseding a draft", "body-cn", Op(Dataset("new", "datasets/draft")),
             v1::CODE_DATASET_IS_DRAFT, missing("supersedes", "datasets/draft"), out);
  AddInWorld("rows of no dataset", "body-cn", Op(Rows("none", {GridRow("a")})), v1::CODE_NOT_FOUND,
             missing("dataset", "datasets/none"), out);
  auto row = GridRow("b");
  row.mutable_gwp_set()->set_text("gwpSets/ar1");
  AddInWorld("published in no GWP set", "body-cn", Op(Rows("draft", {row})), v1::CODE_NOT_FOUND,
             missing("rows[0].gwp_set.text", "gwpSets/ar1"), out);
  AddInWorld("no such factor", "body-cn", Op(ChangeFactor("datasets/power/factors/x", withdrawn)),
             v1::CODE_NOT_FOUND, missing("factor", "datasets/power/factors/x"), out);
  AddInWorld("status of a draft", "body-cn", Op(ChangeDataset("draft", withdrawn)),
             v1::CODE_DATASET_IS_DRAFT, missing("dataset", "datasets/draft"), out);
}

void AddDrafts(std::vector<RefusalCase>& out) {
  const Detail closed{{"field", "dataset"}, {"value", "datasets/power"}};
  AddInWorld("adding to what is published", "body-cn", Op(Rows("power", {GridRow("b")})),
             v1::CODE_DRAFT_CLOSED, closed, out);
  World world;
  AddInWorld("publishing nothing", "body-cn", Op(Publication(world, "draft")),
             v1::CODE_DATASET_EMPTY, {{"value", "datasets/draft"}}, out);
  AddInWorld("publishing twice", "body-cn", Op(Publication(world, "power")), v1::CODE_DRAFT_CLOSED,
             closed, out);
  const auto in_draft = [&](const char* name, v1::Code code, Detail detail,
                            v1::Operation operation) {
    out.push_back({name, code, std::move(detail), [=] {
                     World own;
                     EXPECT_TRUE(Accepted(own.Do("body-cn", Dataset("draft"))));
                     EXPECT_TRUE(Accepted(own.Do("body-cn", Rows("draft", {GridRow("b")}))));
                     return own.Run("body-cn", {operation});
                   }});
  };
  in_draft("a row before the last", v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "rows[0].code"}, {"value", "a"}}, Op(Rows("draft", {GridRow("a")})));
  in_draft("a row twice", v1::CODE_LIST_NOT_ASCENDING, {{"field", "rows[0].code"}, {"value", "b"}},
           Op(Rows("draft", {GridRow("b")})));
  in_draft("factor of a draft", v1::CODE_DATASET_IS_DRAFT,
           {{"field", "factor"}, {"value", "datasets/draft"}},
           Op(ChangeFactor("datasets/draft/factors/b", OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  World other;
  EXPECT_TRUE(Accepted(other.Do("body-cn", Dataset("draft"))));
  EXPECT_TRUE(Accepted(other.Do("body-cn", Rows("draft", {GridRow("b")}))));
  const auto expected = Publication(other, "draft").rows_digest();
  in_draft("another digest", v1::CODE_DIGEST_MISMATCH,
           {{"field", "rows_digest"},
            {"value", std::string(64, '0')},
            {"expected", crypto::Hash::FromBytes(expected)->Hex()}},
           Op(Publication(world, "draft")));
}

void AddSuccessors(std::vector<RefusalCase>& out) {
  const auto eight = [](World& world) {
    PublishDatasetOf(world, "old", {"a"});
    EXPECT_TRUE(Accepted(world.Do("body-cn", Dataset("ninth", "datasets/old"))));
    EXPECT_TRUE(Accepted(world.Do("body-cn", Rows("ninth", {GridRow("a")}))));
    for (int i = 0; i < 8; ++i) {
      PublishDatasetOf(world, "new-" + std::to_string(i), {"a"}, "datasets/old");
    }
  };
  const Detail detail{{"value", "datasets/old"}, {"limit", "8"}};
  out.push_back({"a ninth successor is created", v1::CODE_TOO_MANY_SUCCESSORS, detail, [=] {
                   World world;
                   eight(world);
                   return world.Do("body-cn", Dataset("tenth", "datasets/old"));
                 }});
  out.push_back({"a ninth successor is published", v1::CODE_TOO_MANY_SUCCESSORS, detail, [=] {
                   World world;
                   eight(world);
                   return world.Do("body-cn", Publication(world, "ninth"));
                 }});
}

}  // namespace

std::vector<RefusalCase> FactorsRefusals() {
  std::vector<RefusalCase> cases;
  AddGwpSetShapes(cases);
  AddDatasetShapes(cases);
  AddRowShapes(cases);
  AddEntitlements(cases);
  AddReferents(cases);
  AddDrafts(cases);
  AddSuccessors(cases);
  return cases;
}

}  // namespace tanji::ledger::testing
