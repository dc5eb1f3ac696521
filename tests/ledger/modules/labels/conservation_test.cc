// Random releases, reports, losses and splits of one lot against a model that counts what of it is
// gone and what bears labels.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <vector>

#include "ledger/modules/labels/find.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/rules.h"
#include "tests/ledger/modules/labels/certification.h"

namespace tanji::ledger {
namespace {

using testing::Certification;

std::string Kilograms(std::int64_t units) {
  return Decimal::FromUnits(units).value().Text();
}

struct Labelled {
  std::string name;
  std::int64_t mass = 0, retired = 0;
  // By unit number - 1; empty: a mark on the whole.
  std::vector<bool> reported;

  // What its reports come to: of numbered units a share, rounded down.
  std::int64_t Retired() const {
    if (reported.empty()) return retired;
    const auto count = std::count(reported.begin(), reported.end(), true);
    return mass * count / static_cast<std::int64_t>(reported.size());
  }
};

// Units of 10^-9 kg, few enough for the lot to be emptied.
struct Model {
  std::int64_t left = 100;
  std::vector<Labelled> labels;

  std::int64_t labelled() const {
    std::int64_t sum = 0;
    for (const auto& label : labels) sum += label.mass - label.Retired();
    return sum;
  }
  std::int64_t free() const { return left - labelled(); }
};

std::int64_t Amount() {
  return *rc::gen::inRange<std::int64_t>(1, 40);
}

void ReleaseAny(Certification& c, const std::string& certificate, Model& model) {
  const auto mass = Amount();
  const auto units = *rc::gen::inRange<std::uint32_t>(0, 8);
  auto message = testing::ReleaseMark(certificate, "small", Kilograms(mass));
  if (units > 0) message.mutable_unit_serials()->set_count(units);
  const auto outcome = c.Label(message);
  RC_ASSERT(outcome.code() == (mass <= model.free() ? v1::CODE_OK : v1::CODE_LABELLED_BEYOND_LOT));
  if (!outcome.ok()) return;
  model.labels.push_back(
      {"labels/" + c.world.CreatedSerial("HN15"), mass, 0, std::vector<bool>(units)});
}

void ReportAny(Certification& c, Model& model) {
  if (model.labels.empty()) return;
  auto& label = model.labels[*rc::gen::inRange<std::size_t>(0, model.labels.size())];
  if (label.reported.empty()) {
    const auto mass = Amount();
    const auto outcome = c.Label(testing::ReportedMass(label.name, Kilograms(mass)));
    const bool fits = mass <= label.mass - label.retired;
    RC_ASSERT(outcome.code() == (fits ? v1::CODE_OK : v1::CODE_FIELD_OUT_OF_RANGE));
    if (fits) label.retired += mass;
    return;
  }
  const auto unit = *rc::gen::inRange<std::size_t>(0, label.reported.size());
  const auto outcome = c.Label(testing::Reported(label.name, unit + 1, unit + 1));
  RC_ASSERT(outcome.code() == (label.reported[unit] ? v1::CODE_UNITS_REPORTED : v1::CODE_OK));
  label.reported[unit] = true;
}

void TakeAny(Certification& c, Model& model, int step) {
  const auto mass = Amount();
  Outcome outcome;
  if (*rc::gen::inRange(0, 2) == 0) {
    outcome = c.world.Do("farm", testing::Loss("small", Kilograms(mass)));
  } else {
    outcome = c.world.Do("farm", testing::Derived("d-" + std::to_string(step),
                                                  {{"small", Kilograms(mass)}}, Kilograms(mass)));
  }
  RC_ASSERT(outcome.code() == (mass <= model.free() ? v1::CODE_OK : v1::CODE_LOT_OVERDRAWN));
  if (outcome.ok()) model.left -= mass;
}

RC_GTEST_PROP(LabelledMass, IsThatOfTheModel, ()) {
  Certification c;
  const auto certificate = c.Certified();
  c.Do(testing::HarvestedIn("2026-05", "small", Kilograms(100)));
  Model model;
  const int steps = *rc::gen::inRange(1, 30);
  for (int step = 0; step < steps; ++step) {
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        TakeAny(c, model, step);
        break;
      case 1:
        ReportAny(c, model);
        break;
      default:
        ReleaseAny(c, certificate, model);
    }
    const auto balance = ReadBalance(c.world.state(), {"farm", "small"});
    RC_ASSERT(LabelledUnder(balance, "schemes/pilot").kilograms().Text() ==
              Kilograms(model.labelled()));
    RC_ASSERT(model.free() >= 0);
  }
}

}  // namespace
}  // namespace tanji::ledger
