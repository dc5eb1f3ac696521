// What people write for names, numbers, choices and texts, as the ledger has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "client/cli/command.h"
#include "client/cli/json_message.h"
#include "client/sdk/result.h"
#include "crypto/hash/hash.h"
#include "ledger/base/timestamp.h"
#include "tanji/v1/labels.pb.h"
#include "tanji/v1/text.pb.h"
#include "tanji/v1/value.pb.h"

namespace tanji::client::cli {

// Full names, or the id alone: `bt-farm-07` for `participants/bt-farm-07`. kBadName otherwise.
Result<std::string> ParticipantArgument(const std::string& text);
Result<std::string> SchemeArgument(const std::string& text);
Result<std::string> DocumentArgument(const std::string& text);
Result<std::string> KeyArgument(const std::string& text);
Result<std::string> BallotArgument(const std::string& text);
Result<std::string> AccreditationArgument(const std::string& text);
Result<std::string> LicenceArgument(const std::string& text);
Result<std::string> GwpSetArgument(const std::string& text);
Result<std::string> DatasetArgument(const std::string& text);
// Or `cpcd/rail` for `datasets/cpcd/factors/rail`.
Result<std::string> FactorArgument(const std::string& text);
// What belongs to a producer: the full name, or `bt-farm-07/orchard-1`, or `orchard-1` alone, which
// is the author's own (--author, or the participant of the key). kWhose where there is no author.
Result<std::string> FacilityArgument(const Session& session, const std::string& text);
Result<std::string> ProductArgument(const Session& session, const std::string& text);
Result<std::string> LotArgument(const Session& session, const std::string& text);
// The producer has to be named.
Result<std::string> LotOfProducerArgument(const std::string& text);
// Or `hainan/2027` for `schemes/hainan/versions/2027`.
Result<std::string> SchemeVersionArgument(const std::string& text);
Result<std::string> FootprintArgument(const std::string& text);
Result<std::string> CorrectionArgument(const std::string& text);
Result<std::string> StatementArgument(const std::string& text);
Result<std::string> CertificateArgument(const std::string& text);
// `labels/{serial}` from a serial as people type or scan it: in groups, in lower case, I and L for
// 1, O for 0. kBadSerial says which check failed.
Result<std::string> LabelArgument(const std::string& text);
// 64 hexadecimal digits.
Result<crypto::Hash> TransactionIdArgument(const std::string& text);

Result<std::uint64_t> NumberArgument(std::string_view text, std::string_view option,
                                     std::uint64_t lowest, std::uint64_t highest);

// "17-240", or "17" alone: both included.
Result<v1::UnitRange> UnitRangeArgument(const std::string& text, std::string_view option);

// A number and its unit, "45kg" or "45 kg"; whether they make sense is the ledger's to say.
// `example` is for the message.
Result<v1::Amount> AmountArgument(const std::string& text, std::string_view option,
                                  std::string_view example);

// "NAME=VALUE" or "NAME@VALUE" taken apart at `mark`; `expected` is for the message.
struct Pair {
  std::string first, second;
};
Result<Pair> PairArgument(const std::string& text, char mark, std::string_view option,
                          std::string_view expected);

Error BadChoice(const std::string& text, std::string_view option, std::string choices);

// The value of an enum by its name, with or without prefix.
template <class Enum>
Result<Enum> EnumArgument(const std::string& text, std::string_view option) {
  const auto& type = *google::protobuf::GetEnumDescriptor<Enum>();
  const auto* const value = FindEnumValue(type, text);
  if (value == nullptr) return BadChoice(text, option, EnumChoices(type));
  return static_cast<Enum>(value->number());
}

// Options --{name}-zh, --{name}-en, and --prevailing, --machine-translated, --settled-by. One
// language alone prevails and has no translation.
Result<v1::BilingualText> TextArgument(const Arguments& arguments, std::string_view name);

// Documents of a repeated option, in the order that the ledger asks for, whatever order people name
// them in.
Done AddDocuments(const Arguments& arguments, std::string_view option,
                  google::protobuf::RepeatedPtrField<std::string>& out);

}  // namespace tanji::client::cli
