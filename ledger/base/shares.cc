#include "ledger/base/shares.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "ledger/base/integer.h"

namespace tanji::ledger {
namespace {

Integer SumOfUnits(std::span<const Decimal> values) {
  Integer sum = 0;
  for (const auto& value : values) sum += ToInteger(value.units());
  return sum;
}

}  // namespace

std::optional<std::vector<std::int64_t>> Apportion(std::span<const Decimal> weights,
                                                   std::int64_t total) {
  assert(total >= 0);
  if (std::any_of(weights.begin(), weights.end(), [](Decimal w) { return w.IsNegative(); })) {
    return std::nullopt;
  }
  const Integer sum = SumOfUnits(weights);
  if (sum.is_zero()) return std::nullopt;

  std::vector<std::int64_t> parts;
  std::vector<Integer> remainders;
  for (const auto& weight : weights) {
    const Integer scaled = ToInteger(weight.units()) * total;
    parts.push_back(static_cast<std::int64_t>(Integer(scaled / sum)));
    remainders.push_back(scaled % sum);
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  const auto missing = total - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  assert(missing >= 0 && missing <= static_cast<std::int64_t>(parts.size()));
  for (std::size_t i = 0; i < static_cast<std::size_t>(missing); ++i) ++parts[order[i]];
  return parts;
}

std::optional<std::vector<std::int64_t>> Shares(std::span<const Decimal> cells) {
  std::vector<Decimal> magnitudes;
  for (const auto& cell : cells) magnitudes.push_back(cell.IsNegative() ? -cell : cell);
  auto shares = Apportion(magnitudes, kWholeShare);
  if (!shares) return std::nullopt;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].IsNegative()) (*shares)[i] = -(*shares)[i];
  }
  return shares;
}

int Percentile(std::int64_t below, std::int64_t equal, std::int64_t n) {
  assert(below >= 0 && equal >= 1 && below <= n - equal);
  assert(n <= INT32_MAX);
  return static_cast<int>((200 * below + 100 * equal) / (2 * n));
}

std::optional<int> PercentileAmong(std::span<const Decimal> peers, Decimal own) {
  const auto below =
      std::count_if(peers.begin(), peers.end(), [own](Decimal peer) { return peer < own; });
  const auto equal = std::count(peers.begin(), peers.end(), own);
  if (equal == 0) return std::nullopt;
  return Percentile(below, equal, static_cast<std::int64_t>(peers.size()));
}

std::optional<Decimal> Quantile(std::vector<Decimal> values, int k) {
  assert(k >= 1 && k <= 100);
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t rank = (static_cast<std::size_t>(k) * values.size() + 99) / 100;
  return values[rank - 1];
}

std::optional<Decimal> Mean(std::span<const Decimal> values, int places) {
  if (values.empty()) return std::nullopt;
  const Integer count = values.size();
  return RoundToDecimal(Ratio(SumOfUnits(values), count * Decimal::kUnitsPerOne), places);
}

}  // namespace tanji::ledger
