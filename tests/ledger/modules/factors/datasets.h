// GWP sets and datasets for tests.
#pragma once

#include <string>
#include <vector>

#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

// CO2 1, fossil CH4 29.8, N2O 273.
v1::PublishGwpSet GwpSet(std::string_view id);
// A grid factor in kgCO2e/kWh of 0.5777, without a range.
v1::FactorRow GridRow(std::string_view code);
v1::CreateDataset Dataset(std::string_view id, std::string_view supersedes = "");
v1::AddFactors Rows(std::string_view dataset, const std::vector<v1::FactorRow>& rows);
// With the digest that the state has.
v1::PublishDataset Publication(World& world, std::string_view dataset);
v1::ChangeGwpSetStatus ChangeGwpSet(std::string_view id, v1::StatusChange change);
v1::ChangeDatasetStatus ChangeDataset(std::string_view id, v1::StatusChange change);
v1::ChangeFactorStatus ChangeFactor(std::string_view name, v1::StatusChange change);

// Created, filled with rows of these codes and published by `body-cn`, asserted to succeed.
void PublishDatasetOf(World& world, std::string_view id, const std::vector<std::string>& codes,
                      std::string_view supersedes = "");

}  // namespace tanji::ledger::testing
