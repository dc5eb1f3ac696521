// Every way in which a proof bundle is refused, each produced by altering one part of a good one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crypto/hash/hex.h"
#include "crypto/note/cosignature.h"
#include "crypto/note/tlog_proof.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/subjects.h"
#include "tests/ledger/modules/support/coverage.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;
constexpr char kDemand[] = "validators 3/4 + witnesses 1/2";

// A ledger and a question that it can answer: "what is registered under this hash?"
struct Case {
  Subjects subjects;
  Archive archive{subjects.world};
  v1::Question question = AskDocument(subjects.document);
  Archive::Parts parts = archive.PartsFor(question);
};

Outcome Altered(const std::function<void(Case&)>& alter) {
  Case c;
  alter(c);
  return c.archive.Verify(c.parts);
}
Outcome AlteredBundle(const std::function<void(v1::ProofBundle&)>& alter) {
  Case c;
  auto bundle = c.archive.Bundle(c.parts);
  alter(bundle);
  return c.archive.Verify(Archive::Bytes(bundle));
}
// With another checkpoint note.
Outcome AlteredNote(const std::function<std::string(Case&)>& note) {
  Case c;
  c.parts.checkpoint_note = note(c);
  return c.archive.Verify(c.parts);
}
Outcome SignedBy(const std::function<void(Archive::Signers&)>& alter) {
  return AlteredNote([&](Case& c) {
    auto signers = c.archive.QuorumOf();
    alter(signers);
    return c.archive.Note(c.archive.NewestCheckpoint(), signers);
  });
}

Detail Fault(const char* value) {
  return {{"value", value}};
}
Detail Unmet(const char* fault) {
  return {{"value", fault}, {"expected", kDemand}};
}

void AddForms(Rows& rows) {
  rows.push_back(
      {"a byte too many", v1::CODE_BUNDLE_TOO_LARGE, {{"size", "262145"}, {"limit", "262144"}}, [] {
         return Case().archive.Verify(std::string(kMaxBundleBytes + 1, 'x'));
       }});
  rows.push_back({"no protobuf",
                  v1::CODE_BUNDLE_MALFORMED,
                  {{"field", ""}, {"value", "INVALID_TAG"}, {"offset", "0"}},
                  [] { return Case().archive.Verify("not a bundle"); }});
  rows.push_back({"a field twice",
                  v1::CODE_BUNDLE_MALFORMED,
                  {{"field", "as_of"}, {"value", "EXPLICIT_DEFAULT"}, {"offset", "?"}},
                  [] {
                    Case c;
                    auto bytes = c.archive.BundleFor(c.question) + std::string("\x28\x00", 2);
                    auto outcome = c.archive.Verify(bytes);
                    // Where it stands depends on the length of all before.
                    EXPECT_EQ(outcome.detail().back().second, std::to_string(bytes.size() - 1));
                    auto detail = outcome.detail();
                    detail.back().second = "?";
                    return Refuse(outcome.code(), std::move(detail));
                  }});
  rows.push_back({"no question",
                  v1::CODE_QUESTION_MALFORMED,
                  {{"field", "ask"},
                   {"value", ""},
                   {"expected",
                    "document | participant | key | accreditation | licence | records | dataset | "
                    "factor | gwp_set | facility | product | lot | scheme_version | footprint | "
                    "correction | statement | certificate | label"}},
                  [] { return AlteredBundle([](auto& b) { b.clear_question(); }); }});
  rows.push_back({"another question than the one asked", v1::CODE_QUESTION_MISMATCH, {}, [] {
                    Case c;
                    const auto asked = AskParticipant("participants/cnas");
                    VerifyOptions options;
                    options.expected_question = &asked;
                    VerifiedBundle out;
                    return VerifyBundle(c.archive.BundleFor(c.question), c.archive.policy(),
                                        options, out);
                  }});
}

void AddTimes(Rows& rows) {
  const auto late = [](Case& c) { return c.archive.block_time_ms() + 1; };
  const Subjects subjects;
  const auto now = subjects.world.now_ms();
  rows.push_back(
      {"known after the block",
       v1::CODE_KNOWN_AFTER_BLOCK,
       {{"known_time", std::to_string(now + 1)}, {"block_time", std::to_string(now)}},
       [=] { return Altered([&](Case& c) { c.parts.question.set_known_time(late(c)); }); }});
  rows.push_back(
      {"effective after known",
       v1::CODE_EFFECTIVE_AFTER_KNOWN,
       {{"effective_time", std::to_string(now + 1)}, {"known_time", std::to_string(now)}},
       [=] { return Altered([&](Case& c) { c.parts.question.set_effective_time(late(c)); }); }});
}

