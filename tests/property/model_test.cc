// The ledger and the model come to the same, whatever is asked of them.
#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "ledger/modules/all.h"
#include "tests/property/compare.h"
#include "tests/property/sequences.h"

namespace tanji::property {
namespace {

// Labels, arms 160 to 179, have tests of their own and no model yet.
bool IsModelled(int arm) {
  return arm < 160 || arm > 179;
}

TEST(Sequences, EveryOperationIsModelledAndGenerated) {
  const auto& arms = *v1::Operation::descriptor()->oneof_decl(0);
  const auto generators = AllGenerators();
  for (int i = 0; i < arms.field_count(); ++i) {
    const auto kind = static_cast<v1::Operation::KindCase>(arms.field(i)->number());
    if (!IsModelled(kind)) continue;
    const auto* model = FindModel(kind);
    ASSERT_NE(model, nullptr) << "no model of " << arms.field(i)->name();
    const auto rows = std::count_if(generators.begin(), generators.end(),
                                    [&](const Generator& row) { return row.kind == kind; });
    EXPECT_EQ(rows, 1) << "generators of " << arms.field(i)->name();
  }
}

TEST(Sequences, EveryPermissionIsThatOfTheModel) {
  for (const auto* module : ledger::AllModules()) {
    for (const auto& row : module->operations) {
      if (!IsModelled(row.kind)) continue;
      const auto* model = FindModel(row.kind);
      ASSERT_NE(model, nullptr);
      EXPECT_EQ(model->permission, row.permission) << row.name;
    }
  }
}

void Add(const Verdict& verdict, std::map<std::string, int>& counts) {
  ++counts[verdict.Text().substr(0, verdict.Text().find(" ("))];
}

TEST(Sequences, LedgerAndModelAgree) {
  std::map<std::string, int> counts;
  std::map<int, int> applied;
  ForSequences(200, 200, [&](const std::vector<Step>& steps) {
    Teller teller;
    teller.Tell(steps);
    const auto mass = CheckMass(StateOf(teller.ledger()));
    if (!mass.empty()) throw std::runtime_error(mass);
    for (const auto& verdict : teller.story().verdicts) Add(verdict, counts);
    for (const auto& [kind, count] : teller.applied()) applied[kind] += count;
  });
  for (const auto& [verdict, count] : counts) std::printf("%7d %s\n", count, verdict.c_str());
  // Sequences in which nothing happens would show nothing.
  const auto& arms = *v1::Operation::descriptor()->oneof_decl(0);
  for (int i = 0; i < arms.field_count(); ++i) {
    if (!IsModelled(arms.field(i)->number())) continue;
    std::printf("%7d times applied: %s\n", applied[arms.field(i)->number()],
                arms.field(i)->name().c_str());
    EXPECT_GT(applied[arms.field(i)->number()], 0) << arms.field(i)->name();
  }
}

}  // namespace
}  // namespace tanji::property
