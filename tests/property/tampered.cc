#include "tests/property/tampered.h"

#include <fmt/core.h>

#include "ledger/engine/genesis.h"
#include "ledger/modules/all.h"
#include "ledger/modules/membership/authority.h"
#include "tests/property/compare.h"

namespace tanji::property {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using ledger::OperationContext;
using ledger::OperationRow;
using ledger::Outcome;
using ledger::StateWriter;

// Another value of the same type; texts and bytes keep their length.
void AlterScalar(Message& message, const FieldDescriptor* field, Dice& dice) {
  const auto* reflection = message.GetReflection();
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_UINT32:
      reflection->SetUInt32(&message, field, reflection->GetUInt32(message, field) + 1);
      break;
    case FieldDescriptor::CPPTYPE_UINT64:
      reflection->SetUInt64(&message, field, reflection->GetUInt64(message, field) + 1);
      break;
    case FieldDescriptor::CPPTYPE_INT64:
      reflection->SetInt64(&message, field, reflection->GetInt64(message, field) - 1);
      break;
    case FieldDescriptor::CPPTYPE_STRING: {
      auto text = reflection->GetString(message, field);
      if (text.empty()) break;
      auto& c = text[dice.Below(text.size())];
      if (field->type() == FieldDescriptor::TYPE_BYTES) {
        c = static_cast<char>(c ^ 1);
      } else if (static_cast<unsigned char>(c) < 0x80) {
        // Digits stay digits, so that most texts keep their form; and all stay UTF-8.
        c = c >= '0' && c <= '8' ? static_cast<char>(c + 1) : '0';
      }
      reflection->SetString(&message, field, text);
      break;
    }
    default:
      reflection->ClearField(&message, field);
  }
}

void Alter(Message& message, Dice& dice) {
  const auto* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  if (fields.empty()) return;
  const auto* field = dice.Pick(fields);
  if (dice.Percent(15)) {
    reflection->ClearField(&message, field);
  } else if (field->is_repeated()) {
    reflection->RemoveLast(&message, field);
  } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
    Alter(*reflection->MutableMessage(&message, field), dice);
  } else {
    AlterScalar(message, field, dice);
  }
}

// Lets everything through but one record.
class AlteringWriter final : public StateWriter {
 public:
  AlteringWriter(StateWriter& below, Dice& dice) : below_(below), dice_(dice) {}

  std::optional<std::string> Get(std::string_view key) const override { return below_.Get(key); }
  void Put(std::string key, std::string record) override {
    if (key_.empty() && dice_.Percent(70)) {
      const auto message = ParseAny(key, record);
      Alter(*message, dice_);
      // A record is never empty.
      if (auto altered = BytesOf(*message); !altered.empty() && altered != record) {
        record = std::move(altered);
        key_ = key;
        record_ = record;
      }
    }
    below_.Put(std::move(key), std::move(record));
  }
  void Delete(std::string key) override { below_.Delete(std::move(key)); }

  const std::string& key() const { return key_; }
  const std::string& record() const { return record_; }

 private:
  StateWriter& below_;
  Dice& dice_;
  std::string key_, record_;
};

// Rows of operations are plain functions: what they do differently lies here.
struct Plan {
  std::uint64_t left = 0;
  Dice* dice = nullptr;
  std::string key, record;
};
Plan* plan = nullptr;

const OperationRow& Genuine(v1::Operation::KindCase kind) {
  static const ledger::Registry registry(ledger::AllModules());
  return *registry.Find(kind);
}

Outcome TamperedApply(const v1::Operation& operation, const OperationContext& context,
                      StateWriter& writer) {
  const auto& row = Genuine(operation.kind_case());
  if (plan->left-- != 0) return row.apply(operation, context, writer);
  AlteringWriter altering(writer, *plan->dice);
  auto outcome = row.apply(operation, context, altering);
  plan->key = altering.key();
  plan->record = altering.record();
  return outcome;
}

// All modules, with what they write passing through TamperedApply.
struct TamperedModules {
  TamperedModules() {
    for (const auto* genuine : ledger::AllModules()) {
      auto& rows = operations.emplace_back(genuine->operations.begin(), genuine->operations.end());
      for (auto& row : rows) row.apply = TamperedApply;
      auto& module = modules.emplace_back(*genuine);
      module.operations = rows;
    }
    for (const auto& module : modules) list.push_back(&module);
  }

  std::deque<std::vector<OperationRow>> operations;
  std::deque<ledger::Module> modules;
  std::vector<const ledger::Module*> list;
};

ledger::BlockInput InputOf(const Block& block, const ledger::Ledger& ledger) {
  ledger::BlockInput input;
  input.height = ledger.tip().height() + 1;
  input.time_ms = block.time_ms;
  const auto flags = ledger.ContextOf(input.height, input.time_ms).flags;
  for (const auto& bytes : block.transactions) {
    auto envelope = std::make_shared<ledger::Envelope>();
    const auto outcome = ledger::ParseEnvelope(bytes, ledger.chain_id(), flags, *envelope);
    if (outcome.ok()) input.transactions.push_back(std::move(envelope));
  }
  return input;
}

bool ViolatedAnInvariant(const ledger::ExecutedBlock& block) {
  return std::any_of(block.results.begin(), block.results.end(), [](const auto& result) {
    return result.result.outcome.code() == v1::CODE_INVARIANT_VIOLATED;
  });
}

// The next block; false once the alteration has been made.
bool RunBlock(const Block& block, ledger::Ledger& ledger, ledger::Store& store, Tampered& out) {
  const auto executed = ledger.Finalize(InputOf(block, ledger), ledger::NoMemory());
  if (!executed.ok() || !ledger.Commit(**executed).ok()) {
    throw std::runtime_error(std::string(executed.status().message()));
  }
  ledger.Retire((*executed)->header.height());
  if (plan->key.empty()) return true;
  out.noticed = ViolatedAnInvariant(**executed);
  out.unnoticed = !out.noticed && store.Now().Get(plan->key) == plan->record;
  return false;
}

}  // namespace

Tampered Tamper(const Story& story, std::uint64_t target, Dice& dice) {
  static const TamperedModules modules;
  Plan here{target, &dice, {}, {}};
  plan = &here;
  Tampered out;
  out.store = std::make_shared<ledger::MemoryStore>();
  try {
    const auto begun =
        ledger::InitialiseStore(*out.store, ledger::testing::GenesisFile(), modules.list);
    auto ledger = ledger::Ledger::Open(*out.store, modules.list, ledger::MembershipAuthority());
    if (!begun.ok() || !ledger.ok()) throw std::runtime_error("the ledger does not open");
    for (const auto& block : story.blocks) {
      if (!RunBlock(block, **ledger, *out.store, out)) break;
    }
  } catch (const std::exception&) {
    // A record that cannot be read stops the node. Before the alteration nothing does.
    out.noticed = true;
  }
  if (!here.key.empty()) {
    out.what = ParseAny(here.key, here.record)->GetTypeName() + " " +
               ParseAny(here.key, here.record)->ShortDebugString();
  }
  plan = nullptr;
  return out;
}

}  // namespace tanji::property
