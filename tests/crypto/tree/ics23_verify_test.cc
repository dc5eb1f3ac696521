// What can be done to a true proof: bytes, entries, steps and values changed.
#include "crypto/tree/ics23_verify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "crypto/tree/format.h"
#include "tests/crypto/tree/proof_kit.h"
#include "tests/crypto/tree/support.h"

namespace tanji::crypto {
namespace {

using namespace tree_test;

// A state, and a proof of some present and some absent keys of it.
class VerifyBatchTest : public testing::Test {
 protected:
  VerifyBatchTest() : pairs_(PairsBelow(40)), tree_(TreeOf(pairs_)) {
    for (const std::uint32_t i : {2, 9, 17, 31, 50, 51, 52}) keys_.push_back(KeyOf(i));
    proof_ = *ProveBatch(tree_, keys_, SourceOf(pairs_));
  }

  std::string Verdict(std::string_view proof) const { return VerdictOf(proof, tree_.root()); }
  std::string Verdict(const pb::CommitmentProof& proof) const {
    return VerdictOf(proof, tree_.root());
  }

  // Refused; or, where the change lies in an absent key or leaves an entry out, a true statement
  // about other keys. Never the same statement in other bytes, and never a false one.
  testing::AssertionResult RefusedOrAnotherTruth(std::string_view altered) const {
    const auto verdict = VerifyBatch(altered, tree_.root());
    const auto* proved = std::get_if<ProvedRecords>(&verdict);
    if (proved == nullptr) return testing::AssertionSuccess() << "refused";
    if (*proved == std::get<ProvedRecords>(VerifyBatch(proof_, tree_.root()))) {
      return testing::AssertionFailure() << "the same statement in other bytes";
    }
    for (const auto& [key, value] : proved->records) {
      const auto found = pairs_.find(key);
      if (value != (found == pairs_.end() ? std::nullopt : std::optional(found->second))) {
        return testing::AssertionFailure() << "a false statement";
      }
    }
    return testing::AssertionSuccess() << "another truth";
  }

  // Offsets of the bytes of absent keys: the only ones that may change without a refusal.
  bool LiesInAnAbsentKey(std::size_t offset) const {
    for (const auto& key : keys_) {
      const auto at = proof_.find(key);
      if (!pairs_.contains(key) && offset >= at && offset < at + key.size()) return true;
    }
    return false;
  }

  // The verdict on the proof with one thing changed.
  template <class Edit>
  std::string VerdictAfter(Edit edit) const {
    auto proof = Parse(proof_);
    edit(*proof.mutable_compressed());
    return Verdict(proof);
  }

  Pairs pairs_;
  StateTree tree_;
  std::vector<std::string> keys_;
  std::string proof_;
};

TEST_F(VerifyBatchTest, YieldsWhatItProves) {
  const auto verdict = VerifyBatch(proof_, tree_.root());
  ASSERT_TRUE(std::holds_alternative<ProvedRecords>(verdict));
  const auto& records = std::get<ProvedRecords>(verdict).records;
  EXPECT_EQ(records.size(), keys_.size());
  EXPECT_EQ(records.at(KeyOf(9)), ValueOf(9));
  EXPECT_EQ(records.at(KeyOf(51)), std::nullopt);
  EXPECT_EQ(Bytes(Parse(proof_)), proof_);
}

TEST_F(VerifyBatchTest, EveryOtherRootIsRefused) {
  EXPECT_EQ(VerdictOf(proof_, Placeholder()), "Root");
  EXPECT_EQ(VerdictOf(proof_, Hash()), "Root");
  for (std::size_t i = 0; i < Hash::kSize; ++i) {
    Hash root = tree_.root();
    root.bytes[i] ^= 1;
    EXPECT_EQ(VerdictOf(proof_, root), "Root");
  }
}

TEST_F(VerifyBatchTest, EveryFlippedBitIsRefused) {
  for (std::size_t i = 0; i < proof_.size(); ++i) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string altered = proof_;
      altered[i] = static_cast<char>(altered[i] ^ (1u << bit));
      ASSERT_TRUE(RefusedOrAnotherTruth(altered)) << "byte " << i << " bit " << bit;
      if (!LiesInAnAbsentKey(i)) {
        ASSERT_NE(Verdict(altered), "Holds") << "byte " << i << " bit " << bit;
      }
    }
  }
}

TEST_F(VerifyBatchTest, EveryTruncationExtensionInsertionAndRemovalIsRefused) {
  for (std::size_t i = 0; i < proof_.size(); ++i) {
    ASSERT_NE(Verdict(proof_.substr(0, i)), "Holds") << i;
    ASSERT_NE(Verdict(std::string(proof_).erase(i, 1)), "Holds") << i;
    for (const char c : {'\x00', '\x01', '\x80', proof_[i]}) {
      ASSERT_NE(Verdict(std::string(proof_).insert(i, 1, c)), "Holds") << i;
    }
  }
  for (int c = 0; c < 256; ++c) ASSERT_EQ(Verdict(proof_ + static_cast<char>(c)), "Malformed");
  EXPECT_EQ(Verdict(proof_ + proof_), "Malformed");
}

