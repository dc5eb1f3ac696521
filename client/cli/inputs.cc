#include "client/cli/inputs.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "client/cli/messages.h"
#include "client/cli/session.h"
#include "client/cli/table.h"
#include "ledger/base/serial.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/schemes/drafts.h"

namespace tanji::client::cli {
namespace {

// `form` checks a full name of `collection`; `expected` is its form, for people.
template <class Form>
Result<std::string> NameArgument(std::string_view collection, std::string_view expected,
                                 const std::string& text, Form form) {
  const std::string full = std::string(collection).append("/").append(text);
  if (form(text)) return text;
  if (form(full)) return full;
  return Error(kBadName, {{"value", text},
                          {"expected", std::string(collection).append("/").append(expected)}});
}

Result<std::string> ChosenArgument(std::string_view collection, const std::string& text) {
  return NameArgument(collection, "[a-z0-9-]", text, [&](const std::string& name) {
    return ledger::ParseName(collection, name).has_value();
  });
}

Result<std::string> HashArgument(std::string_view collection, const std::string& text) {
  return NameArgument(collection, "[0-9a-f]×64", text, [&](const std::string& name) {
    return ledger::ParseHashName(collection, name).has_value();
  });
}

Result<std::string> IdArgument(std::string_view collection, const std::string& text) {
  return NameArgument(collection, "UUID", text, [&](const std::string& name) {
    return ledger::ParseIdName(collection, name).has_value();
  });
}

// `bt-farm-07/orchard-1` for what belongs to a participant, or its full name.
Result<std::string> OwnedArgument(std::string_view collection, const std::string& text) {
  const auto form = [&](const std::string& name) {
    return ledger::ParseNestedName(ledger::kParticipantsCollection, collection, name).has_value();
  };
  if (form(text)) return text;
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    // Not MakeNestedName, which asserts what people may get wrong.
    const std::string full = std::string(ledger::kParticipantsCollection) + "/" +
                             text.substr(0, slash) + "/" + std::string(collection) +
                             text.substr(slash);
    if (form(full)) return full;
  }
  return Error(kBadName, {{"value", text},
                          {"expected", "PRODUCER/ID | participants/PRODUCER/" +
                                           std::string(collection) + "/ID"}});
}

// Likewise, or the id alone of one of the author's.
Result<std::string> OwnOrNamedArgument(const Session& session, std::string_view collection,
                                       const std::string& text) {
  if (!ledger::IsChosenId(text)) return OwnedArgument(collection, text);
  const auto keys = session.KeyPaths();
  if (!keys.ok() && !session.arguments().Has("author")) return Error(kWhose, {{"value", text}});
  TANJI_ASSIGN(const std::string author,
               session.Author(keys.ok() ? *keys : std::vector<std::string>()));
  return author + "/" + std::string(collection) + "/" + text;
}

// `outer`ID`inner`ID in full, or the two ids with a slash between them; `last` stands for the
// second one, for people.
template <class Form>
Result<std::string> NestedArgument(const std::string& outer, const std::string& inner,
                                   const std::string& last, const std::string& text, Form form) {
  if (form(text)) return text;
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    const auto full = outer + text.substr(0, slash) + inner + text.substr(slash + 1);
    if (form(full)) return full;
  }
  return Error(kBadName, {{"value", text}, {"expected", outer + "ID" + inner + last}});
}

}  // namespace

Result<std::string> ParticipantArgument(const std::string& text) {
  return ChosenArgument(ledger::kParticipantsCollection, text);
}
Result<std::string> SchemeArgument(const std::string& text) {
  return ChosenArgument(ledger::kSchemesCollection, text);
}
Result<std::string> DocumentArgument(const std::string& text) {
  return HashArgument(ledger::kDocumentsCollection, text);
}
Result<std::string> KeyArgument(const std::string& text) {
  return HashArgument(ledger::kKeysCollection, text);
}
Result<std::string> BallotArgument(const std::string& text) {
  return IdArgument(ledger::kBallotsCollection, text);
}
Result<std::string> AccreditationArgument(const std::string& text) {
  return IdArgument(ledger::kAccreditationsCollection, text);
}
Result<std::string> LicenceArgument(const std::string& text) {
  return IdArgument(ledger::kLicencesCollection, text);
}
Result<std::string> GwpSetArgument(const std::string& text) {
  return ChosenArgument(ledger::kGwpSetsCollection, text);
}
Result<std::string> DatasetArgument(const std::string& text) {
  return ChosenArgument(ledger::kDatasetsCollection, text);
}
Result<std::string> FactorArgument(const std::string& text) {
  return NestedArgument("datasets/", "/factors/", "CODE", text, [](const std::string& name) {
    return ledger::ParseFactorName(name).has_value();
  });
}
Result<std::string> SchemeVersionArgument(const std::string& text) {
  return NestedArgument("schemes/", "/versions/", "ID", text, [](const std::string& name) {
    return ledger::ParseVersionName(name).has_value();
  });
}

Result<std::string> FacilityArgument(const Session& session, const std::string& text) {
  return OwnOrNamedArgument(session, ledger::kFacilitiesCollection, text);
}
Result<std::string> ProductArgument(const Session& session, const std::string& text) {
  return OwnOrNamedArgument(session, ledger::kProductsCollection, text);
}
Result<std::string> LotArgument(const Session& session, const std::string& text) {
  return OwnOrNamedArgument(session, ledger::kLotsCollection, text);
}
Result<std::string> LotOfProducerArgument(const std::string& text) {
  return OwnedArgument(ledger::kLotsCollection, text);
}

