// A trust policy: which logs and which cosigners are known, and which cosigners together are
// enough (C2SP tlog-policy). The text form is line-based:
//
//   log <vkey> [<url>]
//   witness <name> <vkey> [<url>]
//   group <name> <k>|any|all <member>...
//   quorum <name>|none
//
// What we write, any C2SP tool reads. We read less than they do: log keys are of type 0x01 and
// cosigner keys of type 0x04, '#' occurs in comment lines only, and the words of the syntax are
// not names. A Policy is a value, without I/O; const use is thread-safe.
#pragma once

#include <bitset>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "crypto/note/signed_note.h"

namespace tanji::crypto {

inline constexpr std::size_t kMaxPolicyBytes = 64 * 1024;
// tlog-policy recommends room for at least 32 of each.
inline constexpr std::size_t kMaxPolicyLogs = 64;
inline constexpr std::size_t kMaxPolicyWitnesses = 64;
inline constexpr std::size_t kMaxPolicyGroups = 64;

// Names that the policies of a ledger give to their two groups. Others may use other names.
inline constexpr std::string_view kValidatorsGroup = "validators";
inline constexpr std::string_view kWitnessesGroup = "witnesses";

struct PolicyLog {
  VerifierKey key;  // its name is the log's origin
  std::string url;  // may be empty
  bool operator==(const PolicyLog&) const = default;
};

// A cosigner: to a policy file validators are witnesses too.
struct PolicyWitness {
  std::string name;  // within the policy only
  VerifierKey key;
  std::string url;  // may be empty
  bool operator==(const PolicyWitness&) const = default;
};

struct PolicyMember {
  enum class Kind { kWitness, kGroup } kind = Kind::kWitness;
  std::size_t index = 0;  // in witnesses() or groups()
  bool operator==(const PolicyMember&) const = default;
};

// Satisfied when at least `threshold` of its members are; 1 <= threshold <= members.size().
struct PolicyGroup {
  std::string name;
  std::size_t threshold = 0;
  std::vector<PolicyMember> members;  // each defined before the group
  bool operator==(const PolicyGroup&) const = default;
};

// Which witnesses have cosigned: bit i is witnesses()[i].
using WitnessSet = std::bitset<kMaxPolicyWitnesses>;

class Policy {
 public:
  // Each adds one definition, in the order in which a file would have them; InvalidArgument, and no
  // change, if the file would be refused for that line.
  absl::Status AddLog(VerifierKey key, std::string url = "");
  absl::Status AddWitness(std::string name, VerifierKey key, std::string url = "");
  absl::Status AddGroup(std::string name, std::size_t threshold,
                        std::span<const std::string_view> members);
  absl::Status SetQuorum(std::string_view name);

  // The canonical text: logs, witnesses, groups, quorum; thresholds as numbers.
  std::string Print() const;
  // InvalidArgument, with the number of the line, unless `text` is a policy file.
  static absl::StatusOr<Policy> Parse(std::string_view text);

  const std::vector<PolicyLog>& logs() const { return logs_; }
  const std::vector<PolicyWitness>& witnesses() const { return witnesses_; }
  const std::vector<PolicyGroup>& groups() const { return groups_; }
  const PolicyGroup* FindGroup(std::string_view name) const;  // null if there is none

  bool has_quorum() const { return quorum_kind_ != QuorumKind::kUnset; }
  // True iff these cosigners are enough; never without a quorum definition.
  bool IsMet(const WitnessSet& cosigned) const;
  // A subset of `cosigned`, which meets the policy (asserted), that meets it too and of which no
  // member can be left out. Higher indexes are left out first.
  WitnessSet Minimal(WitnessSet cosigned) const;

  bool operator==(const Policy&) const = default;

 private:
  enum class QuorumKind { kUnset, kNone, kMember };

  absl::Status CheckNewName(std::string_view name) const;
  bool FindMember(std::string_view name, PolicyMember* out) const;
  std::string_view NameOf(const PolicyMember& member) const;
  bool IsSatisfied(const PolicyMember& member, const WitnessSet& cosigned) const;

  std::vector<PolicyLog> logs_;
  std::vector<PolicyWitness> witnesses_;
  std::vector<PolicyGroup> groups_;
  QuorumKind quorum_kind_ = QuorumKind::kUnset;
  PolicyMember quorum_;
};

// The quorum of n validators, each of power 1: floor(2n/3) + 1. n >= 1.
constexpr std::size_t QuorumOf(std::size_t validators) {
  return 2 * validators / 3 + 1;
}

// What the policy of a ledger is made of.
struct LedgerPolicyParts {
  std::vector<PolicyLog> logs;            // one per node
  std::vector<PolicyWitness> validators;  // at least one; any QuorumOf(n) of them
  std::vector<PolicyWitness> witnesses;   // outside the ledger; may be empty
  std::size_t witness_threshold = 0;      // 1..witnesses.size(), or 0 to ask for none
};
// `group validators k ...`; with a witness threshold also `group witnesses j ...` and a quorum of
// both. InvalidArgument as Policy's own functions.
absl::StatusOr<Policy> MakeLedgerPolicy(const LedgerPolicyParts& parts);

}  // namespace tanji::crypto
