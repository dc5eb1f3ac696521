#include "tests/crypto/tree/proof_cases.h"

#include <string>
#include <utility>
#include <vector>

#include "crypto/hash/hex.h"
#include "tests/crypto/tree/proof_kit.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto::tree_test {
namespace {

using Json = nlohmann::ordered_json;
using Claims = std::vector<std::pair<std::string, std::optional<std::string>>>;

Json Case(std::string name, const char* group, const Hash& root, std::string_view proof,
          const Claims& claims) {
  Json items = Json::array();
  for (const auto& [key, value] : claims) {
    items.push_back({{"key", ToHex(key)}, {"value", value ? Json(ToHex(*value)) : Json()}});
  }
  const bool is_batch = Parse(proof).has_compressed();
  return {{"name", std::move(name)},   {"group", group},
          {"root", root.Hex()},        {"proof", ToHex(proof)},
          {"items", std::move(items)}, {"ours", is_batch ? Json(VerdictOf(proof, root)) : Json()}};
}

Claims TrueClaims(const Pairs& pairs, const std::vector<std::string>& keys) {
  Claims claims;
  for (const auto& key : keys) {
    const auto found = pairs.find(key);
    claims.emplace_back(key, found == pairs.end() ? std::nullopt : std::optional(found->second));
  }
  return claims;
}

void AddHonest(Json& cases) {
  for (const std::uint32_t size : {1, 2, 3, 10, 100}) {
    const auto pairs = PairsBelow(size);
    const auto tree = TreeOf(pairs);
    std::vector<std::string> keys;
    for (std::uint32_t i = 0; i < 24; ++i) keys.push_back(KeyOf(i * size / 12));
    const auto name = "of " + std::to_string(size);
    cases.push_back(Case("batch " + name, "honest", tree.root(),
                         *ProveBatch(tree, keys, SourceOf(pairs)), TrueClaims(pairs, keys)));
    cases.push_back(Case("existence " + name, "honest", tree.root(),
                         *ProveExistence(tree, KeyOf(0), SourceOf(pairs)),
                         TrueClaims(pairs, {KeyOf(0)})));
    cases.push_back(Case("absence " + name, "honest", tree.root(),
                         *ProveAbsence(tree, KeyOf(1000), SourceOf(pairs)),
                         TrueClaims(pairs, {KeyOf(1000)})));
  }
  // Long chains of placeholders, on the way to keys and to their neighbours.
  Pairs pairs;
  for (const auto& key : CrowdedKeys(27)) pairs[key] = "crowded";
  const auto tree = TreeOf(pairs);
  auto keys = KeysByHash(pairs);
  for (std::uint32_t i = 0; i < 8; ++i) keys.push_back(KeyOf(500'000 + i));
  cases.push_back(Case("batch of crowded keys", "honest", tree.root(),
                       *ProveBatch(tree, keys, SourceOf(pairs)), TrueClaims(pairs, keys)));
}

void AddFalse(Json& cases) {
  const auto pairs = PairsBelow(12);
  const auto tree = TreeOf(pairs);
  const auto keys = KeysByHash(pairs);
  const auto proof_of = [&](std::size_t i) { return ExistenceOf(tree, pairs, keys[i]); };
  const auto add = [&](const char* name, const BatchMaker& maker, const Claims& claims) {
    cases.push_back(Case(name, "false", tree.root(), Bytes(maker.proof()), claims));
  };
  auto forged = proof_of(3);
  forged.set_value("never stored");
  BatchMaker wrong_value;
  wrong_value.Present(forged);
  add("another value", wrong_value, {{keys[3], "never stored"}});
  forged = proof_of(3);
  forged.set_key(KeyOf(77));
  BatchMaker wrong_key;
  wrong_key.Present(forged);
  add("another key", wrong_key, {{KeyOf(77), pairs.at(keys[3])}});

  const auto four = proof_of(4), five = proof_of(5), six = proof_of(6);
  BatchMaker hidden;
  hidden.Absent(keys[5], &four, &six);
  add("a present key between its neighbours", hidden, {{keys[5], std::nullopt}});
  BatchMaker beside_itself;
  beside_itself.Absent(keys[5], &five, &six);
  add("a present key beside itself", beside_itself, {{keys[5], std::nullopt}});
  BatchMaker only_left;
  only_left.Absent(keys[5], &four, nullptr);
  add("a present key with its left neighbour alone", only_left, {{keys[5], std::nullopt}});
  BatchMaker only_right;
  only_right.Absent(keys[5], nullptr, &six);
  add("a present key with its right neighbour alone", only_right, {{keys[5], std::nullopt}});
  BatchMaker nobody;
  nobody.Absent(keys[5], nullptr, nullptr);
  add("a present key without neighbours", nobody, {{keys[5], std::nullopt}});

  auto out_of_range = Parse(*ProveBatch(tree, keys, SourceOf(pairs)));
  auto* batch = out_of_range.mutable_compressed();
  batch->mutable_entries(0)->mutable_exist()->set_path(0, batch->lookup_inners_size());
  cases.push_back(Case("an index past the lookup table", "false", tree.root(), Bytes(out_of_range),
                       TrueClaims(pairs, {keys[0]})));
}

void AddStricter(Json& cases) {
  const auto pairs = PairsBelow(12);
  const auto tree = TreeOf(pairs);
  const auto keys = KeysByHash(pairs);
  const auto claims = TrueClaims(pairs, {keys[1], keys[2]});
  const std::vector<std::string> proved = {keys[1], keys[2]};
  const auto add = [&](const char* name, auto edit) {
    auto proof = Parse(*ProveBatch(tree, proved, SourceOf(pairs)));
    edit(*proof.mutable_compressed());
    cases.push_back(Case(name, "stricter", tree.root(), Bytes(proof), claims));
  };
  add("entries out of order", [&](auto& batch) {
    BatchMaker maker;
    maker.Present(ExistenceOf(tree, pairs, keys[2]));
    maker.Present(ExistenceOf(tree, pairs, keys[1]));
    batch = maker.proof().compressed();
  });
  add("an entry twice", [](auto& batch) { *batch.add_entries() = batch.entries(1); });
  add("an unused step",
      [](auto& batch) { *batch.add_lookup_inners() = InnerOp(false, Sha256("unused")); });
  add("a step listed twice", [](auto& batch) {
    auto* path = batch.mutable_entries(1)->mutable_exist()->mutable_path();
    *batch.add_lookup_inners() = batch.lookup_inners(path->Get(path->size() - 1));
    path->Set(path->size() - 1, batch.lookup_inners_size() - 1);
  });
  add("the lookup table in another order", [](auto& batch) {
    const int last = batch.lookup_inners_size() - 1;
    batch.mutable_lookup_inners()->SwapElements(0, last);
    for (auto& entry : *batch.mutable_entries()) {
      for (auto& index : *entry.mutable_exist()->mutable_path()) {
        index = index == 0 ? last : index == last ? 0 : index;
      }
    }
  });
  add("an unknown field",
      [](auto& batch) { batch.GetReflection()->MutableUnknownFields(&batch)->AddVarint(15, 1); });
  auto steps = StepsFor("k", 20);
  steps[7].child_on_right = !steps[7].child_on_right;
  const auto turned = ForgeExistence("k", "v", steps);
  cases.push_back(Case("a step against the key's hash", "stricter", turned.root,
                       Bytes(turned.proof), {{"k", "v"}}));
  const auto deep = ForgeExistence("k", "v", StepsFor("k", 65));
  cases.push_back(Case("65 steps", "stricter", deep.root, Bytes(deep.proof), {{"k", "v"}}));
}

}  // namespace

Json ProofCases() {
  Json cases = Json::array();
  AddHonest(cases);
  AddFalse(cases);
  AddStricter(cases);
  return {{"cases", std::move(cases)}};
}

}  // namespace tanji::crypto::tree_test
