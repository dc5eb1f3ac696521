// What reckoning a footprint costs: the largest inventory that is allowed, with many ranged
// factors.
#include <benchmark/benchmark.h>

#include <string>

#include "tests/ledger/modules/footprints/reckon/inputs.h"

namespace tanji::ledger::testing {
namespace {

constexpr auto kModel = v1::FACTOR_KIND_GAS_MODEL;

// `count` lines: of four, two factor lines, a soil line of four inputs and a rice field with straw.
// They share `ranged` factors with a range and another ten without.
class Built {
 public:
  Built(int count, int ranged) : inventory_(EmptyInventory()), ranged_(ranged) {
    for (int i = 0; i < count; ++i) AddLine(i);
  }
  const Inventory& inventory() const { return inventory_; }

 private:
  // Six roles share the ranged factors evenly.
  std::string Name(const char* role, int i, v1::FactorKind kind, const char* value,
                   const char* unit) {
    const int slot = i / 4 % (ranged_ / 6);
    const auto name = inventory_.Factor(role + std::to_string(slot), kind, value, unit);
    inventory_.SetRange(name, "0.001", "2.123456789");
    return name;
  }
  std::string Fixed(const char* code, const char* value, const char* unit) {
    return inventory_.Factor(code, kModel, value, unit);
  }

  void AddLine(int i) {
    auto& line = inventory_.Add("l" + std::to_string(i), v1::STAGE_CULTIVATION);
    switch (i % 4) {
      case 0:
        return AddSoil(*line.mutable_soil_n2o(), i);
      case 1:
        return AddRice(*line.mutable_rice_ch4(), i);
      default:
        line.mutable_factor()->set_factor(
            Name("f", i, v1::FACTOR_KIND_LIFECYCLE_CO2E, "0.577712345", "kgCO2e/kWh"));
        *line.mutable_factor()->mutable_amount() = AmountOf("1234.567891234", "kWh");
    }
  }
  void AddSoil(v1::SoilN2o& soil, int i) {
    soil.set_ef4(Name("ef4-", i, kModel, "0.014", "kgN2O-N/kg N volatilised"));
    soil.set_frac_leach(Fixed("leach", "0.24", "kg/kg"));
    soil.set_ef5(Name("ef5-", i, kModel, "0.011", "kgN2O-N/kg N leached"));
    for (int input = 0; input < 4; ++input) {
      auto& row = *soil.add_inputs();
      *row.mutable_applied() = AmountOf("92.123456789", "kg N");
      row.set_ef1(Name("ef1-", i + 4 * input, kModel, "0.016", "kgN2O-N/kg N"));
      row.set_frac_gas(Fixed("gas", "0.11", "kg/kg"));
    }
  }
  void AddRice(v1::RiceCh4& rice, int i) {
    *rice.mutable_area() = AmountOf("13.7", "mu");
    rice.set_days("115");
    rice.set_efc(Name("efc-", i, kModel, "1.19", "kgCH4/ha/d"));
    rice.set_sfw(Fixed("sfw", "0.55", "1"));
    rice.set_sfp(Fixed("sfp", "1", "1"));
    rice.set_exponent(Fixed("exponent", "0.59", "1"));
    auto& straw = *rice.add_amendments();
    straw.set_tonnes_per_ha(std::to_string(i % 40 + 1));
    straw.set_cfoa(Name("cfoa-", i, kModel, "0.19", "1"));
  }

  Inventory inventory_;
  int ranged_;
};

void BM_Reckon(benchmark::State& state) {
  const Built built(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const auto input = built.inventory().Input();
  std::size_t ranged = 0;
  for (auto _ : state) {
    Reckoned out;
    if (!Reckon(input, out).ok()) state.SkipWithError("refused");
    ranged = 0;
    for (const auto& factor : out.factors) ranged += factor.up().empty() ? 0 : 1;
    benchmark::DoNotOptimize(out);
  }
  state.counters["ranged factors"] = static_cast<double>(ranged);
}
BENCHMARK(BM_Reckon)->Args({20, 30})->Args({200, 60})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tanji::ledger::testing

BENCHMARK_MAIN();