Result<std::string> FootprintArgument(const std::string& text) {
  return IdArgument(ledger::kFootprintsCollection, text);
}
Result<std::string> CorrectionArgument(const std::string& text) {
  return IdArgument(ledger::kCorrectionsCollection, text);
}
Result<std::string> StatementArgument(const std::string& text) {
  return IdArgument(ledger::kStatementsCollection, text);
}

Result<std::string> CertificateArgument(const std::string& text) {
  return IdArgument(ledger::kCertificatesCollection, text);
}
Result<std::string> LabelArgument(const std::string& text) {
  const std::string collection = std::string(ledger::kLabelsCollection) + "/";
  const auto serial =
      ledger::ReadTypedSerial(text.starts_with(collection) ? text.substr(collection.size()) : text);
  if (!serial) return Error(kBadSerial, {{"value", Safe(text)}});
  return collection + *serial;
}

Result<crypto::Hash> TransactionIdArgument(const std::string& text) {
  const auto id = crypto::Hash::FromHex(text);
  if (!id) return Error(kBadName, {{"value", text}, {"expected", "[0-9a-f]×64"}});
  return *id;
}

Result<std::uint64_t> NumberArgument(std::string_view text, std::string_view option,
                                     std::uint64_t lowest, std::uint64_t highest) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= lowest &&
      number <= highest) {
    return number;
  }
  return Error(kBadNumber, {{"option", std::string(option)},
                            {"value", std::string(text)},
                            {"lowest", std::to_string(lowest)},
                            {"highest", std::to_string(highest)}});
}

Result<v1::UnitRange> UnitRangeArgument(const std::string& text, std::string_view option) {
  constexpr std::uint64_t kHighest = std::numeric_limits<std::int64_t>::max();
  const auto dash = text.find('-');
  v1::UnitRange range;
  TANJI_ASSIGN(const std::uint64_t from, NumberArgument(text.substr(0, dash), option, 1, kHighest));
  std::uint64_t to = from;
  if (dash != std::string::npos) {
    TANJI_ASSIGN(to, NumberArgument(text.substr(dash + 1), option, from, kHighest));
  }
  range.set_from(from);
  range.set_to(to);
  return range;
}

Result<v1::Amount> AmountArgument(const std::string& text, std::string_view option,
                                  std::string_view example) {
  const auto number_end = text.find_first_not_of("0123456789.");
  const auto unit = text.find_first_not_of(' ', std::min(number_end, text.size()));
  if (number_end == 0 || unit == std::string::npos) {
    return Error(
        kBadAmount,
        {{"option", std::string(option)}, {"value", text}, {"example", std::string(example)}});
  }
  v1::Amount amount;
  amount.set_decimal(text.substr(0, number_end));
  amount.set_unit(text.substr(unit));
  return amount;
}

Result<Pair> PairArgument(const std::string& text, char mark, std::string_view option,
                          std::string_view expected) {
  const auto at = text.find(mark);
  if (at == std::string::npos || at == 0 || at + 1 == text.size()) {
    return Error(
        kBadPair,
        {{"option", std::string(option)}, {"value", text}, {"expected", std::string(expected)}});
  }
  return Pair{text.substr(0, at), text.substr(at + 1)};
}

Error BadChoice(const std::string& text, std::string_view option, std::string choices) {
  return Error(kBadChoice,
               {{"option", std::string(option)}, {"value", text}, {"choices", std::move(choices)}});
}

Result<v1::BilingualText> TextArgument(const Arguments& arguments, std::string_view name) {
  v1::BilingualText text;
  text.set_zh(arguments.Get(std::string(name) + "-zh"));
  text.set_en(arguments.Get(std::string(name) + "-en"));
  if (text.zh().empty() && text.en().empty()) {
    return Error(kTextMissing, {{"name", std::string(name)}});
  }
  const bool both = !text.zh().empty() && !text.en().empty();
  std::string prevailing = arguments.Get("prevailing");
  if (prevailing.empty() && both) return kPrevailingMissing;
  if (prevailing.empty()) prevailing = text.zh().empty() ? "en" : "zh";
  const bool zh_absent = prevailing != "en" && text.zh().empty();
  if (zh_absent || (prevailing != "zh" && text.en().empty())) {
    return Error(kPrevailingAbsent,
                 {{"name", std::string(name)}, {"value", zh_absent ? "zh" : "en"}});
  }
  if ((prevailing == "both") != arguments.Has("settled-by")) return kSettledByMissing;
  if (prevailing == "both") {
    text.set_prevailing(v1::PREVAILING_BOTH);
    TANJI_ASSIGN(*text.mutable_settled_by(), ParticipantArgument(arguments.Get("settled-by")));
    return text;
  }
  text.set_prevailing(prevailing == "zh" ? v1::PREVAILING_ZH : v1::PREVAILING_EN);
  text.set_translation(!both                                 ? v1::TRANSLATION_MISSING
                       : arguments.Has("machine-translated") ? v1::TRANSLATION_MACHINE
                                                             : v1::TRANSLATION_HUMAN);
  return text;
}

Done AddDocuments(const Arguments& arguments, std::string_view option,
                  google::protobuf::RepeatedPtrField<std::string>& out) {
  for (const auto& document : arguments.All(option)) {
    TANJI_ASSIGN(*out.Add(), DocumentArgument(document));
  }
  std::ranges::sort(out);
  return {};
}

}  // namespace tanji::client::cli
