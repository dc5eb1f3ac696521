#include "client/cli/goods.h"

#include <optional>

#include "ledger/base/mass.h"

namespace tanji::client::cli {
namespace {

std::optional<ledger::Mass> Kilograms(const std::string& text) {
  const auto decimal = ledger::Decimal::Parse(text);
  return decimal ? ledger::Mass::FromKilograms(*decimal) : std::nullopt;
}

}  // namespace

std::string LeftKg(const v1::Lot& lot, const v1::LotBalance& balance) {
  constexpr const char* kUnreadable = "?";
  const auto mass = Kilograms(lot.mass_kg());
  const auto taken = Kilograms(balance.taken_kg());
  const auto lost = Kilograms(balance.lost_kg());
  if (!mass || !taken || !lost) return kUnreadable;
  const auto gone = ledger::Add(*taken, *lost);
  const auto left = gone ? ledger::Subtract(*mass, *gone) : std::nullopt;
  return left ? left->kilograms().Text() : kUnreadable;
}

}  // namespace tanji::client::cli
