#include "ledger/modules/membership/rules.h"

#include <algorithm>
#include <cassert>

namespace tanji::ledger {
namespace {

bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsDigit);
}

}  // namespace

std::string PossessionMessage(std::string_view chain_id, std::string_view participant,
                              std::string_view holder) {
  std::string message = "tanji-key-possession-v1";
  for (const auto part : {chain_id, participant, holder}) {
    message.push_back('\0');
    message.append(part);
  }
  return message;
}

bool NeedsBallot(v1::ParticipantKind kind) {
  return kind == v1::PARTICIPANT_KIND_BODY || kind == v1::PARTICIPANT_KIND_ACCREDITOR ||
         kind == v1::PARTICIPANT_KIND_OPERATOR;
}

bool IsRegion(std::string_view text) {
  if (text.size() < 2 || !IsUpper(text[0]) || !IsUpper(text[1])) return false;
  if (text.size() == 2) return true;
  const auto subdivision = text.substr(3);
  return text[2] == '-' && subdivision.size() >= 1 && subdivision.size() <= 3 &&
         std::all_of(subdivision.begin(), subdivision.end(),
                     [](char c) { return IsUpper(c) || IsDigit(c); });
}

bool IsProductCategory(std::string_view text) {
  constexpr std::string_view kCpc = "CPC:", kHs = "HS:";
  if (text.starts_with(kCpc)) {
    const auto code = text.substr(kCpc.size());
    return code.size() >= 1 && code.size() <= 5 && AllDigits(code);
  }
  if (!text.starts_with(kHs)) return false;
  const auto code = text.substr(kHs.size());
  return (code.size() == 2 || code.size() == 4 || code.size() == 6) && AllDigits(code);
}

bool IsSubScope(std::string_view text) {
  return !text.empty() && text.size() <= kMaxSubScopeBytes && text.front() != ' ' &&
         text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

v1::ParticipantKind KindForActivity(v1::Activity activity) {
  assert(activity != v1::ACTIVITY_UNSPECIFIED);
  return activity == v1::ACTIVITY_VERIFICATION ? v1::PARTICIPANT_KIND_AUDITOR
                                               : v1::PARTICIPANT_KIND_CERTIFIER;
}

std::uint32_t BallotThreshold(std::int64_t parameter, std::uint32_t bodies) {
  return parameter == 0 ? bodies / 2 + 1 : static_cast<std::uint32_t>(parameter);
}

std::uint32_t ThresholdIn(const google::protobuf::RepeatedPtrField<v1::Threshold>& thresholds,
                          v1::Permission permission) {
  for (const auto& row : thresholds) {
    if (row.permission() == permission) return row.holders();
  }
  return 1;
}

std::int64_t CountsFrom(std::int64_t valid_from_ms, std::int64_t block_time_ms) {
  return std::max(valid_from_ms, block_time_ms);
}

}  // namespace tanji::ledger
