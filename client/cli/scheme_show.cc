#include "client/cli/scheme_show.h"

#include "client/cli/inputs.h"
#include "client/cli/json_message.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/threshold.h"
#include "client/cli/writing.h"
#include "client/sdk/ask.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kVersionWord{"标准版本", "scheme version"};
constexpr Text kSchemeWord{"标准体系", "scheme"};
constexpr Text kAnswerWord{"版本状态", "the version is"};
constexpr Text kInForce{"有效", "in force"};
constexpr Text kNotInForce{"不在有效状态，详见 scheme show", "not in force, see: scheme show"};
constexpr Text kProductWord{"产品类别", "product category"};
constexpr Text kYearWord{"收获年份", "year of harvest"};
constexpr Text kLimitWord{"限值", "threshold"};
constexpr Text kNoLimitWord{"没有限值", "no threshold"};
constexpr Text kDecidedByWord{"所依据的类别", "category applied"};
constexpr Text kBaseWord{"基准强度", "base intensity"};
constexpr Text kBaseSourceWord{"基准强度出处", "source of the base intensity"};
constexpr Text kPathwayWord{"路径出处", "source of the pathway"};
constexpr Text kPathwayNoteWord{"路径说明", "about the pathway"};
constexpr Text kNoScheme{"账本上没有（已证明）", "not in the ledger (proved)"};

void AddOrigin(const Session& session, const v1::SchemeVersionAnswer& answer, Sheet& sheet) {
  const auto& category = answer.threshold().category();
  sheet.Add(session.Say(kDecidedByWord), Safe(category.category()));
  if (!category.has_base()) return;
  sheet.Add(session.Say(kBaseWord), BaseText(category.base()));
  sheet.Add(session.Say(kBaseSourceWord), Safe(category.base().source()));
  const auto& pathway =
      category.has_pathway() ? category.pathway() : answer.requirements().pathway();
  sheet.Add(session.Say(kPathwayWord), Safe(pathway.source()));
  sheet.Add(session.Say(kPathwayNoteWord), PickText(pathway.note(), session.style()));
}

void PrintThreshold(Session& session, const ledger::VerifiedBundle& verified) {
  const auto& question = verified.question.scheme_version();
  const auto& answer = verified.answer.scheme_version();
  Sheet sheet;
  sheet.Add(session.Say(kVersionWord), Safe(question.name()));
  sheet.Add(session.Say(kAnswerWord), session.Say(answer.in_force() ? kInForce : kNotInForce));
  sheet.Add(session.Say(kAskedWord), session.Time(verified.answer.effective_time()));
  sheet.Add(session.Say(kKnownWord), session.Time(verified.answer.known_time()));
  sheet.Add(session.Say(kProductWord), Safe(question.category()));
  sheet.Add(session.Say(kYearWord), std::to_string(question.harvest_year()));
  if (answer.threshold().has_limit()) {
    sheet.Add(session.Say(kLimitWord), LimitText(answer));
  } else {
    sheet.Add(session.Say(kNoLimitWord), WhyNoThreshold(question, answer, session.language()));
  }
  if (answer.threshold().has_category()) AddOrigin(session, answer, sheet);
  session.Print(sheet.Print());
  if (answer.scheme().example()) session.Print(session.Say(kExampleScheme) + "\n");
  session.Print(VerifiedLine(session, verified.checkpoint) + "\n");
}

}  // namespace

Result<Exit> ShowThreshold(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, SchemeVersionArgument(arguments.Get("name")));
  TANJI_ASSIGN(v1::Question question, SchemeVersionQuestion(arguments, name));
  TANJI_TRY(ApplyTimes(session, question));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  const auto& verified = answered.verified;
  if (session.json() || !verified.answer.found()) {
    ShowAnswer(session, verified);
  } else {
    PrintThreshold(session, verified);
  }
  const bool known = verified.answer.scheme_version().threshold().has_limit();
  return known ? ExitOf(verified) : Exit::kNo;
}

