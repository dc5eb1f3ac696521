#include "tests/property/model/footprints.h"

#include "tests/property/model/days.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

Code HeaderShape(const v1::InventoryHeader& header) {
  std::string name;
  if (const Code code = Text(header.title())) return code;
  if (const Code code = Nested("participants", "products", header.product(), name)) return code;
  if (const Code code = Needed(header.facilities_size() > 0)) return code;
  for (const auto& facility : header.facilities()) {
    if (const Code code = Nested("participants", "facilities", facility, name)) return code;
  }
  for (int i = 1; i < header.facilities_size(); ++i) {
    if (header.facilities(i - 1) >= header.facilities(i)) return v1::CODE_LIST_NOT_ASCENDING;
  }
  const bool alone = header.allocation() == v1::ALLOCATION_RULE_NONE;
  if (alone != (header.outputs_size() == 1)) return v1::CODE_ALLOCATION_OUTPUTS;
  if (const Code code = Name("gwpSets", header.gwp_set(), name)) return code;
  for (int i = 1; i < header.lots_size(); ++i) {
    if (header.lots(i - 1) >= header.lots(i)) return v1::CODE_LIST_NOT_ASCENDING;
  }
  for (int i = 1; i < header.predecessors_size(); ++i) {
    if (header.predecessors(i - 1).footprint() >= header.predecessors(i).footprint()) {
      return v1::CODE_LIST_NOT_ASCENDING;
    }
  }
  return v1::CODE_OK;
}

Code PlaceRefusal(const v1::InventoryHeader& header, const Act& act, const World& world) {
  std::string owned;
  if (const Code code = Nested("participants", "products", header.product(), owned)) return code;
  if (const Code code = OwnInForce(world.products.products, owned, act)) return code;
  for (const auto& name : header.facilities()) {
    if (const Code code = Nested("participants", "facilities", name, owned)) return code;
    if (const Code code = OwnInForce(world.products.facilities, owned, act)) return code;
  }
  return v1::CODE_OK;
}

// Lots of the product, all harvested in the period.
Code LotsRefusal(const v1::InventoryHeader& header, const Act& act, const World& world) {
  for (const auto& name : header.lots()) {
    std::string owned;
    if (const Code code = Nested("participants", "lots", name, owned)) return code;
    if (OwnerOf(owned) != act.author_id) return v1::CODE_NOT_ENTITLED;
    const auto it = world.products.lots.find(owned);
    if (it == world.products.lots.end()) return v1::CODE_NOT_FOUND;
    const auto& lot = it->second;
    const bool covered = !lot.first_day.empty() && lot.product == header.product() &&
                         header.first_day() <= lot.first_day && lot.last_day <= header.last_day();
    if (!covered) return v1::CODE_LOT_NOT_COVERED;
    if (IsFinal(lot.life.At(act.now_ms, act.now_ms))) return v1::CODE_NOT_IN_FORCE;
  }
  return v1::CODE_OK;
}

Code OwnFootprint(const std::string& id, const Act& act, World& world, Footprint*& out) {
  const auto it = world.footprints.footprints.find(id);
  if (it == world.footprints.footprints.end()) return v1::CODE_NOT_FOUND;
  out = &it->second;
  return out->record.producer() == act.author ? v1::CODE_OK : v1::CODE_NOT_ENTITLED;
}

bool MaySucceed(const v1::InventoryHeader& before, const v1::InventoryHeader& after,
                v1::SuccessionReason reason) {
  if (before.product() != after.product()) return false;
  if (reason == v1::SUCCESSION_REASON_WITHDRAWN) return true;
  if (reason == v1::SUCCESSION_REASON_NEW_PERIOD) {
    std::set<std::string> lots(before.lots().begin(), before.lots().end());
    for (const auto& lot : after.lots()) {
      if (lots.contains(lot)) return false;
    }
    return before.first_day() < after.first_day() && before.last_day() < after.last_day();
  }
  return before.boundary() == after.boundary() && before.first_day() == after.first_day() &&
         before.last_day() == after.last_day();
}

// The amounts of each line, whatever they are multiplied with; the generators make lines of factors
// and of upstream footprints only.
std::map<std::string, std::string> AmountsOf(const Footprint& footprint) {
  std::map<std::string, std::string> out;
  for (auto line : footprint.lines) {
    line.clear_text();
    line.clear_source();
    line.clear_quality();
    line.clear_factor_primary();
    if (line.has_factor()) {
      line.mutable_factor()->clear_factor();
      line.mutable_factor()->clear_upstream_known();
    }
    out[line.id()] = BytesOf(line);
  }
  return out;
}

