// A small state for the tests of crypto/tree: the pairs, the tree over them, and the definition of
// the root written as naively as the definition reads.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/tree/ics23.h"
#include "crypto/tree/state_tree.h"

namespace tanji::crypto::tree_test {

// The set of the vectors: 0x10 || u32be(index) and "value-<index>".
std::string KeyOf(std::uint32_t index);
std::string ValueOf(std::uint32_t index);

using Pairs = std::map<std::string, std::string>;
Pairs PairsBelow(std::uint32_t size);

// root(S, 0) of crypto/tree/format.h by its recursive definition.
Hash NaiveRoot(const Pairs& pairs);

// The tree over `pairs`, made by one update.
StateTree TreeOf(const Pairs& pairs);

// Changes one batch of keys in both; nullopt deletes.
StateTree Apply(const StateTree& tree, Pairs& pairs,
                const std::map<std::string, std::optional<std::string>>& batch);

// Looks values up in `pairs`, which must outlive it.
ValueSource SourceOf(const Pairs& pairs);

// Keys whose hashes share long prefixes with that of another one, so that a few of them make the
// deep and narrow trees that random keys would need millions for. Sorted by key hash; the first
// `shared_bits` bits of each equal those of its neighbour.
std::vector<std::string> CrowdedKeys(std::size_t shared_bits);

// Leading bits in which two hashes agree.
std::size_t SharedBits(const Hash& a, const Hash& b);

// The file's text; fails the test if it cannot be read.
std::string ReadVectors(std::string_view name);

}  // namespace tanji::crypto::tree_test
