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
constexpr Text kDecidedByWord{"所依据的类别", "by category"};
constexpr Text kBaseWord{"基准强度", "base intensity"};
constexpr Text kBaseSourceWord{"基准强度出处", "its source"};
constexpr Text kPathwayWord{"路径出处", "pathway"};
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

Result<Exit> ShowTerms(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, SchemeArgument(arguments.Get("scheme")));
  const std::string id(ledger::ParseName(ledger::kSchemesCollection, name).value());
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const ProvedRecords found,
               ReadRecords(*client, {ledger::kSchemes.Key(id), ledger::kSchemeProgress.Key(id)}));
  const auto scheme = ledger::kSchemes.Get(found, id);
  const auto progress = ledger::kSchemeProgress.Get(found, id);
  if (!scheme || !progress || progress->terms_count() == 0) {
    session.Print(session.json() ? Session::Json{{"name", name}, {"found", false}}.dump(2) + "\n"
                                 : session.Say(kNoScheme) + "\n");
    return Exit::kNo;
  }
  const std::uint32_t last = progress->terms_count() - 1;
  TANJI_ASSIGN(const ProvedRecords proved,
               ReadRecords(*client, {ledger::kSchemeTerms.Key(id, last)}));
  const auto terms = ledger::kSchemeTerms.Get(proved, id, last);
  if (!terms) return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED, {{"value", name}});
  if (session.json()) {
    session.Print(Session::Json{{"name", name},
                                {"found", true},
                                {"scheme", ToJson(*scheme)},
                                {"terms", ToJson(*terms)},
                                {"verified", VerifiedJson(*proved.checkpoint)}});
    return Exit::kOk;
  }
  Sheet sheet;
  sheet.Add(session.Say(kSchemeWord), name);
  sheet.Append(RenderMessage(*scheme, session.style()), 0);
  sheet.Append(RenderMessage(*terms, session.style()), 0);
  session.Print(sheet.Print() + VerifiedLine(session, *proved.checkpoint) + "\n");
  return Exit::kOk;
}

}  // namespace tanji::client::cli