void AddBlockEntries(Rows& rows) {
  const auto refused = [](const char* field, const char* rule) {
    return Detail{{"field", field}, {"value", rule}, {"offset", "0"}};
  };
  rows.push_back(
      {"a transaction entry", v1::CODE_BLOCK_ENTRY_MALFORMED, refused("block", "NOT_A_BLOCK_ENTRY"),
       [] { return Altered([](Case& c) { c.parts.block_entry = c.archive.entries()[2]; }); }});
  rows.push_back({"no block entry", v1::CODE_BLOCK_ENTRY_MALFORMED,
                  refused("block", "NOT_A_BLOCK_ENTRY"),
                  [] { return AlteredBundle([](auto& b) { b.clear_block_entry(); }); }});
  rows.push_back({"garbage for a block entry", v1::CODE_BLOCK_ENTRY_MALFORMED,
                  refused("", "INVALID_TAG"),
                  [] { return AlteredBundle([](auto& b) { b.set_block_entry("\x07"); }); }});
  rows.push_back({"a state root of 31 bytes", v1::CODE_BLOCK_ENTRY_MALFORMED,
                  refused("block", "NOT_A_BLOCK_ENTRY"), [] {
                    Case c;
                    c.archive.AlterLastBlock([](auto& b) { b.mutable_state_root()->pop_back(); });
                    return c.archive.Verify(c.archive.PartsFor(c.question));
                  }});
}

void AddLogProofs(Rows& rows) {
  rows.push_back({"no log proof", v1::CODE_LOG_PROOF_MALFORMED, Fault("BadProofHeader"),
                  [] { return AlteredBundle([](auto& b) { b.clear_log_proof(); }); }});
  rows.push_back(
      {"line ends of another system", v1::CODE_LOG_PROOF_MALFORMED, Fault("BadProofHeader"), [] {
         return AlteredBundle([](auto& b) {
           auto& text = *b.mutable_log_proof();
           text.insert(text.find('\n'), "\r");
         });
       }});
  rows.push_back({"an extra line", v1::CODE_LOG_PROOF_MALFORMED, Fault("ExtraLine"), [] {
                    return AlteredBundle([](auto& b) {
                      auto& text = *b.mutable_log_proof();
                      text.insert(text.find('\n') + 1, "extra AAAA\n");
                    });
                  }});
  rows.push_back({"another block entry", v1::CODE_LOG_PROOF_FALSE, Fault("ProofRoot"), [] {
                    return Altered([](Case& c) { c.parts.block_entry = c.archive.entries()[1]; });
                  }});
  rows.push_back({"an index beyond the log", v1::CODE_LOG_PROOF_FALSE, Fault("IndexOutOfRange"),
                  [] { return Altered([](Case& c) { c.parts.entry_index = 4; }); }});
  rows.push_back({"a hash too few", v1::CODE_LOG_PROOF_FALSE, Fault("ProofLength"),
                  [] { return Altered([](Case& c) { c.parts.inclusion.pop_back(); }); }});
  rows.push_back({"a hash too many", v1::CODE_LOG_PROOF_FALSE, Fault("ProofLength"), [] {
                    return Altered([](Case& c) { c.parts.inclusion.push_back(crypto::Hash()); });
                  }});
  rows.push_back({"yesterday's block entry",
                  v1::CODE_BLOCK_NOT_NEWEST,
                  {{"value", "1"}, {"expected", "3"}},
                  [] {
                    return Altered([](Case& c) {
                      c.parts.block_entry = c.archive.entries()[1];
                      c.parts.entry_index = 1;
                      c.parts.inclusion = c.archive.Inclusion(1);
                    });
                  }});
}

void AddCheckpoints(Rows& rows) {
  rows.push_back(
      {"a checkpoint of two lines", v1::CODE_CHECKPOINT_MALFORMED, Fault("NotThreeLines"), [] {
         return AlteredNote([](Case& c) {
           auto note = c.parts.checkpoint_note;
           return note.substr(note.find('\n') + 1);
         });
       }});
  rows.push_back({"no checkpoint", v1::CODE_CHECKPOINT_MALFORMED, Fault("NoSignatureBlock"),
                  [] { return AlteredNote([](Case&) { return std::string("x\n"); }); }});
  rows.push_back(
      {"a time beyond the calendar", v1::CODE_CHECKPOINT_MALFORMED, Fault("TIME_BEYOND_9999"),
       [] { return SignedBy([](auto& s) { s.time_s = crypto::kMaxCosignatureTime; }); }});
  rows.push_back({"the checkpoint of another ledger",
                  v1::CODE_CHECKPOINT_WRONG_LOG,
                  {{"value", "WrongOrigin"}, {"expected", std::string(kChainId)}},
                  [] {
                    return AlteredNote([](Case& c) {
                      auto checkpoint = c.archive.NewestCheckpoint();
                      checkpoint.origin = "ledger.example/other";
                      return c.archive.Note(checkpoint, c.archive.QuorumOf());
                    });
                  }});
  rows.push_back({"a checkpoint of another root", v1::CODE_LOG_PROOF_FALSE, Fault("ProofRoot"), [] {
                    return AlteredNote([](Case& c) {
                      auto checkpoint = c.archive.NewestCheckpoint();
                      checkpoint.root = crypto::Sha256("a forked log");
                      return c.archive.Note(checkpoint, c.archive.QuorumOf());
                    });
                  }});
}

