#include "tests/property/model/factors.h"

#include "tests/property/model/number.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

Code PublishGwpSet(const v1::PublishGwpSet& message, const Act& act, World& world) {
  if (const Code code = Id(message.id())) return code;
  if (const Code code = Text(message.title())) return code;
  if (const Code code = Source(message.source())) return code;
  if (const Code code = Needed(message.values_size() > 0)) return code;
  for (int i = 0; i < message.values_size(); ++i) {
    if (message.values(i).gas() == v1::GAS_CO2E) return v1::CODE_GWP_OF_CO2E;
  }
  for (int i = 1; i < message.values_size(); ++i) {
    if (message.values(i - 1).gas() >= message.values(i).gas()) return v1::CODE_LIST_NOT_ASCENDING;
  }
  if (message.values(0).gas() != v1::GAS_CO2 || message.values(0).value() != "1") {
    return v1::CODE_GWP_CO2_NOT_ONE;
  }
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY)) return v1::CODE_WRONG_KIND;
  if (world.factors.gwp_sets.contains(message.id())) return v1::CODE_ALREADY_EXISTS;
  v1::GwpSet record;
  record.set_id(message.id());
  *record.mutable_title() = message.title();
  record.set_source(message.source());
  *record.mutable_values() = message.values();
  record.set_published_by(act.author);
  record.set_published_time(act.now_ms);
  AddSigners(act, record);
  world.kept[KeyOf(KeySpace::kGwpSet).Text(message.id()).bytes] = BytesOf(record);
  world.factors.gwp_sets[message.id()] = {record, Life(act.now_ms, act.author, act.now_ms)};
  return v1::CODE_OK;
}

Code ChangeGwpSetStatus(const v1::ChangeGwpSetStatus& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = Name("gwpSets", message.gwp_set(), id)) return code;
  if (const Code code = Change(message.change())) return code;
  const auto it = world.factors.gwp_sets.find(id);
  if (it == world.factors.gwp_sets.end()) return v1::CODE_NOT_FOUND;
  if (it->second.record.published_by() != act.author) return v1::CODE_NOT_ENTITLED;
  return it->second.life.Do(message.change(), act);
}

Code OwnDataset(const std::string& id, const Act& act, World& world, Dataset*& out) {
  const auto it = world.factors.datasets.find(id);
  if (it == world.factors.datasets.end()) return v1::CODE_NOT_FOUND;
  out = &it->second;
  return out->record.created_by() == act.author ? v1::CODE_OK : v1::CODE_NOT_ENTITLED;
}

Code RoomForSuccessor(const Dataset& dataset) {
  return dataset.successors.size() < 8 ? v1::CODE_OK : v1::CODE_TOO_MANY_SUCCESSORS;
}

bool MayCreateDatasets(const World& world, const std::string& id) {
  for (const auto kind :
       {v1::PARTICIPANT_KIND_BODY, v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER,
        v1::PARTICIPANT_KIND_PRODUCER_GROUP, v1::PARTICIPANT_KIND_PRODUCER}) {
    if (world.members.Is(id, kind)) return true;
  }
  return false;
}

Code CreateDataset(const v1::CreateDataset& message, const Act& act, World& world) {
  std::string supersedes;
  if (const Code code = Id(message.id())) return code;
  if (const Code code = Text(message.title())) return code;
  if (const Code code = Text(message.publisher())) return code;
  if (message.year() < 1900 || message.year() > 2200) return v1::CODE_FIELD_OUT_OF_RANGE;
  if (!message.supersedes().empty()) {
    if (const Code code = Name("datasets", message.supersedes(), supersedes)) return code;
  }
  if (!MayCreateDatasets(world, act.author_id)) return v1::CODE_WRONG_KIND;
  if (world.factors.datasets.contains(message.id())) return v1::CODE_ALREADY_EXISTS;
  if (!supersedes.empty()) {
    Dataset* older = nullptr;
    if (const Code code = OwnDataset(supersedes, act, world, older)) return code;
    if (!older->published_ms) return v1::CODE_DATASET_IS_DRAFT;
    if (const Code code = RoomForSuccessor(*older)) return code;
  }
  v1::Dataset record;
  record.set_id(message.id());
  *record.mutable_title() = message.title();
  *record.mutable_publisher() = message.publisher();
  *record.mutable_notice_number() = message.notice_number();
  *record.mutable_document_sha256() = message.document_sha256();
  *record.mutable_url() = message.url();
  *record.mutable_licence() = message.licence();
  record.set_transcription_sha256(message.transcription_sha256());
  record.set_year(message.year());
  record.set_supersedes(message.supersedes());
  record.set_created_by(act.author);
  record.set_created_time(act.now_ms);
  AddSigners(act, record);
  world.kept[KeyOf(KeySpace::kDataset).Text(message.id()).bytes] = BytesOf(record);
  world.factors.datasets[message.id()].record = record;
  return v1::CODE_OK;
}