// Another method or factor year is about the same amounts of the same things.
Code ActivitiesRefusal(const Footprint& draft, const World& world) {
  for (const auto& predecessor : draft.record.header().predecessors()) {
    if (predecessor.reason() != v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR) continue;
    const auto& before = world.footprints.footprints.at(predecessor.footprint().substr(11));
    if (AmountsOf(before) != AmountsOf(draft)) return v1::CODE_PREDECESSOR_UNSUITABLE;
  }
  return v1::CODE_OK;
}

// The ledger withdraws in its own words what a successor replaces.
void Withdraw(Footprint& before, const std::string& successor, const Act& act) {
  if (IsFinal(before.life.At(act.now_ms, act.now_ms))) return;
  v1::BilingualText reason;
  reason.set_zh("已由 " + successor + " 取代并撤回");
  reason.set_en("withdrawn and replaced by " + successor);
  reason.set_prevailing(v1::PREVAILING_ZH);
  reason.set_translation(v1::TRANSLATION_MACHINE);
  before.life.Open(v1::STATUS_KIND_WITHDRAWN, act.now_ms, reason, act.now_ms, act.author);
}

Code PredecessorsRefusal(const v1::InventoryHeader& header, const Act& act, World& world) {
  for (const auto& predecessor : header.predecessors()) {
    std::string id;
    Footprint* before = nullptr;
    if (const Code code = IdName("footprints", predecessor.footprint(), id)) return code;
    if (const Code code = OwnFootprint(id, act, world, before)) return code;
    if (!before->declared_ms) return v1::CODE_FOOTPRINT_IS_DRAFT;
    if (!MaySucceed(before->record.header(), header, predecessor.reason())) {
      return v1::CODE_PREDECESSOR_UNSUITABLE;
    }
    if (before->successors.size() >= 64) return v1::CODE_FOOTPRINT_SUCCEEDED_TOO_OFTEN;
  }
  return v1::CODE_OK;
}

Code CreateFootprint(const v1::CreateFootprint& message, const Act& act, World& world) {
  const auto& header = message.header();
  if (const Code code = Needed(message.has_header())) return code;
  if (const Code code = HeaderShape(header)) return code;
  if (!IsProducer(world, act.author_id)) return v1::CODE_WRONG_KIND;
  if (const Code code = PlaceRefusal(header, act, world)) return code;
  if (const Code code = UsableGwpSet(world, header.gwp_set(), act.now_ms)) return code;
  if (const Code code = LotsRefusal(header, act, world)) return code;
  if (const Code code = PredecessorsRefusal(header, act, world)) return code;
  const auto id = NewId(act);
  auto& footprint = world.footprints.footprints[id];
  auto& record = footprint.record;
  record.set_producer(act.author);
  *record.mutable_header() = header;
  record.set_created_time(act.now_ms);
  AddSigners(act, record);
  world.kept[KeyOf(KeySpace::kFootprint).Raw(RawId(id)).bytes] = BytesOf(record);
  return v1::CODE_OK;
}

// The draft that is named, or that an earlier operation of the transaction begins.
template <class Message>
Code OwnDraft(const Message& message, const Act& act, World& world, std::string& id,
              Footprint*& out) {
  if (message.has_footprint_operation()) {
    const auto operation = message.footprint_operation();
    if (operation >= act.index ||
        !act.body->operations(static_cast<int>(operation)).has_create_footprint()) {
      return v1::CODE_OPERATION_REFERENCE;
    }
    id = IdOfOperation(act, operation);
  }
  if (const Code code = OwnFootprint(id, act, world, out)) return code;
  return out->declared_ms ? v1::CODE_DRAFT_CLOSED : v1::CODE_OK;
}

Code LineShape(const v1::InventoryLine& line) {
  std::string name;
  if (const Code code = Id(line.id())) return code;
  if (const Code code = Text(line.text())) return code;
  if (line.has_factor()) {
    const auto& factor = line.factor();
    if (factor.has_amount_range() &&
        (NumberOf(factor.amount_range().low()) > NumberOf(factor.amount().decimal()) ||
         NumberOf(factor.amount_range().high()) < NumberOf(factor.amount().decimal()))) {
      return v1::CODE_FIELD_OUT_OF_RANGE;
    }
  }
  return Source(line.source());
}