// Bytes that protobuf reads as the same message.
TEST_F(VerifyBatchTest, EverySecondSpellingIsRefused) {
  const std::string body = Parse(proof_).compressed().SerializeAsString();
  const auto length = [&body](int extra_bytes) {
    std::string out;
    for (std::size_t rest = body.size(); rest != 0; rest >>= 7) {
      out.push_back(static_cast<char>((rest & 127) | (rest > 127 || extra_bytes > 0 ? 128 : 0)));
    }
    for (int i = 1; i < extra_bytes; ++i) out.push_back('\x80');
    if (extra_bytes > 0) out.push_back('\0');
    return out;
  };
  ASSERT_EQ("\x22" + length(0) + body, proof_);
  const std::string unknown_field = "\x28\x01";
  for (const auto& spelling :
       {"\x22" + length(1) + body,                         // length not minimal
        "\x22" + length(3) + body,                         //
        "\xa2" + std::string(1, '\0') + length(0) + body,  // tag not minimal
        proof_ + unknown_field, unknown_field + proof_,
        std::string("\x22\x00", 2) + proof_,  // the arm in two parts, merged by protobuf
        proof_ + std::string("\x22\x00", 2),
        std::string("\x0a\x00", 2) + proof_}) {  // another arm, overridden
    ASSERT_EQ(Parse(spelling).compressed().entries_size(), 7);
    EXPECT_EQ(Verdict(spelling), "Malformed");
  }
}

TEST_F(VerifyBatchTest, UnknownAndDefaultFieldsAreRefusedAtEveryDepth) {
  using Batch = pb::CompressedBatchProof;
  const auto unknown = [](auto* message) {
    message->GetReflection()->MutableUnknownFields(message)->AddVarint(15, 1);
  };
  EXPECT_EQ(VerdictAfter([&](Batch& b) { unknown(&b); }), "Malformed");
  EXPECT_EQ(VerdictAfter([&](Batch& b) { unknown(b.mutable_entries(0)); }), "Malformed");
  const auto first_present = [](Batch& b) {
    return std::find_if(b.mutable_entries()->begin(), b.mutable_entries()->end(),
                        [](const auto& e) { return e.has_exist(); })
        ->mutable_exist();
  };
  const auto first_absent = [](Batch& b) {
    return std::find_if(b.mutable_entries()->begin(), b.mutable_entries()->end(),
                        [](const auto& e) { return e.has_nonexist(); })
        ->mutable_nonexist();
  };
  EXPECT_EQ(VerdictAfter([&](Batch& b) { unknown(first_present(b)); }), "Malformed");
  EXPECT_EQ(VerdictAfter([&](Batch& b) { unknown(first_absent(b)); }), "Malformed");
  EXPECT_EQ(VerdictAfter([&](Batch& b) { unknown(first_present(b)->mutable_leaf()); }), "LeafOp");
  EXPECT_EQ(VerdictAfter([&](Batch& b) { unknown(b.mutable_lookup_inners(0)); }), "InnerOp");
}

TEST_F(VerifyBatchTest, EntriesNotStrictlyAscendingAreRefused) {
  using Batch = pb::CompressedBatchProof;
  const int count = Parse(proof_).compressed().entries_size();
  for (int i = 0; i + 1 < count; ++i) {
    // Swapped, the lookup table is out of its order too, which is seen first.
    EXPECT_NE(VerdictAfter([i](Batch& b) { b.mutable_entries()->SwapElements(i, i + 1); }),
              "Holds");
    EXPECT_EQ(VerdictAfter([i](Batch& b) { *b.add_entries() = b.entries(i); }), "EntryOrder");
  }
  // With the table in its order.
  BatchMaker maker;
  const auto keys = KeysByHash(pairs_);
  maker.Present(ExistenceOf(tree_, pairs_, keys[5]));
  maker.Present(ExistenceOf(tree_, pairs_, keys[4]));
  EXPECT_EQ(Verdict(maker.proof()), "EntryOrder");
}

// An entry all of whose steps serve others may be left out: what remains is the proof of the rest.
TEST_F(VerifyBatchTest, ADroppedEntryLeavesItsStepsBehind) {
  const int count = Parse(proof_).compressed().entries_size();
  for (int i = 0; i < count; ++i) {
    auto proof = Parse(proof_);
    proof.mutable_compressed()->mutable_entries()->DeleteSubrange(i, 1);
    EXPECT_TRUE(RefusedOrAnotherTruth(Bytes(proof))) << i;
  }
  EXPECT_EQ(VerdictAfter([](auto& b) { b.mutable_entries()->RemoveLast(); }), "LookupUnused");
}

