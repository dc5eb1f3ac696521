// A footprint and the pilot's requirements, which it meets; for tests that alter either.
#pragma once

#include <string>

#include "ledger/modules/labels/conformity.h"
#include "tests/ledger/modules/labels/certification.h"

namespace tanji::ledger::testing {

struct Conforming {
  Conforming() {
    header() = ForwardHeader();
    result().add_stages()->set_stage(v1::STAGE_RAW_MATERIALS);
    result().add_stages()->set_stage(v1::STAGE_CULTIVATION);
    result().set_value("0.5");
    result().set_low("0.4");
    result().set_high("0.6");
    result().set_primary_activity_share(5000);
    result().set_technological_quality("3.5");
    result().set_geographical_quality("2");
    result().set_temporal_quality("2");
    standing.gwp_sets.push_back({"gwpSets/ar6", {}});
    standing.datasets.push_back({"datasets/power", {}});
  }
  v1::InventoryHeader& header() { return *records.record.mutable_header(); }
  v1::FootprintResult& result() { return records.result; }
  // Of a plant whose establishment is not assessed.
  void Perennial(std::uint32_t harvests) {
    auto& perennial = *header().mutable_perennial();
    perennial.set_harvests(harvests);
    perennial.set_establishment_unknown(v1::UNKNOWN_NOT_ASSESSED);
  }
  Outcome Judged(const std::string& name) const {
    return RequireConforms(requirements, name, records, standing, v1::ASSURANCE_LEVEL_LIMITED);
  }

  v1::SchemeRequirements requirements = PilotRequirements();
  FootprintRecords records;
  FootprintStanding standing;
};

}  // namespace tanji::ledger::testing
