// Shares, ranks and means: rules D4 and D5 of the computation rules.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ledger/base/decimal.h"

namespace tanji::ledger {

// Splits `total` in proportion to `weights` by the largest remainder: each part is rounded down,
// then those with the largest remainders get one more, of equal ones the earlier. The parts add up
// to `total`, which is not negative (asserted). nullopt if a weight is negative or their sum is 0.
std::optional<std::vector<std::int64_t>> Apportion(std::span<const Decimal> weights,
                                                   std::int64_t total);

inline constexpr std::int64_t kWholeShare = 10'000;

// The share of each cell in the sum of magnitudes, in 1/10000, by Apportion; a share has its cell's
// sign. The magnitudes of the shares add up to kWholeShare. nullopt if all cells are 0.
std::optional<std::vector<std::int64_t>> Shares(std::span<const Decimal> cells);

// Rank of one among `peers`, itself included: floor((200 * below + 100 * equal) / (2 * n)), 0 to
// 100. Of its n peers `below` are smaller and `equal`, at least 1, the same (asserted).
int Percentile(std::int64_t below, std::int64_t equal, std::int64_t n);
// The same, counted. nullopt if `own` is not among `peers`.
std::optional<int> PercentileAmong(std::span<const Decimal> peers, Decimal own);

// The k-th percentile by nearest rank: the value at rank ceil(k * n / 100) of n sorted ones. k is 1
// to 100 (asserted). nullopt if there are no values.
std::optional<Decimal> Quantile(std::vector<Decimal> values, int k);

// The sum divided by the count, half-even at `places` digits (0 to 9, asserted). nullopt if there
// are no values.
std::optional<Decimal> Mean(std::span<const Decimal> values, int places);

}  // namespace tanji::ledger