// The bounds for the units that the sequences use: half the lowest to twice the highest figure.
bool IsPlausible(const v1::FactorRow& row) {
  if (!row.value().has_decimal()) return true;
  const auto value = NumberOf(row.value().decimal());
  if (row.unit() == "kgCO2e/kWh") return value <= Number(1888, 1000);
  if (row.unit() == "kgCO2/kWh") return value <= Number(16852, 10000);
  return true;
}

Code RowShape(const v1::FactorRow& row) {
  if (const Code code = Text(row.name())) return code;
  if (row.has_unusual()) {
    if (const Code code = Text(row.unusual())) return code;
    return IsPlausible(row) ? v1::CODE_UNUSUAL_NOT_NEEDED : v1::CODE_OK;
  }
  return IsPlausible(row) ? v1::CODE_OK : v1::CODE_VALUE_IMPLAUSIBLE;
}

Code AddFactors(const v1::AddFactors& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = Name("datasets", message.dataset(), id)) return code;
  if (const Code code = Needed(message.rows_size() > 0)) return code;
  for (int i = 0; i < message.rows_size(); ++i) {
    if (const Code code = RowShape(message.rows(i))) return code;
    if (i > 0 && message.rows(i - 1).code() >= message.rows(i).code()) {
      return v1::CODE_LIST_NOT_ASCENDING;
    }
  }
  Dataset* dataset = nullptr;
  if (const Code code = OwnDataset(id, act, world, dataset)) return code;
  if (dataset->published_ms) return v1::CODE_DRAFT_CLOSED;
  const auto& rows = dataset->rows;
  if (!rows.empty() && rows.rbegin()->first >= message.rows(0).code()) {
    return v1::CODE_LIST_NOT_ASCENDING;
  }
  for (const auto& row : message.rows()) {
    std::string gwp_set;
    if (!row.gwp_set().has_text()) continue;
    if (const Code code = Name("gwpSets", row.gwp_set().text(), gwp_set)) return code;
    if (!world.factors.gwp_sets.contains(gwp_set)) return v1::CODE_NOT_FOUND;
  }
  for (const auto& row : message.rows()) {
    dataset->rows[row.code()] = {row, Life(act.now_ms, act.author, act.now_ms)};
    v1::Factor record;
    record.set_dataset(message.dataset());
    *record.mutable_row() = row;
    world.kept[KeyOf(KeySpace::kFactor).Text(id).Text(row.code()).bytes] = BytesOf(record);
  }
  return v1::CODE_OK;
}

Code PublishDataset(const v1::PublishDataset& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = Name("datasets", message.dataset(), id)) return code;
  if (const Code code = Bytes(message.rows_digest(), 32)) return code;
  Dataset* dataset = nullptr;
  if (const Code code = OwnDataset(id, act, world, dataset)) return code;
  if (dataset->published_ms) return v1::CODE_DRAFT_CLOSED;
  if (dataset->rows.empty()) return v1::CODE_DATASET_EMPTY;
  if (dataset->Digest() != message.rows_digest()) return v1::CODE_DIGEST_MISMATCH;
  if (!dataset->record.supersedes().empty()) {
    std::string older_id;
    if (const Code code = Name("datasets", dataset->record.supersedes(), older_id)) return code;
    auto& older = world.factors.datasets.at(older_id);
    if (const Code code = RoomForSuccessor(older)) return code;
    v1::DatasetSuccessor successor;
    successor.set_dataset(message.dataset());
    successor.set_recorded_time(act.now_ms);
    older.successors.push_back(successor);
  }
  dataset->published_ms = act.now_ms;
  dataset->published_by = act.signers;
  dataset->life = Life(act.now_ms, act.author, act.now_ms);
  return v1::CODE_OK;
}

Code ChangeDatasetStatus(const v1::ChangeDatasetStatus& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = Name("datasets", message.dataset(), id)) return code;
  if (const Code code = Change(message.change())) return code;
  Dataset* dataset = nullptr;
  if (const Code code = OwnDataset(id, act, world, dataset)) return code;
  if (!dataset->published_ms) return v1::CODE_DATASET_IS_DRAFT;
  return dataset->life.Do(message.change(), act);
}

Code ChangeFactorStatus(const v1::ChangeFactorStatus& message, const Act& act, World& world) {
  std::string id, row;
  if (const Code code = FactorName(message.factor(), id, row)) return code;
  if (const Code code = Change(message.change())) return code;
  const auto it = world.factors.datasets.find(id);
  if (it == world.factors.datasets.end() || !it->second.rows.contains(row)) {
    return v1::CODE_NOT_FOUND;
  }
  Dataset* dataset = nullptr;
  if (const Code code = OwnDataset(id, act, world, dataset)) return code;
  if (!dataset->published_ms) return v1::CODE_DATASET_IS_DRAFT;
  return dataset->rows.at(row).life.Do(message.change(), act);
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::publish_gwp_set, PublishGwpSet>(v1::Operation::kPublishGwpSet,
                                                              v1::PERMISSION_PUBLISH_FACTORS),
    MakeModel<&v1::Operation::change_gwp_set_status, ChangeGwpSetStatus>(
        v1::Operation::kChangeGwpSetStatus, v1::PERMISSION_PUBLISH_FACTORS),
    MakeModel<&v1::Operation::create_dataset, CreateDataset>(v1::Operation::kCreateDataset,
                                                             v1::PERMISSION_PUBLISH_FACTORS),
    MakeModel<&v1::Operation::add_factors, AddFactors>(v1::Operation::kAddFactors,
                                                       v1::PERMISSION_PUBLISH_FACTORS),
    MakeModel<&v1::Operation::publish_dataset, PublishDataset>(v1::Operation::kPublishDataset,
                                                               v1::PERMISSION_PUBLISH_FACTORS),
    MakeModel<&v1::Operation::change_dataset_status, ChangeDatasetStatus>(
        v1::Operation::kChangeDatasetStatus, v1::PERMISSION_PUBLISH_FACTORS),
    MakeModel<&v1::Operation::change_factor_status, ChangeFactorStatus>(
        v1::Operation::kChangeFactorStatus, v1::PERMISSION_PUBLISH_FACTORS)};

}  // namespace