namespace {

struct SchemeWithTerms {
  v1::Scheme scheme;
  v1::SchemeTerms terms;
};

Error Contradicts(const std::string& name) {
  return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED, {{"value", name}});
}

// How many terms a scheme has had; 0 where the ledger holds no such scheme.
Result<std::uint32_t> CountTerms(const ProvedRecords& proved, const std::string& name,
                                 const std::string& id) {
  TANJI_ASSIGN(const auto scheme, ReadProved([&] { return ledger::kSchemes.Get(proved, id); }));
  TANJI_ASSIGN(const auto progress,
               ReadProved([&] { return ledger::kSchemeProgress.Get(proved, id); }));
  if (!scheme && !progress) return 0u;
  if (!scheme || !progress || progress->terms_count() == 0) return Contradicts(name);
  return progress->terms_count();
}

// The scheme with the terms that it has now; nullopt where the ledger holds none. The terms, how
// many there are, and that none come after them are proved together.
Result<std::optional<SchemeWithTerms>> FindTerms(Client& client, const std::string& name,
                                                 CheckpointSpan& checkpoints) {
  // They may be revised between two questions.
  constexpr int kMaxRounds = 8;
  const std::string id(ledger::ParseName(ledger::kSchemesCollection, name).value());
  const std::vector<std::string> head{ledger::kSchemes.Key(id), ledger::kSchemeProgress.Key(id)};
  TANJI_ASSIGN(ProvedRecords proved, ReadRecords(client, head));
  TANJI_ASSIGN(std::uint32_t count, CountTerms(proved, name, id));
  for (int round = 0; count > 0 && round < kMaxRounds; ++round) {
    auto keys = head;
    keys.push_back(ledger::kSchemeTerms.Key(id, count - 1));
    keys.push_back(ledger::kSchemeTerms.Key(id, count));
    TANJI_ASSIGN(proved, ReadRecords(client, std::move(keys)));
    const std::uint32_t last = count - 1;
    TANJI_ASSIGN(count, CountTerms(proved, name, id));
    if (count != last + 1) continue;
    TANJI_ASSIGN(const auto scheme, ReadProved([&] { return ledger::kSchemes.Get(proved, id); }));
    TANJI_ASSIGN(const auto terms,
                 ReadProved([&] { return ledger::kSchemeTerms.Get(proved, id, last); }));
    if (!terms || ledger::kSchemeTerms.Has(proved, id, count)) return Contradicts(name);
    checkpoints = proved.checkpoints;
    return std::optional(SchemeWithTerms{*scheme, *terms});
  }
  checkpoints = proved.checkpoints;
  if (count > 0) return Contradicts(name);
  return std::optional<SchemeWithTerms>();
}

}  // namespace

Result<Exit> ShowTerms(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, SchemeArgument(arguments.Get("scheme")));
  TANJI_ASSIGN(Client* const client, session.client());
  CheckpointSpan checkpoints;
  TANJI_ASSIGN(const auto found, FindTerms(*client, name, checkpoints));
  if (!found) {
    session.Print(session.json() ? Session::Json{{"name", name}, {"found", false}}.dump(2) + "\n"
                                 : session.Say(kNoScheme) + "\n");
    return Exit::kNo;
  }
  if (session.json()) {
    session.Print(Session::Json{{"name", name},
                                {"found", true},
                                {"scheme", ToJson(found->scheme)},
                                {"terms", ToJson(found->terms)},
                                {"verified", VerifiedJson(*checkpoints.oldest())}});
    return Exit::kOk;
  }
  Sheet sheet;
  sheet.Add(session.Say(kSchemeWord), name);
  sheet.Append(RenderMessage(found->scheme, session.style()), 0);
  sheet.Append(RenderMessage(found->terms, session.style()), 0);
  session.Print(sheet.Print() + VerifiedLine(session, *checkpoints.oldest()) + "\n");
  return Exit::kOk;
}

}  // namespace tanji::client::cli
