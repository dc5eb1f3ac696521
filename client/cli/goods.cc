#include "client/cli/goods.h"

#include <algorithm>
#include <optional>

#include "ledger/base/mass.h"

namespace tanji::client::cli {
namespace {

std::optional<ledger::Mass> Kilograms(const std::string& text) {
  const auto decimal = ledger::Decimal::Parse(text);
  return decimal ? ledger::Mass::FromKilograms(*decimal) : std::nullopt;
}

std::optional<ledger::Mass> Less(const std::optional<ledger::Mass>& mass,
                                 const std::string& kilograms) {
  const auto gone = Kilograms(kilograms);
  return mass && gone ? ledger::Subtract(*mass, *gone) : std::nullopt;
}

constexpr const char* kUnreadable = "?";
std::string ShownKg(const std::optional<ledger::Mass>& mass) {
  return mass ? mass->kilograms().Text() : kUnreadable;
}

}  // namespace

std::string LeftKg(const v1::Lot& lot, const v1::LotBalance& balance) {
  auto left = Less(Less(Kilograms(lot.mass_kg()), balance.taken_kg()), balance.lost_kg());
  // The same goods may bear labels of several schemes: what most of it bears is not left.
  std::optional<ledger::Mass> most = ledger::Mass();
  for (const auto& row : balance.labelled()) {
    const auto mass = Kilograms(row.mass_kg());
    most = mass && most ? std::optional(std::max(*mass, *most)) : std::nullopt;
  }
  if (!most) return kUnreadable;
  return ShownKg(Less(left, most->kilograms().Text()));
}

std::string ActiveKg(const v1::Label& label, const v1::LabelProgress& progress) {
  return ShownKg(Less(Kilograms(label.mass_kg()), progress.retired_kg()));
}

}  // namespace tanji::client::cli
