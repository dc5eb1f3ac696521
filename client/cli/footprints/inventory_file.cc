#include "client/cli/footprints/inventory_file.h"

#include "client/cli/draft_import.h"
#include "client/cli/messages.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/rules.h"

namespace tanji::client::cli {
namespace {

Error Unexpected(const JsonSource& source, const JsonNode& node, std::string expected) {
  return Error(kJsonValue, {{"file", source.file},
                            {"line", std::to_string(node.line)},
                            {"field", "lines"},
                            {"value", node.text},
                            {"expected", std::move(expected)}});
}

Error AsUsage(const ledger::Outcome& refusal) {
  return Error(ErrorKind::kUsage, refusal.code(), refusal.detail());
}

Done ReadLines(const JsonNode& node, const JsonSource& source,
               std::vector<v1::InventoryLine>& out) {
  if (node.kind != JsonNode::Kind::kList) return Unexpected(source, node, "[…]");
  for (const auto& line : node.children) {
    TANJI_TRY(ReadJsonMessage(line, source, out.emplace_back()));
  }
  return {};
}

}  // namespace

Result<Inventory> ReadInventory(std::string_view text, const JsonSource& source) {
  TANJI_ASSIGN(const JsonNode node, ParseJsonLines(text, source.file));
  if (node.kind != JsonNode::Kind::kObject) return Unexpected(source, node, "{…}");
  Inventory inventory;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (node.names[i] == "header") {
      TANJI_TRY(ReadJsonMessage(node.children[i], source, inventory.header));
    } else if (node.names[i] == "lines") {
      TANJI_TRY(ReadLines(node.children[i], source, inventory.lines));
    } else {
      return Error(kJsonUnknownField, {{"file", source.file},
                                       {"line", std::to_string(node.name_lines[i])},
                                       {"field", node.names[i]},
                                       {"choices", "header, lines"}});
    }
  }
  TANJI_TRY(CheckWhole(inventory));
  return inventory;
}

Done CheckWhole(const Inventory& inventory) {
  auto outcome = ledger::CheckInventoryHeader(inventory.header, "header");
  if (!outcome.ok()) return AsUsage(outcome);
  for (const auto& line : inventory.lines) {
    outcome = ledger::CheckInventoryLine(line, ledger::LineField(line));
    if (!outcome.ok()) return AsUsage(outcome);
  }
  outcome = ledger::CheckInventory(inventory.header, inventory.lines);
  if (!outcome.ok()) return AsUsage(outcome);
  return {};
}

std::vector<v1::AddLines> SplitLines(std::span<const v1::InventoryLine> lines) {
  std::vector<v1::AddLines> out;
  const std::vector<v1::InventoryLine> rows(lines.begin(), lines.end());
  for (auto& portion : Portions(rows, 0, ledger::kMaxLinesAdded)) {
    auto& message = out.emplace_back();
    for (auto& line : portion) *message.add_lines() = std::move(line);
  }
  return out;
}

}  // namespace tanji::client::cli