Code AddLines(const v1::AddLines& message, const Act& act, World& world) {
  std::string id;
  Footprint* draft = nullptr;
  if (!message.has_footprint_operation()) {
    if (const Code code = IdName("footprints", message.footprint(), id)) return code;
  }
  if (const Code code = Needed(message.lines_size() > 0)) return code;
  for (const auto& line : message.lines()) {
    if (const Code code = LineShape(line)) return code;
  }
  if (const Code code = OwnDraft(message, act, world, id, draft)) return code;
  if (draft->lines.size() + static_cast<std::size_t>(message.lines_size()) > 200) {
    return v1::CODE_INVENTORY_FULL;
  }
  std::set<std::string> ids;
  for (const auto& line : draft->lines) ids.insert(line.id());
  for (const auto& line : message.lines()) {
    if (!ids.insert(line.id()).second) return v1::CODE_LINE_ID_REPEATED;
  }
  for (const auto& line : message.lines()) {
    v1::FootprintLine record;
    *record.mutable_line() = line;
    const auto number = static_cast<std::uint32_t>(draft->lines.size());
    world.kept[KeyOf(KeySpace::kFootprintLine).Raw(RawId(id)).Number(number).bytes] =
        BytesOf(record);
    draft->lines.push_back(line);
  }
  return v1::CODE_OK;
}

Code InventoryRefusal(const Footprint& draft) {
  const auto& header = draft.record.header();
  if (draft.lines.empty()) return v1::CODE_FIELD_MISSING;
  for (const auto& line : draft.lines) {
    if (line.stage() == v1::STAGE_DISTRIBUTION &&
        header.boundary() == v1::FOOTPRINT_BOUNDARY_CRADLE_TO_GATE) {
      return v1::CODE_STAGE_NOT_ALLOWED;
    }
  }
  return header.land_use_change_unknown() == v1::UNKNOWN_UNSPECIFIED
             ? v1::CODE_LAND_USE_CHANGE_NOT_STATED
             : v1::CODE_OK;
}

Code DeclareFootprint(const v1::DeclareFootprint& message, const Act& act, World& world) {
  std::string id;
  Footprint* draft = nullptr;
  if (!message.has_footprint_operation()) {
    if (const Code code = IdName("footprints", message.footprint(), id)) return code;
  }
  if (const Code code = Bytes(message.lines_digest(), 32)) return code;
  if (!IsProducer(world, act.author_id)) return v1::CODE_WRONG_KIND;
  if (const Code code = OwnDraft(message, act, world, id, draft)) return code;
  if (message.lines_digest() != LinesDigest(draft->lines)) return v1::CODE_DIGEST_MISMATCH;
  const auto& header = draft->record.header();
  if (const Code code = PlaceRefusal(header, act, world)) return code;
  if (const Code code = LotsRefusal(header, act, world)) return code;
  if (const Code code = PredecessorsRefusal(header, act, world)) return code;
  if (header.last_day() > DayOf(act.now_ms)) return v1::CODE_FIELD_OUT_OF_RANGE;
  if (const Code code = InventoryRefusal(*draft)) return code;
  if (const Code code = ActivitiesRefusal(*draft, world)) return code;
  Reckoned result;
  if (const Code code = Reckon(world, *draft, act.now_ms, result)) return code;
  draft->result = std::move(result);
  draft->declared_ms = act.now_ms;
  draft->declared_by = act.signers;
  draft->life = Life(act.now_ms, act.author, act.now_ms);
  for (const auto& predecessor : header.predecessors()) {
    v1::Successor successor;
    successor.set_footprint("footprints/" + id);
    successor.set_reason(predecessor.reason());
    successor.set_recorded_time(act.now_ms);
    auto& before = world.footprints.footprints.at(predecessor.footprint().substr(11));
    before.successors.push_back(successor);
    if (predecessor.reason() == v1::SUCCESSION_REASON_WITHDRAWN) {
      Withdraw(before, successor.footprint(), act);
    }
  }
  return v1::CODE_OK;
}

Code ChangeFootprintStatus(const v1::ChangeFootprintStatus& message, const Act& act, World& world) {
  std::string id;
  Footprint* footprint = nullptr;
  if (const Code code = IdName("footprints", message.footprint(), id)) return code;
  if (const Code code = Change(message.change())) return code;
  if (const Code code = OwnFootprint(id, act, world, footprint)) return code;
  if (!footprint->declared_ms) return v1::CODE_FOOTPRINT_IS_DRAFT;
  return footprint->life.Do(message.change(), act);
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::create_footprint, CreateFootprint>(v1::Operation::kCreateFootprint,
                                                                 v1::PERMISSION_DECLARE_FOOTPRINTS),
    MakeModel<&v1::Operation::add_lines, AddLines>(v1::Operation::kAddLines,
                                                   v1::PERMISSION_DECLARE_FOOTPRINTS),
    MakeModel<&v1::Operation::declare_footprint, DeclareFootprint>(
        v1::Operation::kDeclareFootprint, v1::PERMISSION_DECLARE_FOOTPRINTS),
    MakeModel<&v1::Operation::change_footprint_status, ChangeFootprintStatus>(
        v1::Operation::kChangeFootprintStatus, v1::PERMISSION_DECLARE_FOOTPRINTS)};

