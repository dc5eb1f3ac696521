// A line of an inventory for people: what was entered, with the value of every factor that it
// names beside it, and what it comes to.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "client/cli/footprints/reckoning.h"
#include "client/cli/render.h"
#include "client/cli/table.h"

namespace tanji::client::cli {

// The numbers by which one text refers to factors, by name.
using FactorNumbers = std::map<std::string, int, std::less<>>;

// "cpcd/rail", as FactorArgument takes it.
std::string ShortFactorName(std::string_view name);
// "0.016 kgN2O-N/kg N, 0.013 – 0.019": or why there is no value.
std::string FactorValue(const v1::FactorRow& row, const Style& style);
// The parts of it; the range is empty where there is none.
std::string FactorNumber(const v1::FactorRow& row, const Style& style);
std::string FactorRange(const v1::FactorRow& row);

// The amount of a line in one cell: "55.2 kg N", or the name of its model.
std::string AmountOrModel(const v1::InventoryLine& line, const Style& style);

// Line `index`, from 0.
Sheet LineSheet(const Reckoning& reckoning, std::size_t index, const FactorNumbers& numbers,
                const Style& style);

}  // namespace tanji::client::cli
