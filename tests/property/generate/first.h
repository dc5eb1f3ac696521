// What every story has from the beginning: factors, and a footprint that others can stand on.
#pragma once

#include <string>
#include <vector>

#include "tanji/v1/factors.pb.h"
#include "tanji/v1/footprints.pb.h"
#include "tanji/v1/membership.pb.h"
#include "tanji/v1/products.pb.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::property {

// Of `data-0`: one of each sort that a footprint can be reckoned with.
std::vector<v1::FactorRow> FirstRows();
// Of `farm`, in December 2025.
v1::RegisterHarvest FirstHarvest(const std::string& farm);
// Of `farm` and that harvest, with lines of its first factors.
v1::CreateFootprint FirstFootprint(const std::string& farm);
v1::AddLines FirstLines(const std::string& footprint);

// Of `scheme`, in force from the first day on, with so many years for an auditor.
v1::CreateSchemeVersion FirstSchemeVersion(const std::string& scheme, std::uint32_t auditor_years);
// For the verification of fruit under scheme-0 and scheme-1, longer than any story.
v1::GrantAccreditation FirstAccreditation(const std::string& body);

}  // namespace tanji::property
