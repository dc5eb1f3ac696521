#include "crypto/note/policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace tanji::crypto {
namespace {

template <class... Args>
absl::Status Refuse(fmt::format_string<Args...> format, Args&&... args) {
  return absl::InvalidArgumentError(fmt::format(format, std::forward<Args>(args)...));
}

// tlog-policy, "Character set", without the separators: what a name or URL may hold. '#' is left
// out because some parsers take it for the start of a comment anywhere in a line.
bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7f && byte != '#';
  });
}

// `none` is predefined; the others are refused because some parsers do.
bool IsReserved(std::string_view name) {
  constexpr std::string_view kWords[] = {"log", "witness", "group", "quorum", "any", "all", "none"};
  return std::find(std::begin(kWords), std::end(kWords), name) != std::end(kWords);
}

// A vkey must be readable back from the line it is written on.
bool IsWritable(const VerifierKey& key) {
  return IsToken(key.name) && VerifierKey::Parse(key.Print()).ok();
}

}  // namespace

absl::Status Policy::AddLog(VerifierKey key, std::string url) {
  if (key.type != NoteKeyType::kEd25519) return Refuse("a log key must be of type 0x01");
  if (!IsWritable(key)) return Refuse("'{}' is not the name of a log key", key.name);
  if (!url.empty() && !IsToken(url)) return Refuse("'{}' is not a URL", url);
  if (logs_.size() == kMaxPolicyLogs) return Refuse("more than {} logs", kMaxPolicyLogs);
  for (const auto& log : logs_) {
    // tlog-policy, "Defining a log": the same public key twice is not allowed.
    if (log.key.key == key.key) return Refuse("the log key {} occurs twice", key.Print());
    // Signatures name their key by name and hash: two such keys could not be told apart.
    if (log.key.name == key.name && log.key.hash() == key.hash()) {
      return Refuse("two log keys have the name and hash of {}", key.Print());
    }
  }
  logs_.push_back({std::move(key), std::move(url)});
  return absl::OkStatus();
}

absl::Status Policy::AddWitness(std::string name, VerifierKey key, std::string url) {
  if (const auto status = CheckNewName(name); !status.ok()) return status;
  if (key.type != NoteKeyType::kCosignature) return Refuse("a witness key must be of type 0x04");
  if (!IsWritable(key)) return Refuse("'{}' is not the name of a witness key", key.name);
  if (!url.empty() && !IsToken(url)) return Refuse("'{}' is not a URL", url);
  if (witnesses_.size() == kMaxPolicyWitnesses) {
    return Refuse("more than {} witnesses", kMaxPolicyWitnesses);
  }
  for (const auto& witness : witnesses_) {
    if (witness.key.key == key.key) {
      return Refuse("'{}' has the same key as '{}'", name, witness.name);
    }
    if (witness.key.name == key.name && witness.key.hash() == key.hash()) {
      return Refuse("the keys of '{}' and '{}' have the same name and hash", name, witness.name);
    }
  }
  witnesses_.push_back({std::move(name), std::move(key), std::move(url)});
  return absl::OkStatus();
}

absl::Status Policy::AddGroup(std::string name, std::size_t threshold,
                              std::span<const std::string_view> members) {
  if (const auto status = CheckNewName(name); !status.ok()) return status;
  if (groups_.size() == kMaxPolicyGroups) return Refuse("more than {} groups", kMaxPolicyGroups);
  if (members.empty()) return Refuse("group '{}' has no members", name);
  if (threshold == 0 || threshold > members.size()) {
    return Refuse("group '{}' needs {} of {} members", name, threshold, members.size());
  }
  PolicyGroup group{std::move(name), threshold, {}};
  for (const auto member_name : members) {
    PolicyMember member;
    if (!FindMember(member_name, &member)) return Refuse("'{}' is not defined yet", member_name);
    // tlog-policy, "Defining a witness group": a name is a member at most once, so that each
    // witness contributes in only one way.
    const auto has = [&](const PolicyGroup& g) {
      return std::find(g.members.begin(), g.members.end(), member) != g.members.end();
    };
    if (has(group) || std::any_of(groups_.begin(), groups_.end(), has)) {
      return Refuse("'{}' is already a member of a group", member_name);
    }
    group.members.push_back(member);
  }
  groups_.push_back(std::move(group));
  return absl::OkStatus();
}

