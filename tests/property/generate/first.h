// What every story has from the beginning: factors, and a footprint that others can stand on.
#pragma once

#include <string>
#include <vector>

#include "tanji/v1/factors.pb.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::property {

// Of `data-0`: one of each sort that a footprint can be reckoned with.
std::vector<v1::FactorRow> FirstRows();
// Of farm-1, with lines of its first factors.
v1::CreateFootprint FirstFootprint();
v1::AddLines FirstLines(const std::string& footprint);

}  // namespace tanji::property
