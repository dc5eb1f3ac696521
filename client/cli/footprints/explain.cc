#include "client/cli/footprints/answer_sheet.h"
#include "client/cli/footprints/footprints.h"
#include "client/cli/footprints/held.h"
#include "client/cli/footprints/report.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/writing.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckon/references.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kNothingToExplain{
    ErrorKind::kUsage,
    "NOTHING_TO_EXPLAIN",
    {"{name} 还是草稿，没有结果可说明。申报之前请用 tanji footprint check 文件。",
     "{name} is a draft and has no result yet. Before it is declared, use tanji footprint check "
     "FILE."}};
// All records are proved, so these are faults of the ledger's, not of the node alone.
constexpr Fault kLineMissing{ErrorKind::kUnverified,
                             "LINE_MISSING",
                             {"{name} 申报时有 {count} 个条目，而账本缺第 {number} "
                              "条。不要采信这个结果，请保存输出并交给各成员机构。",
                              "{name} was declared with {count} lines, but the ledger holds no "
                              "line {number}. Do not trust the "
                              "result; keep this and hand it to the member organisations."}};
constexpr Fault kLinesAltered{
    ErrorKind::kUnverified,
    "LINES_ALTERED",
    {"{name} 的条目与账本记录的条目摘要不符：有条目被改动、增减或调换。不要采信这个结果，"
     "请保存输出并交给各成员机构。",
     "The lines of {name} do not match the digest the ledger keeps of them: lines were altered, "
     "added or exchanged. Do not trust the result; keep this and hand it to the member "
     "organisations."}};
constexpr Fault kAnswerDiffers{
    ErrorKind::kUnverified,
    "ANSWER_DIFFERS",
    {"{name} 的答复所依据的记录与逐条说明时的不同。不要采信这个结果，请保存输出并交给各成员机构。",
     "The answer about {name} rests on other records than those that were explained. Do not trust "
     "the result; keep this and hand it to the member organisations."}};
constexpr Text kFetchingLines{"正在取得并验证 {count} 个条目",
                              "Fetching and proving {count} lines"};
constexpr Text kFootprintWord{"名称", "name"};
constexpr Text kAbsent{"账本上没有 {name}（已证明）。", "The ledger holds no {name} (proved)."};
constexpr Text kAgrees{
    "{count} 个条目齐全且与账本记录的条目摘要相符；用账本上的因子在此重算，结果逐位一致。",
    "All {count} lines are there and match the digest the ledger keeps of them; reckoned again "
    "here from the ledger's factors, every digit agrees."};
constexpr Text kUpstreamNote{
    "上游碳足迹 {name} 按其已申报的结果计入；要核对它：tanji footprint explain {name}",
    "The upstream footprint {name} enters with its declared result; to check that one: tanji "
    "footprint explain {name}"};

// What the ledger recorded of a declared footprint.
struct Recorded {
  std::string name;
  HeldFootprint held;
  Inventory inventory;
  std::vector<v1::FootprintLineResult> line_results;
  std::vector<v1::FactorReference> factors;
  std::vector<std::string> upstream;
};

Done ReadLines(ProvedState& state, const ledger::Id& id, Recorded& out) {
  const std::uint32_t count = out.held.progress.line_count();
  if (count > ledger::kMaxInventoryLines) return Error(kLinesAltered, {{"name", out.name}});
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < count; ++i) {
    keys.push_back(ledger::kFootprintLines.Key(id, i));
    keys.push_back(ledger::kFootprintLineResults.Key(id, i));
  }
  TANJI_TRY(state.Fetch(std::move(keys)));
  std::optional<std::uint32_t> missing;
  TANJI_TRY(state.Settle({[&] {
    for (std::uint32_t i = 0; i < count && !missing; ++i) {
      const auto line = ledger::kFootprintLines.Get(state, id, i);
      const auto result = ledger::kFootprintLineResults.Get(state, id, i);
      if (!line || !result) {
        missing = i;
        return;
      }
      out.inventory.lines.push_back(line->line());
      out.line_results.push_back(*result);
    }
  }}));
  if (missing) {
    return Error(kLineMissing, {{"name", out.name},
                                {"number", std::to_string(*missing + 1)},
                                {"count", std::to_string(count)}});
  }
  if (DigestOfLines(out.inventory.lines) != out.held.progress.lines_digest()) {
    return Error(kLinesAltered, {{"name", out.name}});
  }
  return {};
}

Done ReadReferences(ProvedState& state, const ledger::Id& id, Recorded& out) {
  // A result that was altered must not make the reading long.
  constexpr std::uint32_t kMaxReferenceRecords = 64;
  const auto count = std::min(ledger::ReferenceRecords(*out.held.result), kMaxReferenceRecords);
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < count; ++i) {
    keys.push_back(ledger::kFootprintReferences.Key(id, i));
  }
  TANJI_TRY(state.Fetch(std::move(keys)));
  return state.Settle({[&] {
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto record = ledger::kFootprintReferences.Get(state, id, i);
      if (!record) continue;  // then what was reckoned has more
      out.factors.insert(out.factors.end(), record->factors().begin(), record->factors().end());
      out.upstream.insert(out.upstream.end(), record->upstream().begin(), record->upstream().end());
    }
  }});
}