v1::FootprintResult RecordOf(const Reckoned& result) {
  v1::FootprintResult record;
  record.set_value(TextOf(result.value));
  record.set_low(TextOf(result.low));
  record.set_high(TextOf(result.high));
  record.set_output_kg(TextOf(result.output_kg));
  record.set_depth(result.depth);
  record.set_factor_count(
      static_cast<std::uint32_t>(result.factors.size() + result.upstream.size()));
  for (const auto& [gas, sum] : result.gases) {
    auto& row = *record.add_gases();
    row.set_gas(static_cast<v1::Gas>(gas));
    row.set_mass(TextOf(sum.mass));
    row.set_co2e(TextOf(sum.co2e));
  }
  for (const auto& [stage, co2e] : result.stages) {
    auto& row = *record.add_stages();
    row.set_stage(static_cast<v1::Stage>(stage));
    row.set_co2e(TextOf(co2e));
  }
  for (const auto& [component, co2e] : result.pact) {
    auto& row = *record.add_pact();
    row.set_component(static_cast<v1::PactComponent>(component));
    row.set_co2e(TextOf(co2e));
  }
  for (const auto& [key, sum] : result.parts) {
    auto& row = *record.add_parts();
    row.set_gas(static_cast<v1::Gas>(key.first));
    row.set_component(static_cast<v1::PactComponent>(key.second));
    row.set_mass(TextOf(sum.mass));
    row.set_co2e(TextOf(sum.co2e));
  }
  return record;
}

// All factors by name, then all footprints, 32 names to a record.
void TellReferences(const std::string& raw_id, const Reckoned& result, Records& out) {
  std::vector<std::string> names(result.factors.begin(), result.factors.end());
  names.insert(names.end(), result.upstream.begin(), result.upstream.end());
  for (std::size_t i = 0; i < names.size();) {
    v1::FootprintReferences record;
    const auto number = static_cast<std::uint32_t>(i / 32);
    do {
      if (i < result.factors.size()) {
        record.add_factors()->set_factor(names[i]);
      } else {
        record.add_upstream(names[i]);
      }
    } while (++i < names.size() && i % 32 != 0);
    out[KeyOf(KeySpace::kFootprintReferences).Raw(raw_id).Number(number).bytes] = BytesOf(record);
  }
}

void TellResult(const std::string& raw_id, const Footprint& footprint, Records& out) {
  const auto& result = footprint.result;
  out[KeyOf(KeySpace::kFootprintResult).Raw(raw_id).bytes] = BytesOf(RecordOf(result));
  for (std::size_t i = 0; i < result.lines.size(); ++i) {
    v1::FootprintLineResult line;
    line.set_co2e(TextOf(result.lines[i]));
    out[KeyOf(KeySpace::kFootprintLineResult)
            .Raw(raw_id)
            .Number(static_cast<std::uint32_t>(i))
            .bytes] = BytesOf(line);
  }
  TellReferences(raw_id, result, out);
  footprint.life.Tell(KeyOf(KeySpace::kFootprintStatus).Raw(raw_id).bytes, out);
}

}  // namespace

std::string LinesDigest(const std::vector<v1::InventoryLine>& lines) {
  std::string digest(32, '\0');
  for (const auto& line : lines) {
    v1::FootprintLine record;
    *record.mutable_line() = line;
    digest = crypto::Sha256(digest + crypto::Sha256(BytesOf(record)).str()).str();
  }
  return digest;
}

std::span<const OperationModel> FootprintsModel() {
  return kModel;
}

void TellFootprints(const World& world, Records& out) {
  for (const auto& [id, footprint] : world.footprints.footprints) {
    const auto raw_id = RawId(id);
    v1::FootprintProgress progress;
    progress.set_line_count(static_cast<std::uint32_t>(footprint.lines.size()));
    progress.set_lines_digest(LinesDigest(footprint.lines));
    if (footprint.declared_ms) progress.set_declared_time(*footprint.declared_ms);
    for (const auto& key_id : footprint.declared_by) progress.add_declared_by(key_id);
    for (const auto& successor : footprint.successors) *progress.add_successors() = successor;
    out[KeyOf(KeySpace::kFootprintProgress).Raw(raw_id).bytes] = BytesOf(progress);
    if (footprint.declared_ms) TellResult(raw_id, footprint, out);
  }
}

}  // namespace tanji::property
