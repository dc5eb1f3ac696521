// The rules of factors over values alone. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/base/decimal.h"
#include "ledger/base/unit.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxGwpValues = 32;
inline constexpr int kMaxFactorRows = 100;
inline constexpr int kMaxSuccessors = 8;
inline constexpr std::size_t kMaxGwpNoteBytes = 512;
inline constexpr std::uint64_t kFirstYear = 1900;
inline constexpr std::uint64_t kLastYear = 2200;

// `[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?`: codes keep the spelling of their publication,
// such as IPCC's `FracGASF-urea`.
bool IsFactorCode(std::string_view text);

struct FactorName {
  std::string dataset_id;
  std::string code;
};
// Of `datasets/{id}/factors/{code}`; nullopt for anything else.
std::optional<FactorName> ParseFactorName(std::string_view name);
std::string MakeFactorName(std::string_view dataset_id, std::string_view code);

// Whether the unit counts CO2 equivalents.
bool CountsCo2e(const Unit& unit);

// The substance that a kind counts, `kgCO2` or `kgCO2e`; empty for models and physical properties.
std::string_view SubstanceOf(v1::FactorKind kind);
// Whether a value of `kind` can have this unit: one of CO2 alone is never one of CO2e, and a grid's
// CO2 is by energy.
bool KindFitsUnit(v1::FactorKind kind, const Unit& unit);

// What a value of this unit, or of one that converts to it, lies between unless something is wrong
// with it: from half the lowest to twice the highest value that we have for the unit. It catches a
// lost 44/12, a wrong prefix, tonnes for kilograms; a value inside may be wrong all the same.
struct PlausibleBounds {
  std::string_view unit;
  Decimal lowest;
  Decimal highest;
};
// All of them, for whoever shows them.
std::span<const PlausibleBounds> AllPlausibleBounds();
// Those of `unit`; nullptr where there are none.
const PlausibleBounds* PlausibleBoundsOf(const Unit& unit);
bool IsPlausible(const PlausibleBounds& bounds, Decimal value, const Unit& unit);

}  // namespace tanji::ledger