// Signatures of one checkpoint put under another.
std::string Transplanted(Case& c, bool log_too) {
  auto other = c.archive.NewestCheckpoint();
  other.root = crypto::Sha256("a forked log");
  auto signers = c.archive.QuorumOf();
  auto note = crypto::SignedNote::Parse(c.archive.Note(other, signers)).value();
  note.text = c.archive.NewestCheckpoint().Print();
  if (!log_too) {
    note.signatures[0] = crypto::SignNote(kChainId, KeyOf("log", 0), note.text);
  }
  return note.Print();
}

void AddSignatures(Rows& rows) {
  rows.push_back({"a false log signature", v1::CODE_CHECKPOINT_SIGNATURE_FALSE,
                  Fault("BadLogSignature"),
                  [] { return AlteredNote([](Case& c) { return Transplanted(c, true); }); }});
  rows.push_back({"a false cosignature", v1::CODE_CHECKPOINT_SIGNATURE_FALSE,
                  Fault("BadCosignature"),
                  [] { return AlteredNote([](Case& c) { return Transplanted(c, false); }); }});
  rows.push_back({"no log signature", v1::CODE_CHECKPOINT_NO_QUORUM, Unmet("NoLogSignature"),
                  [] { return SignedBy([](auto& s) { s.logs = {}; }); }});
  rows.push_back({"two validators of four", v1::CODE_CHECKPOINT_NO_QUORUM, Unmet("QuorumNotMet"),
                  [] { return SignedBy([](auto& s) {
                         s.cosigners = {0, 1, 4};
                       }); }});
  rows.push_back({"no witness", v1::CODE_CHECKPOINT_NO_QUORUM, Unmet("QuorumNotMet"), [] {
                    return SignedBy([](auto& s) { s.cosigners = {0, 1, 2}; });
                  }});
  rows.push_back(
      {"a fourth validator", v1::CODE_CHECKPOINT_EXTRA_SIGNATURE, Fault("SurplusCosignature"), [] {
         return SignedBy([](auto& s) { s.cosigners = {0, 1, 2, 3, 4}; });
       }});
  rows.push_back(
      {"a second witness", v1::CODE_CHECKPOINT_EXTRA_SIGNATURE, Fault("SurplusCosignature"), [] {
         return SignedBy([](auto& s) { s.cosigners = {0, 1, 2, 4, 5}; });
       }});
  rows.push_back(
      {"a cosigner twice", v1::CODE_CHECKPOINT_EXTRA_SIGNATURE, Fault("RepeatedCosignature"), [] {
         return SignedBy([](auto& s) { s.cosigners = {0, 0, 1, 2, 4}; });
       }});
  rows.push_back({"two logs", v1::CODE_CHECKPOINT_EXTRA_SIGNATURE, Fault("SecondLogSignature"), [] {
                    return SignedBy([](auto& s) { s.logs = {0, 1}; });
                  }});
  rows.push_back({"a stranger", v1::CODE_CHECKPOINT_EXTRA_SIGNATURE, Fault("UnknownSigner"), [] {
                    return SignedBy([](auto& s) { s.cosigners = {0, 1, 2, 4, 9}; });
                  }});
}

Outcome WithPolicy(const std::string& policy) {
  Case c;
  VerifiedBundle out;
  return VerifyBundle(c.archive.BundleFor(c.question), policy, {}, out);
}

void AddPolicies(Rows& rows) {
  rows.push_back({"no policy", v1::CODE_POLICY_MALFORMED, Fault("policy: no quorum line"),
                  [] { return WithPolicy(""); }});
  rows.push_back({"a policy without a log", v1::CODE_POLICY_MALFORMED, Fault("no log"), [] {
                    const auto policy = Case().archive.policy();
                    return WithPolicy(policy.substr(policy.find("witness ")));
                  }});
  // It would take anyone's word; with our rules nobody's cosignature is then needed, so none may be
  // there, and without one nothing tells the time.
  rows.push_back({"a policy that asks for nobody", v1::CODE_CHECKPOINT_EXTRA_SIGNATURE,
                  Fault("SurplusCosignature"), [] {
                    const auto policy = Case().archive.policy();
                    return WithPolicy(policy.substr(0, policy.find("quorum ")) + "quorum none\n");
                  }});
}

