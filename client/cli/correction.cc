// tanji correction: what auditors ask producers to correct or to explain.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/cli/writing.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Request(Session& session, const Arguments& arguments) {
  v1::RequestCorrection message;
  TANJI_ASSIGN(*message.mutable_footprint(), FootprintArgument(arguments.Get("footprint")));
  for (const auto& line : arguments.All("line")) message.add_lines(line);
  TANJI_ASSIGN(*message.mutable_request(), TextArgument(arguments, "request"));
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_request_correction() = message;
  });
}

Result<Exit> Answer(Session& session, const Arguments& arguments) {
  v1::AnswerCorrection message;
  TANJI_ASSIGN(*message.mutable_correction(), CorrectionArgument(arguments.Get("correction")));
  TANJI_ASSIGN(*message.mutable_answer(), TextArgument(arguments, "answer"));
  TANJI_TRY(AddDocuments(arguments, "evidence", *message.mutable_evidence()));
  if (const auto successor = arguments.Find("successor")) {
    TANJI_ASSIGN(*message.mutable_successor(), FootprintArgument(*successor));
  }
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_answer_correction() = message; });
}

Result<Exit> Close(Session& session, const Arguments& arguments) {
  v1::CloseCorrection message;
  TANJI_ASSIGN(*message.mutable_correction(), CorrectionArgument(arguments.Get("correction")));
  const bool resolved = arguments.Get("as") == "resolved";
  message.set_state(resolved ? v1::CORRECTION_STATE_RESOLVED : v1::CORRECTION_STATE_WITHDRAWN);
  TANJI_ASSIGN(*message.mutable_note(), TextArgument(arguments, "note"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_close_correction() = message; });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_correction()->mutable_name(),
               CorrectionArgument(arguments.Get("correction")));
  return AskAndShow(session, std::move(question));
}

constexpr Parameter kCorrection{
    Kind::kArgument, "correction", "CORRECTION", {"更正要求", "a request for correction"}, true};
constexpr Parameter kRequestParameters[] = {
    {Kind::kArgument, "footprint", "FOOTPRINT", {"哪份碳足迹", "of which footprint"}, true},
    {Kind::kRepeated,
     "line",
     "ID",
     {"针对清单的哪一条目，可多次给出；不给则针对整份清单",
      "about which line of the inventory, repeatable; none: the whole of it"}},
    {Kind::kOption, "request-zh", "TEXT", {"要求（中文）", "what to correct, in Chinese"}},
    {Kind::kOption, "request-en", "TEXT", {"要求（英文）", "what to correct, in English"}},
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kAnswerParameters[] = {
    kCorrection,
    {Kind::kOption, "answer-zh", "TEXT", {"答复（中文）", "answer in Chinese"}},
    {Kind::kOption, "answer-en", "TEXT", {"答复（英文）", "answer in English"}},
    kEvidence,
    {Kind::kOption,
     "successor",
     "FOOTPRINT",
     {"更正后另行申报的碳足迹", "the footprint declared in its place, if it was corrected"}},
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kCloseParameters[] = {
    kCorrection,
    {Kind::kOption,
     "as",
     "resolved|withdrawn",
     {"resolved 已解决；withdrawn 撤回（本无问题）",
      "resolved, or withdrawn if nothing was wrong after all"},
     true},
    {Kind::kOption, "note-zh", "TEXT", {"说明（中文）", "why, in Chinese"}},
    {Kind::kOption, "note-en", "TEXT", {"说明（英文）", "why, in English"}},
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kShowParameters[] = {kCorrection, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr Command kCommands[] = {
    {"request",
     {"核查机构要求更正或说明", "ask for a correction, as an auditor"},
     kRequestParameters,
     Request},
    {"answer",
     {"生产者答复（只有一次）", "answer it, as the producer; once"},
     kAnswerParameters,
     Answer},
    {"close",
     {"提出的核查机构关闭它", "close it, as the auditor that asked"},
     kCloseParameters,
     Close},
    {"show", {"显示要求、答复和进展", "show a request and what came of it"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListCorrections},
};

}  // namespace

constinit const Noun kCorrectionNoun{
    "correction", {"核查机构的更正要求", "requests for correction by auditors"}, kCommands};

}  // namespace tanji::client::cli
