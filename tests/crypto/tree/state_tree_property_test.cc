// Random histories: whatever the order and the batches, the root is that of the set.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "crypto/tree/ics23.h"
#include "crypto/tree/ics23_verify.h"
#include "crypto/tree/state_tree.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;
using Batch = std::map<std::string, std::optional<std::string>>;

// Few keys, so that they are often met again, many of them crowded together.
const std::vector<std::string>& Universe() {
  static const auto keys = [] {
    auto all = CrowdedKeys(23);
    for (std::uint32_t i = 0; i < 40; ++i) all.push_back(KeyOf(200'000 + i));
    return all;
  }();
  return keys;
}

rc::Gen<std::optional<std::string>> AnyValue() {
  return rc::gen::map(rc::gen::inRange(0, 5), [](int i) {
    return i < 2 ? std::nullopt : std::optional("value-" + std::to_string(i));
  });
}

rc::Gen<Batch> AnyBatch() {
  return rc::gen::container<Batch>(rc::gen::elementOf(Universe()), AnyValue());
}

// Up to 70 batches: the naive root is what costs.
rc::Gen<std::vector<Batch>> AnyHistory() {
  return rc::gen::scale(0.7, rc::gen::container<std::vector<Batch>>(AnyBatch()));
}

RC_GTEST_PROP(StateTreeProperty, RootDependsOnTheSetAlone, ()) {
  Pairs pairs;
  StateTree tree;
  for (const auto& batch : *AnyHistory()) {
    tree = Apply(tree, pairs, batch);
    RC_ASSERT(tree.root() == NaiveRoot(pairs));
    RC_ASSERT(tree.size() == pairs.size());
  }
  RC_ASSERT(tree.root() == TreeOf(pairs).root());
}

RC_GTEST_PROP(StateTreeProperty, OldVersionsAreUntouched, ()) {
  Pairs pairs;
  StateTree tree;
  std::vector<std::pair<StateTree, Pairs>> versions;
  for (const auto& batch : *AnyHistory()) {
    // Branching off any version, not only the newest.
    if (!versions.empty() && *rc::gen::arbitrary<bool>()) {
      std::tie(tree, pairs) = *rc::gen::elementOf(versions);
    }
    tree = Apply(tree, pairs, batch);
    versions.emplace_back(tree, pairs);
  }
  for (const auto& [version, then] : versions) RC_ASSERT(version.root() == NaiveRoot(then));
}

RC_GTEST_PROP(StateTreeProperty, AnySetOfKeysIsProvable, ()) {
  Pairs pairs;
  auto batch = *AnyBatch();
  batch[KeyOf(300'000)] = "so that the tree is not empty";
  const auto tree = Apply(StateTree(), pairs, batch);
  const auto keys = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(Universe())));
  const auto proof = ProveBatch(tree, keys, SourceOf(pairs));
  RC_ASSERT(proof.ok());
  ProvedRecords expected;
  for (const auto& key : keys) {
    const auto found = pairs.find(key);
    expected.records[key] = found == pairs.end() ? std::nullopt : std::optional(found->second);
  }
  const auto verdict = VerifyBatch(*proof, tree.root());
  RC_ASSERT(std::holds_alternative<ProvedRecords>(verdict));
  RC_ASSERT(std::get<ProvedRecords>(verdict) == expected);
}

}  // namespace
}  // namespace tanji::crypto
