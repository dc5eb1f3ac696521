#include "tests/ledger/modules/factors/datasets.h"

#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/tables.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

void AddGwp(v1::PublishGwpSet& set, v1::Gas gas, const char* value) {
  auto& gwp = *set.add_values();
  gwp.set_gas(gas);
  gwp.set_value(value);
}

}  // namespace

v1::PublishGwpSet GwpSet(std::string_view id) {
  v1::PublishGwpSet set;
  set.set_id(std::string(id));
  *set.mutable_title() = Text("第六次评估报告", "Sixth Assessment Report");
  set.set_source("IPCC AR6 WG1 Table 7.15");
  AddGwp(set, v1::GAS_CO2, "1");
  AddGwp(set, v1::GAS_CH4_FOSSIL, "29.8");
  AddGwp(set, v1::GAS_N2O, "273");
  set.mutable_values(1)->set_note("100 years");
  return set;
}

v1::FactorRow GridRow(std::string_view code) {
  v1::FactorRow row;
  row.set_code(std::string(code));
  *row.mutable_name() = Text("全国平均", "national average");
  row.mutable_region()->set_text("CN");
  row.set_year(2024);
  row.mutable_value()->set_decimal("0.5777");
  row.set_unit("kgCO2e/kWh");
  row.mutable_range()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  row.set_kind(v1::FACTOR_KIND_LIFECYCLE_CO2E);
  row.set_boundary(v1::FACTOR_BOUNDARY_CRADLE_TO_GATE);
  row.mutable_gwp_set()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  row.set_source("annex, table 1");
  return row;
}

v1::CreateDataset Dataset(std::string_view id, std::string_view supersedes) {
  v1::CreateDataset dataset;
  dataset.set_id(std::string(id));
  *dataset.mutable_title() = Text("电力碳足迹因子", "Carbon footprint factors of electricity");
  *dataset.mutable_publisher() = Text("生态环境部", "Ministry of Ecology and Environment");
  dataset.mutable_notice_number()->set_text("No. 3 of 2025");
  dataset.mutable_document_sha256()->set_sha256(crypto::Sha256("annex").str());
  dataset.mutable_url()->set_text("https://www.example/annex.pdf");
  dataset.mutable_licence()->set_unknown(v1::UNKNOWN_NOT_PUBLISHED);
  dataset.set_transcription_sha256(crypto::Sha256("rows").str());
  dataset.set_year(2025);
  dataset.set_supersedes(std::string(supersedes));
  return dataset;
}

v1::AddFactors Rows(std::string_view dataset, const std::vector<v1::FactorRow>& rows) {
  v1::AddFactors message;
  message.set_dataset(MakeName(kDatasetsCollection, dataset));
  for (const auto& row : rows) *message.add_rows() = row;
  return message;
}

v1::PublishDataset Publication(World& world, std::string_view dataset) {
  v1::PublishDataset message;
  message.set_dataset(MakeName(kDatasetsCollection, dataset));
  const auto progress = kDatasetProgress.Get(world.state(), std::string(dataset));
  message.set_rows_digest(progress ? progress->rows_digest() : std::string(32, '\0'));
  return message;
}

v1::ChangeGwpSetStatus ChangeGwpSet(std::string_view id, v1::StatusChange change) {
  v1::ChangeGwpSetStatus message;
  message.set_gwp_set(MakeName(kGwpSetsCollection, id));
  *message.mutable_change() = std::move(change);
  return message;
}

v1::ChangeDatasetStatus ChangeDataset(std::string_view id, v1::StatusChange change) {
  v1::ChangeDatasetStatus message;
  message.set_dataset(MakeName(kDatasetsCollection, id));
  *message.mutable_change() = std::move(change);
  return message;
}

v1::ChangeFactorStatus ChangeFactor(std::string_view name, v1::StatusChange change) {
  v1::ChangeFactorStatus message;
  message.set_factor(std::string(name));
  *message.mutable_change() = std::move(change);
  return message;
}

void PublishDatasetOf(World& world, std::string_view id, const std::vector<std::string>& codes,
                      std::string_view supersedes) {
  std::vector<v1::FactorRow> rows;
  for (const auto& code : codes) rows.push_back(GridRow(code));
  EXPECT_TRUE(Accepted(world.Do("body-cn", Dataset(id, supersedes))));
  EXPECT_TRUE(Accepted(world.Do("body-cn", Rows(id, rows))));
  EXPECT_TRUE(Accepted(world.Do("body-cn", Publication(world, id))));
}

}  // namespace tanji::ledger::testing
