#include "client/cli/footprints/footprints.h"
#include "client/cli/footprints/held.h"
#include "client/cli/footprints/report.h"
#include "client/cli/footprints/result_sheet.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/writer.h"
#include "client/cli/writing.h"
#include "client/sdk/faults.h"
#include "client/sdk/file.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::client::cli {
namespace {

using Operations = std::vector<v1::Operation>;

constexpr Fault kNothingToContinue{
    ErrorKind::kUsage,
    "NOTHING_TO_CONTINUE",
    {"账本上还没有 {name}（已证明）。若那笔交易刚刚送出，请先用 tanji transaction status 查看，"
     "或等其过期（10 分钟）再重新申报。",
     "The ledger holds no {name} yet (proved). If its transaction was sent just now, look with "
     "tanji transaction status, or wait until it has expired (10 minutes), before declaring "
     "again."}};
constexpr Fault kFootprintOfAnother{ErrorKind::kUsage,
                                    "FOOTPRINT_OF_ANOTHER",
                                    {"{name} 属于 {producer}，不能以 {author} 的名义继续。",
                                     "{name} is of {producer}; {author} cannot go on with it."}};
constexpr Fault kDeclaredWithoutResult{
    ErrorKind::kUnverified,
    "DECLARED_WITHOUT_RESULT",
    {"账本记 {name} 已申报，却没有结果。不要采信，请保存输出并交给各成员机构。",
     "The ledger says that {name} is declared, but holds no result of it. Do not trust it; keep "
     "this and hand it to the member organisations."}};
constexpr Fault kHoldsAnother{
    ErrorKind::kUsage,
    "HOLDS_ANOTHER_INVENTORY",
    {"{name} 中的清单与 {file} 不同，不能继续。请用原来的文件，或去掉 --continue 重新申报。",
     "{name} holds another inventory than {file}; it cannot be continued with it. Use the file it "
     "was "
     "begun with, or declare again without --continue."}};
constexpr Text kAboutToDeclare{"申报以上碳足迹：{lines} 个条目，{transactions} 笔交易。",
                               "Declares the footprint above: {lines} lines, in {transactions} "
                               "transaction(s)."};
constexpr Text kBrokeOff{
    "申报中断。清单 {name} 若已建立，可接着申报：tanji footprint declare {file} --continue {name}",
    "Broke off half-way. If the inventory {name} was begun, go on with: tanji footprint declare "
    "{file} --continue {name}"};
constexpr Text kFootprintWord{"碳足迹", "footprint"};
constexpr Text kValueWord{"数值", "value"};
constexpr Text kRangeWord{"范围", "range"};
constexpr Text kLinesWord{"条目数", "lines"};
constexpr Text kStateWord{"结果", "state"};
constexpr Text kDeclared{"已申报", "declared"};
constexpr Text kThereAlready{"此前已申报", "declared already"};
constexpr Text kExplainNext{"逐项核对：tanji footprint explain {name}",
                            "Check it line by line: tanji footprint explain {name}"};

// A footprint on its way into the ledger.
struct Draft {
  // Empty until its first transaction is signed.
  std::string name;
  std::size_t lines_there = 0;
  bool declared = false;
  // As the ledger has it, of a declared one.
  v1::FootprintResult result;
};

// What --continue names, which must be begun with this very inventory.
Result<Draft> FindDraft(ProvedState& state, const std::string& name, const std::string& author,
                        const Inventory& inventory, const std::string& file) {
  TANJI_ASSIGN(const auto held, FindFootprint(state, name));
  if (!held) return Error(kNothingToContinue, {{"name", name}});
  const auto& producer = held->footprint.producer();
  if (producer != author) {
    return Error(kFootprintOfAnother,
                 {{"name", name}, {"producer", Safe(producer)}, {"author", Safe(author)}});
  }
  const std::size_t there = held->progress.line_count();
  const std::span<const v1::InventoryLine> lines(inventory.lines);
  const bool same =
      ledger::EncodeRecord(held->footprint.header()) == ledger::EncodeRecord(inventory.header) &&
      there <= lines.size() && held->progress.lines_digest() == DigestOfLines(lines.first(there));
  const bool declared = held->progress.has_declared_time();
  if (!same || (declared && there != lines.size())) {
    return Error(kHoldsAnother, {{"name", name}, {"file", Safe(file)}});
  }
  if (declared && !held->result) return Error(kDeclaredWithoutResult, {{"name", name}});
  return Draft{name, there, declared, held->result.value_or(v1::FootprintResult())};
}

// The transactions that are still to be made: all in one where that is large enough.
class Steps {
 public:
  Steps(const Inventory& inventory, const Draft& draft)
      : inventory_(inventory),
        parts_(SplitLines(std::span(inventory.lines).subspan(draft.lines_there))),
        create_(draft.name.empty()) {}

  std::size_t count() const { return std::max<std::size_t>(parts_.size(), 1); }

  // `footprint` is empty for the step that creates it: it is then operation 0.
  Operations Step(std::size_t number, const std::string& footprint) const {
    const auto name_it = [&](auto& message) {
      if (footprint.empty()) {
        message.set_footprint_operation(0);
      } else {
        message.set_footprint(footprint);
      }
    };
    Operations out;
    if (create_ && number == 0) {
      *out.emplace_back().mutable_create_footprint()->mutable_header() = inventory_.header;
    }
    if (number < parts_.size()) {
      auto& add = *out.emplace_back().mutable_add_lines();
      add = parts_[number];
      name_it(add);
    }
    if (number + 1 == count()) {
      auto& declare = *out.emplace_back().mutable_declare_footprint();
      name_it(declare);
      declare.set_lines_digest(DigestOfLines(inventory_.lines));
    }
    return out;
  }