// That the ledger's result is what its own records come to.
Done CheckRecorded(const Recorded& recorded, const Reckoning& reckoning) {
  const auto& name = recorded.name;
  for (std::size_t i = 0; i < recorded.line_results.size(); ++i) {
    const auto& found = recorded.line_results[i];
    const auto& expected = reckoning.reckoned.lines[i];
    if (ledger::EncodeRecord(found) == ledger::EncodeRecord(expected)) continue;
    return ReckonedOtherwise(name, ledger::LineField(reckoning.inventory.lines[i]), found.co2e(),
                             expected.co2e());
  }
  TANJI_TRY(CheckResult(name, *recorded.held.result, reckoning));
  v1::FootprintReferences found, reckoned;
  found.mutable_factors()->Assign(recorded.factors.begin(), recorded.factors.end());
  found.mutable_upstream()->Assign(recorded.upstream.begin(), recorded.upstream.end());
  const auto references =
      ledger::ReferencesOf(reckoning.inventory.header, reckoning.inventory.lines);
  reckoned.mutable_factors()->Assign(reckoning.reckoned.factors.begin(),
                                     reckoning.reckoned.factors.end());
  reckoned.mutable_upstream()->Assign(references.footprints.begin(), references.footprints.end());
  if (ledger::EncodeRecord(found) != ledger::EncodeRecord(reckoned)) {
    return ReckonedOtherwise(name, "references",
                             std::to_string(found.factors_size() + found.upstream_size()),
                             std::to_string(reckoned.factors_size() + reckoned.upstream_size()));
  }
  return {};
}

// That the standing asked about last is that of what was explained.
Done CheckAnswer(const Recorded& recorded, const v1::Answer& answer) {
  const auto& found = answer.footprint();
  const bool same =
      answer.found() &&
      ledger::EncodeRecord(found.footprint()) == ledger::EncodeRecord(recorded.held.footprint) &&
      ledger::EncodeRecord(found.result()) == ledger::EncodeRecord(*recorded.held.result) &&
      found.progress().lines_digest() == recorded.held.progress.lines_digest();
  return same ? Done() : Done(Error(kAnswerDiffers, {{"name", recorded.name}}));
}

void Print(Session& session, const Recorded& recorded, const Reckoning& reckoning,
           const ledger::VerifiedBundle& answered, const crypto::VerifiedCheckpoint& checkpoint) {
  const auto& answer = answered.answer.footprint();
  if (session.json()) {
    Session::Json json{{"footprint", recorded.name},
                       {"producer", recorded.held.footprint.producer()},
                       {"in_force", answer.in_force()},
                       {"answer", ToJson(answer)},
                       {"progress", ToJson(recorded.held.progress)},
                       {"agrees", true}};
    json.update(ReckoningJson(reckoning));
    json["result"] = ToJson(*recorded.held.result);
    json["verified"] = VerifiedJson(checkpoint);
    session.Print(json);
    return;
  }
  const auto& style = session.style();
  Sheet sheet;
  sheet.Add(session.Say(kFootprintWord), recorded.name);
  sheet.Append(StandingSheet(answer, style), 0);
  session.Print(ExplanationText(std::move(sheet), reckoning, style) + "\n");
  session.Print(
      session.Say(kAgrees, {{"count", std::to_string(reckoning.inventory.lines.size())}}) + "\n");
  for (const auto& upstream : recorded.upstream) {
    session.Print(session.Say(kUpstreamNote, {{"name", Safe(upstream)}}) + "\n");
  }
  session.Print(VerifiedLine(session, checkpoint) + "\n");
}

}  // namespace

Result<Exit> ExplainFootprint(Session& session, const Arguments& arguments) {
  Recorded recorded;
  TANJI_ASSIGN(recorded.name, FootprintArgument(arguments.Get("name")));
  const auto id = *ledger::ParseIdName(ledger::kFootprintsCollection, recorded.name);
  TANJI_ASSIGN(Client* const client, session.client());
  ProvedState state(*client);
  TANJI_ASSIGN(auto held, FindFootprint(state, recorded.name));
  if (!held) {
    if (session.json()) {
      session.Print(Session::Json{{"footprint", recorded.name},
                                  {"found", false},
                                  {"verified", VerifiedJson(*state.checkpoints().oldest())}});
    } else {
      session.Print(session.Say(kAbsent, {{"name", recorded.name}}) + "\n");
    }
    return Exit::kNo;
  }
  if (!held->result) return Error(kNothingToExplain, {{"name", recorded.name}});
  recorded.held = *std::move(held);
  recorded.inventory.header = recorded.held.footprint.header();
  session.Progress(session.Say(kFetchingLines,
                               {{"count", std::to_string(recorded.held.progress.line_count())}}));
  TANJI_TRY(ReadLines(state, id, recorded));
  TANJI_TRY(ReadReferences(state, id, recorded));
  TANJI_ASSIGN(const Reckoning reckoning, ReckonAgain(state, recorded.inventory));
  TANJI_TRY(CheckRecorded(recorded, reckoning));
  v1::Question question;
  question.mutable_footprint()->set_name(recorded.name);
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  session.EndProgress();
  TANJI_TRY(CheckAnswer(recorded, answered.verified.answer));
  state.Add(answered.verified.checkpoint);
  Print(session, recorded, reckoning, answered.verified, *state.checkpoints().oldest());
  return Exit::kOk;
}

}  // namespace tanji::client::cli