std::string Dataset::Digest() const {
  std::string digest(32, '\0');
  for (const auto& [code, factor] : rows) {
    v1::Factor factor_record;
    factor_record.set_dataset("datasets/" + record.id());
    *factor_record.mutable_row() = factor.row;
    digest = crypto::Sha256(digest + crypto::Sha256(BytesOf(factor_record)).str()).str();
  }
  return digest;
}

std::vector<std::string> SignersOf(const google::protobuf::RepeatedPtrField<std::string>& list) {
  return {list.begin(), list.end()};
}

Code FactorName(const std::string& name, std::string& dataset, std::string& code) {
  if (name.empty()) return v1::CODE_FIELD_MISSING;
  const auto middle = name.find("/factors/");
  if (middle == std::string::npos) return v1::CODE_NAME_MALFORMED;
  code = name.substr(middle + 9);
  return Name("datasets", name.substr(0, middle), dataset);
}

bool DatasetStands(const World& world, const std::string& id, std::int64_t day_ms,
                   std::int64_t known_ms) {
  const auto& dataset = world.factors.datasets.at(id);
  return dataset.life.InForce(day_ms, known_ms) &&
         world.members.MadeWell(dataset.record.created_by(), dataset.published_by,
                                *dataset.published_ms, std::max(*dataset.published_ms, known_ms));
}

bool GwpSetStands(const World& world, const std::string& id, std::int64_t day_ms,
                  std::int64_t known_ms) {
  const auto& set = world.factors.gwp_sets.at(id);
  const auto made_ms = set.record.published_time();
  return set.life.InForce(day_ms, known_ms) &&
         world.members.MadeWell(set.record.published_by(), SignersOf(set.record.signed_by()),
                                made_ms, std::max(made_ms, known_ms));
}

Code UsableFactor(const World& world, const std::string& name, std::int64_t now_ms) {
  std::string id, row;
  if (const Code code = FactorName(name, id, row)) return code;
  const auto it = world.factors.datasets.find(id);
  if (it == world.factors.datasets.end() || !it->second.rows.contains(row)) {
    return v1::CODE_NOT_FOUND;
  }
  if (!it->second.published_ms) return v1::CODE_DATASET_IS_DRAFT;
  const bool usable =
      DatasetStands(world, id, now_ms, now_ms) && it->second.rows.at(row).life.InForce(now_ms);
  return usable ? v1::CODE_OK : v1::CODE_NOT_IN_FORCE;
}

Code UsableGwpSet(const World& world, const std::string& name, std::int64_t now_ms) {
  std::string id;
  if (const Code code = Name("gwpSets", name, id)) return code;
  if (!world.factors.gwp_sets.contains(id)) return v1::CODE_NOT_FOUND;
  return GwpSetStands(world, id, now_ms, now_ms) ? v1::CODE_OK : v1::CODE_NOT_IN_FORCE;
}

std::span<const OperationModel> FactorsModel() {
  return kModel;
}

void TellFactors(const World& world, Records& out) {
  for (const auto& [id, set] : world.factors.gwp_sets) {
    set.life.Tell(KeyOf(KeySpace::kGwpSetStatus).Text(id).bytes, out);
  }
  for (const auto& [id, dataset] : world.factors.datasets) {
    v1::DatasetProgress progress;
    progress.set_factor_count(static_cast<std::uint32_t>(dataset.rows.size()));
    progress.set_rows_digest(dataset.Digest());
    if (!dataset.rows.empty()) progress.set_last_code(dataset.rows.rbegin()->first);
    if (dataset.published_ms) progress.set_published_time(*dataset.published_ms);
    for (const auto& successor : dataset.successors) *progress.add_successors() = successor;
    for (const auto& key_id : dataset.published_by) progress.add_published_by(key_id);
    out[KeyOf(KeySpace::kDatasetProgress).Text(id).bytes] = BytesOf(progress);
    if (dataset.published_ms) {
      dataset.life.Tell(KeyOf(KeySpace::kDatasetStatus).Text(id).bytes, out);
    }
    for (const auto& [code, factor] : dataset.rows) {
      factor.life.Tell(KeyOf(KeySpace::kFactorStatus).Text(id).Text(code).bytes, out);
    }
  }
}

}  // namespace tanji::property