 private:
  const Inventory& inventory_;
  const std::vector<v1::AddLines> parts_;
  const bool create_;
};

// Sends the steps one after the other; `draft` names the footprint as soon as it has a name.
Result<Submitted> SendAll(Session& session, const Writer& writer, const Steps& steps,
                          Draft& draft) {
  std::optional<Submitted> last;
  for (std::size_t i = 0; i < steps.count(); ++i) {
    session.Progress(session.Say(
        kSending, {{"number", std::to_string(i + 1)}, {"count", std::to_string(steps.count())}}));
    TANJI_ASSIGN(const OpenTransaction transaction, writer.Sign(steps.Step(i, draft.name)));
    const bool creates = draft.name.empty();
    if (creates) {
      draft.name =
          ledger::MakeName(ledger::kFootprintsCollection, ledger::DeriveId(transaction.id(), 0, 0));
    }
    auto submitted = writer.Submit(transaction, WantedWait(session));
    // A first transaction that was refused has begun nothing.
    const bool refused = !submitted.ok() && submitted.error().kind() == ErrorKind::kRefused;
    if (creates && refused) draft.name.clear();
    TANJI_ASSIGN(last, std::move(submitted));
  }
  session.EndProgress();
  return *std::move(last);
}

// `checkpoint`: under which it is proved; nullptr where it is not proved yet.
void PrintResult(Session& session, const Draft& draft, const Reckoning& reckoning,
                 std::size_t transactions, const crypto::VerifiedCheckpoint* checkpoint) {
  const auto& result = draft.declared ? draft.result : reckoning.reckoned.result;
  if (session.json()) {
    session.Print(
        Session::Json{{"footprint", draft.name},
                      {"lines", reckoning.inventory.lines.size()},
                      {"transactions", transactions},
                      {"already_declared", draft.declared},
                      {"result", ToJson(result)},
                      {"verified", checkpoint ? VerifiedJson(*checkpoint) : Session::Json()}});
    return;
  }
  const auto& style = session.style();
  Sheet sheet;
  sheet.Add(style.Say(kFootprintWord), draft.name);
  sheet.Add(style.Say(kStateWord), style.Say(draft.declared ? kThereAlready : kDeclared));
  sheet.Add(style.Say(kValueWord), ValueText(result, style));
  sheet.Add(style.Say(kRangeWord), RangeText(result, style));
  sheet.Add(style.Say(kLinesWord), std::to_string(reckoning.inventory.lines.size()));
  session.Print(sheet.Print(kReportColumns));
  if (checkpoint) session.Print(VerifiedLine(session, *checkpoint) + "\n");
  session.Note(session.Say(kExplainNext, {{"name", draft.name}}));
}

// The figure comes before the signature.
Done Confirm(Session& session, const Reckoning& reckoning, std::size_t transactions) {
  if (session.arguments().Has("yes")) return {};
  session.Warn(SummaryText(reckoning, session.style()));
  session.Warn(
      session.Say(kAboutToDeclare, {{"lines", std::to_string(reckoning.inventory.lines.size())},
                                    {"transactions", std::to_string(transactions)}}));
  if (!session.Confirm(kAskToSign)) return kNotConfirmed;
  return {};
}

// What fits one transaction may be signed by several people.
Result<Exit> WriteForOthers(Session& session, const Reckoning& reckoning, const Steps& steps,
                            const Draft& draft) {
  if (steps.count() > 1) TANJI_TRY(CheckOnline(session));
  session.Warn(SummaryText(reckoning, session.style()));
  return WriteOperations(session, steps.Step(0, draft.name));
}

}  // namespace

Result<Exit> DeclareFootprint(Session& session, const Arguments& arguments) {
  const JsonSource source{arguments.Get("file"), session.style().offset};
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_ASSIGN(Inventory inventory, ReadInventory(text, source));
  TANJI_ASSIGN(Client* const client, session.client());
  ProvedState state(*client);
  Draft draft;
  if (const auto begun = arguments.Find("continue")) {
    TANJI_ASSIGN(const std::string name, FootprintArgument(*begun));
    TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
    TANJI_ASSIGN(const std::string author, session.Author(key_paths));
    TANJI_ASSIGN(draft, FindDraft(state, name, author, inventory, source.file));
  }
  // What is declared already stands with the factors of its day.
  auto reckoned = draft.declared ? ReckonAgain(state, std::move(inventory))
                                 : ReckonBeforehand(session, state, std::move(inventory));
  TANJI_ASSIGN(const Reckoning reckoning, std::move(reckoned));
  if (draft.declared) {
    TANJI_TRY(CheckResult(draft.name, draft.result, reckoning));
    PrintResult(session, draft, reckoning, 0, &*state.checkpoints().oldest());
    return Exit::kOk;
  }
  const Steps steps(reckoning.inventory, draft);
  if (session.arguments().Has("out")) return WriteForOthers(session, reckoning, steps, draft);
  TANJI_TRY(Confirm(session, reckoning, steps.count()));
  TANJI_ASSIGN(const Writer writer, Writer::Open(session));
  const auto last = SendAll(session, writer, steps, draft);
  if (!last.ok()) {
    if (!draft.name.empty()) {
      session.Warn(session.Say(kBrokeOff, {{"name", draft.name}, {"file", Safe(source.file)}}));
    }
    return last.error();
  }
  PrintResult(session, draft, reckoning, steps.count(), last->proof ? &last->proof->log : nullptr);
  return Exit::kOk;
}

}  // namespace tanji::client::cli
