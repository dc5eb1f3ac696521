// The text form of a policy, C2SP tlog-policy "Policy file syntax and structure".
#include <fmt/format.h>

#include <algorithm>

#include "crypto/note/policy.h"
#include "crypto/note/text.h"

namespace tanji::crypto {
namespace {

// A line has a keyword, a name, a threshold and the members of a group at most.
constexpr std::size_t kMaxTokens = 3 + kMaxPolicyWitnesses + kMaxPolicyGroups;

// "items on each line are separated by sequences of ASCII space and tab characters only". A '#'
// that begins a token begins a comment only if it is the first.
std::vector<std::string_view> Tokens(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    const auto begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos || out.size() > kMaxTokens) return out;
    line.remove_prefix(begin);
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    out.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

// "the allowed octet values are 0x09, 0x0A, 0x20-0x7E, and 0x80-0xFF".
bool IsAllowed(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
}

absl::Status Invalid(std::string_view message) {
  return absl::InvalidArgumentError(std::string(message));
}

absl::StatusOr<VerifierKey> ParseKey(std::string_view token) {
  auto key = VerifierKey::Parse(token);
  if (key.ok()) return *std::move(key);
  return Invalid(fmt::format("'{}' is not a verifier key: {}", token, ToString(key.fault())));
}

absl::Status AddLogLine(const std::vector<std::string_view>& tokens, Policy* policy) {
  if (tokens.size() < 2 || tokens.size() > 3) return Invalid("a log line is: log <vkey> [<url>]");
  const auto key = ParseKey(tokens[1]);
  if (!key.ok()) return key.status();
  return policy->AddLog(*key, std::string(tokens.size() > 2 ? tokens[2] : ""));
}

absl::Status AddWitnessLine(const std::vector<std::string_view>& tokens, Policy* policy) {
  if (tokens.size() < 3 || tokens.size() > 4) {
    return Invalid("a witness line is: witness <name> <vkey> [<url>]");
  }
  const auto key = ParseKey(tokens[2]);
  if (!key.ok()) return key.status();
  return policy->AddWitness(std::string(tokens[1]), *key,
                            std::string(tokens.size() > 3 ? tokens[3] : ""));
}

absl::Status AddGroupLine(const std::vector<std::string_view>& tokens, Policy* policy) {
  if (tokens.size() < 4) return Invalid("a group line is: group <name> <k>|any|all <member>...");
  const auto members = std::span(tokens).subspan(3);
  std::size_t threshold = 0;
  if (tokens[2] == "any") {
    threshold = 1;
  } else if (tokens[2] == "all") {
    threshold = members.size();
  } else {
    const auto number = ParseCanonicalDecimal(tokens[2]);
    if (!number) return Invalid(fmt::format("'{}' is not a threshold", tokens[2]));
    threshold = *number;
  }
  return policy->AddGroup(std::string(tokens[1]), threshold, members);
}

absl::Status AddLine(std::string_view line, Policy* policy) {
  if (!std::all_of(line.begin(), line.end(), IsAllowed)) return Invalid("a control character");
  const auto tokens = Tokens(line);
  if (tokens.empty() || tokens.front().front() == '#') return absl::OkStatus();
  if (tokens.size() > kMaxTokens) return Invalid("too many members");
  if (line.find('#') != std::string_view::npos) {
    return Invalid("'#' is allowed in comment lines only");
  }
  if (tokens.front() == "log") return AddLogLine(tokens, policy);
  if (tokens.front() == "witness") return AddWitnessLine(tokens, policy);
  if (tokens.front() == "group") return AddGroupLine(tokens, policy);
  if (tokens.front() == "quorum") {
    if (tokens.size() != 2) return Invalid("a quorum line is: quorum <name>|none");
    return policy->SetQuorum(tokens[1]);
  }
  return Invalid(fmt::format("'{}' is not log, witness, group or quorum", tokens.front()));
}

std::string WithUrl(const std::string& url) {
  return url.empty() ? "\n" : " " + url + "\n";
}

}  // namespace

std::string Policy::Print() const {
  std::string out;
  for (const auto& log : logs_) out += "log " + log.key.Print() + WithUrl(log.url);
  for (const auto& witness : witnesses_) {
    out += fmt::format("witness {} {}{}", witness.name, witness.key.Print(), WithUrl(witness.url));
  }
  for (const auto& group : groups_) {
    out += fmt::format("group {} {}", group.name, group.threshold);
    for (const auto& member : group.members) out += fmt::format(" {}", NameOf(member));
    out += '\n';
  }
  if (quorum_kind_ == QuorumKind::kNone) out += "quorum none\n";
  if (quorum_kind_ == QuorumKind::kMember) out += fmt::format("quorum {}\n", NameOf(quorum_));
  return out;
}

absl::StatusOr<Policy> Policy::Parse(std::string_view text) {
  if (text.size() > kMaxPolicyBytes) {
    return Invalid(fmt::format("policy: more than {} bytes", kMaxPolicyBytes));
  }
  Policy policy;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const auto line = TakeLine(&text);
    const auto status = line ? AddLine(*line, &policy) : Invalid("no newline at the end");
    if (!status.ok()) {
      const std::string message(status.message().data(), status.message().size());
      return Invalid(fmt::format("policy line {}: {}", number, message));
    }
  }
  if (!policy.has_quorum()) return Invalid("policy: no quorum line");
  return policy;
}

}  // namespace tanji::crypto