absl::Status Policy::SetQuorum(std::string_view name) {
  if (has_quorum()) return Refuse("a second quorum line");
  if (name == "none") {
    quorum_kind_ = QuorumKind::kNone;
    return absl::OkStatus();
  }
  if (!FindMember(name, &quorum_)) return Refuse("'{}' is not defined yet", name);
  quorum_kind_ = QuorumKind::kMember;
  return absl::OkStatus();
}

const PolicyGroup* Policy::FindGroup(std::string_view name) const {
  const auto it = std::find_if(groups_.begin(), groups_.end(),
                               [&](const PolicyGroup& group) { return group.name == name; });
  return it == groups_.end() ? nullptr : &*it;
}

bool Policy::IsMet(const WitnessSet& cosigned) const {
  switch (quorum_kind_) {
    case QuorumKind::kUnset:
      return false;
    case QuorumKind::kNone:
      return true;
    case QuorumKind::kMember:
      return IsSatisfied(quorum_, cosigned);
  }
  return false;
}

// Thresholds only ever gain from one more cosigner, so one pass leaves nothing to leave out.
WitnessSet Policy::Minimal(WitnessSet cosigned) const {
  assert(IsMet(cosigned));
  for (std::size_t i = cosigned.size(); i-- > 0;) {
    if (!cosigned.test(i)) continue;
    cosigned.reset(i);
    if (!IsMet(cosigned)) cosigned.set(i);
  }
  return cosigned;
}

absl::Status Policy::CheckNewName(std::string_view name) const {
  if (!IsToken(name) || IsReserved(name)) return Refuse("'{}' cannot be a name", name);
  PolicyMember unused;
  if (FindMember(name, &unused)) return Refuse("'{}' is defined twice", name);
  return absl::OkStatus();
}

bool Policy::FindMember(std::string_view name, PolicyMember* out) const {
  for (std::size_t i = 0; i < witnesses_.size(); ++i) {
    if (witnesses_[i].name == name) {
      *out = {PolicyMember::Kind::kWitness, i};
      return true;
    }
  }
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (groups_[i].name == name) {
      *out = {PolicyMember::Kind::kGroup, i};
      return true;
    }
  }
  return false;
}

std::string_view Policy::NameOf(const PolicyMember& member) const {
  return member.kind == PolicyMember::Kind::kWitness ? witnesses_[member.index].name
                                                     : groups_[member.index].name;
}

// A group's members were defined before it and are in no other group, so this visits each once.
bool Policy::IsSatisfied(const PolicyMember& member, const WitnessSet& cosigned) const {
  if (member.kind == PolicyMember::Kind::kWitness) return cosigned.test(member.index);
  const auto& group = groups_[member.index];
  std::size_t satisfied = 0;
  for (const auto& below : group.members) satisfied += IsSatisfied(below, cosigned) ? 1 : 0;
  return satisfied >= group.threshold;
}

absl::StatusOr<Policy> MakeLedgerPolicy(const LedgerPolicyParts& parts) {
  Policy policy;
  absl::Status status;  // the first refusal
  const auto run = [&status](absl::Status next) { status.Update(next); };

  for (const auto& log : parts.logs) run(policy.AddLog(log.key, log.url));
  const auto add_group = [&](std::string_view name, const std::vector<PolicyWitness>& cosigners,
                             std::size_t threshold) {
    std::vector<std::string_view> members;
    for (const auto& cosigner : cosigners) {
      run(policy.AddWitness(cosigner.name, cosigner.key, cosigner.url));
      members.push_back(cosigner.name);
    }
    run(policy.AddGroup(std::string(name), threshold, members));
  };
  add_group(kValidatorsGroup, parts.validators, QuorumOf(parts.validators.size()));
  if (parts.witness_threshold == 0) {
    run(policy.SetQuorum(kValidatorsGroup));
  } else {
    constexpr std::string_view kBoth = "validators-and-witnesses";
    constexpr std::string_view kMembers[] = {kValidatorsGroup, kWitnessesGroup};
    add_group(kWitnessesGroup, parts.witnesses, parts.witness_threshold);
    run(policy.AddGroup(std::string(kBoth), 2, kMembers));
    run(policy.SetQuorum(kBoth));
  }
  if (!status.ok()) return status;
  return policy;
}

}  // namespace tanji::crypto