TEST_F(VerifyBatchTest, TheLookupTableHasOneForm) {
  using Batch = pb::CompressedBatchProof;
  const int count = Parse(proof_).compressed().lookup_inners_size();
  ASSERT_GT(count, 10);
  const auto renumber = [](Batch& b, int from, int to) {
    const auto fix = [from, to](pb::CompressedExistenceProof* proof) {
      for (auto& index : *proof->mutable_path()) {
        index = index == from ? to : index == to ? from : index;
      }
    };
    for (auto& entry : *b.mutable_entries()) {
      if (entry.has_exist()) fix(entry.mutable_exist());
      if (entry.has_nonexist() && entry.nonexist().has_left()) {
        fix(entry.mutable_nonexist()->mutable_left());
      }
      if (entry.has_nonexist() && entry.nonexist().has_right()) {
        fix(entry.mutable_nonexist()->mutable_right());
      }
    }
  };
  for (int i = 0; i + 1 < count; ++i) {
    // Permuted alone: other paths. Permuted with the indexes: the same meaning in another form.
    EXPECT_NE(VerdictAfter([i](Batch& b) { b.mutable_lookup_inners()->SwapElements(i, i + 1); }),
              "Holds");
    EXPECT_EQ(VerdictAfter([&](Batch& b) {
                b.mutable_lookup_inners()->SwapElements(i, i + 1);
                renumber(b, i, i + 1);
              }),
              "LookupOrder");
    EXPECT_NE(VerdictAfter([i](Batch& b) { b.mutable_lookup_inners()->DeleteSubrange(i, 1); }),
              "Holds");
  }
  EXPECT_EQ(VerdictAfter([](Batch& b) { b.mutable_lookup_inners()->RemoveLast(); }), "LookupRange");
  EXPECT_EQ(VerdictAfter([](Batch& b) { *b.add_lookup_inners() = b.lookup_inners(0); }),
            "LookupUnused");
  EXPECT_EQ(VerdictAfter([](Batch& b) { *b.add_lookup_inners() = InnerOp(false, Sha256("more")); }),
            "LookupUnused");
}

TEST_F(VerifyBatchTest, AStepListedTwiceIsRefused) {
  // Two entries that share their upper steps; the second one uses a copy of one.
  BatchMaker maker;
  const auto keys = KeysByHash(pairs_);
  maker.Present(ExistenceOf(tree_, pairs_, keys[4]));
  maker.Present(ExistenceOf(tree_, pairs_, keys[5]));
  auto proof = maker.proof();
  ASSERT_EQ(Verdict(proof), "Holds");
  auto* batch = proof.mutable_compressed();
  auto* path = batch->mutable_entries(1)->mutable_exist()->mutable_path();
  const int shared = path->Get(path->size() - 1);
  *batch->add_lookup_inners() = batch->lookup_inners(shared);
  path->Set(path->size() - 1, batch->lookup_inners_size() - 1);
  EXPECT_EQ(Verdict(proof), "LookupRepeated");
}

TEST_F(VerifyBatchTest, IndexesOutOfRangeAreRefused) {
  const auto with_first_index = [this](std::int32_t index) {
    return VerdictAfter([index](auto& b) {
      for (auto& entry : *b.mutable_entries()) {
        if (entry.has_exist()) return entry.mutable_exist()->set_path(0, index);
      }
    });
  };
  const int count = Parse(proof_).compressed().lookup_inners_size();
  EXPECT_EQ(with_first_index(count), "LookupRange");
  EXPECT_EQ(with_first_index(0x7fffffff), "LookupRange");
  // Negative numbers are ten bytes long: no index is.
  EXPECT_EQ(with_first_index(-1), "Malformed");
  EXPECT_EQ(with_first_index(std::numeric_limits<std::int32_t>::min()), "Malformed");
}

TEST_F(VerifyBatchTest, ChangedValuesAndKeysAreRefused) {
  const auto edit_all = [this](auto edit) {
    const int count = Parse(proof_).compressed().entries_size();
    for (int i = 0; i < count; ++i) {
      auto proof = Parse(proof_);
      auto* entry = proof.mutable_compressed()->mutable_entries(i);
      if (entry->has_exist()) edit(entry->mutable_exist());
      if (entry->has_nonexist() && entry->nonexist().has_left()) {
        edit(entry->mutable_nonexist()->mutable_left());
      }
      EXPECT_NE(Verdict(proof), "Holds") << i;
    }
  };
  edit_all([](auto* p) { p->set_value("value-1000"); });
  edit_all([](auto* p) { p->set_key(KeyOf(3)); });
  edit_all([](auto* p) { p->set_key(KeyOf(60)); });
  edit_all([](auto* p) { p->clear_value(); });
  edit_all([](auto* p) { p->clear_key(); });
  edit_all([](auto* p) { p->clear_leaf(); });
  edit_all([](auto* p) { p->clear_path(); });
}

}  // namespace
}  // namespace tanji::crypto
