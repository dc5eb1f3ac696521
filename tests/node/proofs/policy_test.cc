#include "node/proofs/policy.h"

#include <gtest/gtest.h>

#include "tests/support/served_state.h"

namespace tanji::node {
namespace {

constexpr char kChain[] = "ledger.example/test";

std::string Key(char role, int number) {
  const auto key = crypto::SigningKey::FromSeed(std::string(31, role) + static_cast<char>(number));
  return std::string(key->public_key().view());
}

v1::NodeList Nodes(int validators, int witnesses) {
  v1::NodeList list;
  for (int i = 0; i < validators; ++i) {
    auto& node = *list.add_nodes();
    node.set_id("v" + std::to_string(i));
    node.set_role(v1::NODE_ROLE_VALIDATOR);
    node.set_log_public_key(Key('l', i));
    node.set_cosigner_public_key(Key('c', i));
  }
  for (int i = 0; i < witnesses; ++i) {
    auto& node = *list.add_nodes();
    node.set_id("w" + std::to_string(i));
    node.set_role(v1::NODE_ROLE_WITNESS);
    node.set_cosigner_public_key(Key('w', i));
  }
  return list;
}

TEST(Policy, ThresholdsFollowTheNumbers) {
  const struct {
    int validators, witnesses;
    std::size_t k, j;
  } cases[] = {{1, 0, 1, 0},  {2, 0, 2, 0}, {3, 0, 3, 0}, {4, 0, 3, 0}, {7, 0, 5, 0},
               {10, 0, 7, 0}, {1, 1, 1, 1}, {1, 2, 1, 2}, {4, 3, 3, 2}, {4, 4, 3, 3}};
  for (const auto& row : cases) {
    const auto policy = PolicyOf(kChain, Nodes(row.validators, row.witnesses));
    ASSERT_TRUE(policy.ok()) << policy.status();
    EXPECT_EQ(policy->logs().size(), static_cast<std::size_t>(row.validators));
    EXPECT_EQ(policy->FindGroup(crypto::kValidatorsGroup)->threshold, row.k);
    const auto* witnesses = policy->FindGroup(crypto::kWitnessesGroup);
    EXPECT_EQ(witnesses == nullptr ? 0 : witnesses->threshold, row.j);
    EXPECT_EQ(crypto::Policy::Parse(policy->Print()).value(), *policy);
  }
}

// A policy file outlives the node that printed it: this text must not change.
TEST(Policy, TheTextIsPinned) {
  const auto policy = PolicyOf(kChain, Nodes(1, 1));
  ASSERT_TRUE(policy.ok());
  const std::string log = crypto::VerifierKey{kChain, crypto::NoteKeyType::kEd25519,
                                              *crypto::PublicKey::FromBytes(Key('l', 0))}
                              .Print();
  const auto cosigner = [](const char* id, char role) {
    return crypto::VerifierKey{std::string(kChain) + "/nodes/" + id,
                               crypto::NoteKeyType::kCosignature,
                               *crypto::PublicKey::FromBytes(Key(role, 0))}
        .Print();
  };
  const std::string text = policy->Print();
  EXPECT_NE(text.find("log " + log + "\n"), text.npos) << text;
  EXPECT_NE(text.find("witness nodes/v0 " + cosigner("v0", 'c') + "\n"), text.npos) << text;
  EXPECT_NE(text.find("witness nodes/w0 " + cosigner("w0", 'w') + "\n"), text.npos) << text;
  EXPECT_NE(text.find("group validators 1 nodes/v0\n"), text.npos) << text;
  EXPECT_NE(text.find("group witnesses 1 nodes/w0\n"), text.npos) << text;
}

TEST(Policy, NodesWithIdsThatAreWordsOfTheSyntax) {
  v1::NodeList list = Nodes(4, 1);
  const char* ids[] = {"all", "any", "none", "validators", "witnesses"};
  for (int i = 0; i < 5; ++i) list.mutable_nodes(i)->set_id(ids[i]);
  const auto policy = PolicyOf(kChain, list);
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_TRUE(crypto::Policy::Parse(policy->Print()).ok());
}

TEST(Policy, RefusesListsThatMakeNone) {
  EXPECT_FALSE(PolicyOf(kChain, v1::NodeList()).ok());
  EXPECT_FALSE(PolicyOf(kChain, Nodes(0, 2)).ok());
  v1::NodeList list = Nodes(2, 0);
  list.mutable_nodes(0)->set_log_public_key("short");
  EXPECT_FALSE(PolicyOf(kChain, list).ok());
  list = Nodes(2, 0);
  list.mutable_nodes(0)->clear_cosigner_public_key();
  EXPECT_FALSE(PolicyOf(kChain, list).ok());
}

TEST(Policy, OfTheState) {
  ledger::testing::TestLedger ledger;
  const auto policy = PolicyOf(ledger.ledger().chain_id(), ledger.store().Now());
  ASSERT_TRUE(policy.ok()) << policy.status();
  EXPECT_EQ(policy->logs()[0].key.key, ledger::testing::NodeLogKey().public_key());
  ledger::MemoryStore empty;
  EXPECT_TRUE(absl::IsDataLoss(PolicyOf(kChain, empty.Now()).status()));
}

}  // namespace
}  // namespace tanji::node