Outcome VerifiedAt(std::int64_t after_ms) {
  Case c;
  VerifiedBundle out;
  VerifyOptions options;
  options.now_ms = c.archive.signed_ms() + after_ms;
  return VerifyBundle(c.archive.BundleFor(c.question), c.archive.policy(), options, out);
}

void AddAges(Rows& rows) {
  const Case c;
  const auto signed_time = std::to_string(c.archive.signed_ms());
  rows.push_back(
      {"a day and a millisecond old",
       v1::CODE_BUNDLE_TOO_OLD,
       {{"signed_time", signed_time}, {"oldest_time", std::to_string(c.archive.signed_ms() + 1)}},
       [] { return VerifiedAt(kDefaultMaxAgeMs + 1); }});
  rows.push_back({"more than ten minutes ahead",
                  v1::CODE_BUNDLE_FROM_FUTURE,
                  {{"signed_time", signed_time},
                   {"now_time", std::to_string(c.archive.signed_ms() - kMaxAheadMs - 1)}},
                  [] { return VerifiedAt(-kMaxAheadMs - 1); }});
}

void AddStateProofs(Rows& rows) {
  rows.push_back({"no state proof", v1::CODE_STATE_PROOF_MALFORMED, Fault("Malformed"),
                  [] { return AlteredBundle([](auto& b) { b.clear_state_proof(); }); }});
  rows.push_back({"another state", v1::CODE_STATE_PROOF_FALSE, Fault("Root"), [] {
                    Case c;
                    c.archive.AlterLastBlock(
                        [](auto& b) { b.set_state_root(crypto::Sha256("x").str()); });
                    return c.archive.Verify(c.archive.PartsFor(c.question));
                  }});
  const auto status = MakeKey(KeySpace::kKeyStatus, KeyOf("cnas").key_id());
  rows.push_back(
      {"a status left out", v1::CODE_RECORD_MISSING, {{"key", crypto::ToHex(status)}}, [=] {
         return Altered([&](Case& c) { std::erase(c.parts.keys, status); });
       }});
  rows.push_back(
      {"a record too many",
       v1::CODE_RECORD_UNUSED,
       {{"key", crypto::ToHex(kElectorate.Key())}},
       [] { return Altered([](Case& c) { c.parts.keys.push_back(kElectorate.Key()); }); }});
  rows.push_back({"an absence too many", v1::CODE_RECORD_UNUSED, {{"key", "7f"}}, [] {
                    return Altered([](Case& c) { c.parts.keys.push_back("\x7f"); });
                  }});
  rows.push_back({"another subject's records",
                  v1::CODE_RECORD_MISSING,
                  {{"key", crypto::ToHex(kParticipants.Key("cnas"))}},
                  [] {
                    return Altered(
                        [](Case& c) { c.parts.question = AskParticipant("participants/cnas"); });
                  }});
  rows.push_back({"a record that is none", v1::CODE_RECORD_MALFORMED,
                  Fault("a state record does not parse as tanji.v1.Document"), [] {
                    Subjects subjects;
                    const auto key = kDocuments.Key(crypto::Sha256("certificate"));
                    auto question = AskDocument(subjects.document);
                    const auto keys = Archive(subjects.world).PartsFor(question).keys;
                    subjects.world.state().Put(key, "\x07");
                    const Archive archive(subjects.world);
                    auto parts = archive.PartsFor({});
                    parts.question = question;
                    parts.keys = keys;
                    return archive.Verify(parts);
                  }});
}

Rows AllRefusals() {
  Rows rows;
  AddForms(rows);
  AddTimes(rows);
  AddBlockEntries(rows);
  AddLogProofs(rows);
  AddCheckpoints(rows);
  AddSignatures(rows);
  AddPolicies(rows);
  AddAges(rows);
  AddStateProofs(rows);
  return rows;
}

TEST(BundleRefusals, AreAllProduced) {
  ExpectAllProduced(AllRefusals());
}

TEST(BundleRefusals, CoverTheirBlockOfCodes) {
  // What a client finds out beside bundles: tests/client produces them.
  EXPECT_THAT(
      CodesNotCovered(AllRefusals(), 900, 979),
      ::testing::UnorderedElementsAre("SUBJECT_NOT_FOUND", "TILE_ALTERED", "RECEIPT_MISMATCH"));
}

}  // namespace
}  // namespace tanji::ledger::testing
