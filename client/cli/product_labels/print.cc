// Labels to print: from a verified answer alone, and only while the label is in force.
#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/product_labels/answer_sheet.h"
#include "client/cli/product_labels/facts.h"
#include "client/cli/product_labels/labels.h"
#include "client/cli/product_labels/link.h"
#include "client/cli/reading.h"
#include "client/cli/time_text.h"
#include "client/cli/writing.h"
#include "client/sdk/ask.h"
#include "client/sdk/file.h"
#include "client/sheet/page.h"
#include "client/sheet/svg.h"
#include "ledger/modules/labels/rules.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kMarkHasNoUnits{
    ErrorKind::kUsage,
    "MARK_HAS_NO_UNITS",
    {"这个标签整批一个标识，单元没有编号，不能用 --units。",
     "This label is one mark for all: no unit has a number, so --units cannot be given."}};
constexpr Fault kUnitsNotOfLabel{ErrorKind::kUsage,
                                 "UNITS_NOT_OF_LABEL",
                                 {"这个标签的单元编号为 {first} 至 {last}。",
                                  "The units of this label are numbered {first} to {last}."}};
constexpr Fault kTooManyUnits{
    ErrorKind::kUsage,
    "TOO_MANY_UNITS",
    {"有 {count} 个标签，一次最多印 {limit} 个。请用 --units 起-止 分批。",
     "There are {count} labels, but at most {limit} are printed at a time. Give --units FROM-TO."}};
constexpr Fault kNothingToPrint{
    ErrorKind::kUsage,
    "NOTHING_TO_PRINT",
    {"这些单元都已报告为作废、销毁或召回，不再印标签。",
     "All of these units were reported as spoiled, destroyed or recalled; none is printed."}};
constexpr Fault kNotDrawn{ErrorKind::kUsage,
                          "NOT_DRAWN",
                          {"标签画不出来：{reason}", "The label cannot be drawn: {reason}"}};
constexpr Text kRefused{"没有打印：标签{verdict}",
                        "Nothing was written to print: the label is {verdict}"};
constexpr Text kLeftOut{"{count} 个单元已报告，不再打印。",
                        "{count} unit(s) were reported and are left out."};
constexpr Text kShortened{"注意：{count} 个标签上有文字放不下，以省略号结尾。请先看过再印。",
                          "Note: on {count} label(s) a text did not fit and ends with an ellipsis. "
                          "Look before printing."};
constexpr Text kWritten{
    "{labels} 个标签，{files} 个文件，写入 {directory}。按 100 % 打印，如先合成 PDF："
    "rsvg-convert -f pdf -o labels.pdf {directory}/*.svg",
    "{labels} label(s) in {files} file(s) in {directory}. Print at 100 %, for instance as a PDF: "
    "rsvg-convert -f pdf -o labels.pdf {directory}/*.svg"};
// In both languages at once, as the label has them.
constexpr Text kAsAt = Text::Same("截至 as at {day}");
constexpr Text kFilesWord{"文件", "file"};

using Unit = std::optional<std::uint64_t>;

struct Drawing {
  std::string name, svg;
};
struct Drawings {
  std::vector<Drawing> files;
  std::size_t shortened_labels = 0;
};

bool IsReported(const v1::LabelAnswer& answer, std::uint64_t unit) {
  return std::ranges::any_of(answer.retired(), [&](const v1::RetiredUnits& report) {
    return report.has_units() && report.units().from() <= unit && unit <= report.units().to();
  });
}

Result<v1::UnitRange> WantedRange(const Arguments& arguments, const v1::Label& label) {
  const auto first = ledger::FirstUnit(label), last = first + ledger::UnitCount(label) - 1;
  v1::UnitRange range;
  range.set_from(first);
  range.set_to(last);
  if (const auto given = arguments.Find("units")) {
    TANJI_ASSIGN(range, UnitRangeArgument(*given, "--units"));
  }
  if (range.from() < first || range.to() > last) {
    return Error(kUnitsNotOfLabel,
                 {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
  }
  return range;
}

// What a label is printed for: units that were not reported, or, of a mark, the one mark.
Result<std::vector<Unit>> UnitsToPrint(Session& session, const v1::LabelAnswer& answer) {
  const auto& arguments = session.arguments();
  if (ledger::UnitCount(answer.label()) == 0) {
    if (arguments.Has("units")) return kMarkHasNoUnits;
    return std::vector<Unit>{std::nullopt};
  }
  TANJI_ASSIGN(const v1::UnitRange range, WantedRange(arguments, answer.label()));
  const auto count = range.to() - range.from() + 1;
  if (count > sheet::kMaxSheetLabels) {
    return Error(kTooManyUnits, {{"count", std::to_string(count)},
                                 {"limit", std::to_string(sheet::kMaxSheetLabels)}});
  }
  std::vector<Unit> units;
  for (auto unit = range.from(); unit <= range.to(); ++unit) {
    if (!IsReported(answer, unit)) units.push_back(unit);
  }
  if (units.empty()) return kNothingToPrint;
  if (units.size() < count) {
    session.Note(session.Say(kLeftOut, {{"count", std::to_string(count - units.size())}}));
  }
  return units;
}

// What the version demands, for the words of its grades; proved.
Result<v1::SchemeRequirements> RequirementsOf(Client& client, const v1::LabelAnswer& answer) {
  v1::Question question;
  question.mutable_scheme_version()->set_name(answer.certificate().certificate().scheme_version());
  TANJI_ASSIGN(const Answered answered, Ask(client, question));
  return answered.verified.answer.scheme_version().requirements();
}

Result<std::vector<sheet::SheetLabel>> LabelsFor(const v1::LabelAnswer& answer,
                                                 const v1::SchemeRequirements& requirements,
                                                 const std::vector<Unit>& units,
                                                 const std::string& chain,
                                                 const std::string& resolver) {
  const auto facts = FactsOf(answer, requirements);
  std::vector<sheet::SheetLabel> labels(units.size(), facts);
  for (std::size_t i = 0; i < units.size(); ++i) {
    labels[i].unit = units[i];
    TANJI_ASSIGN(labels[i].link, LinkOf(answer, chain, resolver, units[i]));
  }
  return labels;
}

Error NotDrawn(sheet::SheetFault fault) {
  return Error(kNotDrawn, {{"reason", std::string(sheet::ToString(fault))}});
}

Result<Drawings> DrawSingly(const std::vector<sheet::SheetLabel>& labels) {
  Drawings out;
  for (const auto& label : labels) {
    const auto drawing = sheet::DrawLabel(label);
    if (!drawing.ok()) return NotDrawn(drawing.fault());
    out.shortened_labels += drawing->is_shortened ? 1 : 0;
    const auto number = label.unit ? "-" + std::to_string(*label.unit) : std::string();
    out.files.push_back({label.serial + number + ".svg", drawing->svg});
  }
  return out;
}

Result<Drawings> DrawOnPages(const std::vector<sheet::SheetLabel>& labels,
                             const sheet::PageFoot& foot) {
  auto pages = sheet::DrawPages(labels, foot);
  if (!pages.ok()) return NotDrawn(pages.fault());
  Drawings out;
  out.shortened_labels = pages->shortened_labels;
  const auto first = labels.front().unit;
  const auto from = first ? fmt::format("-{}", *first) : std::string();
  for (std::size_t i = 0; i < pages->svgs.size(); ++i) {
    out.files.push_back(
        {fmt::format("{}{}-page-{:02}.svg", labels.front().serial, from, i + 1), pages->svgs[i]});
  }
  return out;
}

Result<std::vector<std::string>> WriteAll(const std::string& directory, const Drawings& drawings) {
  TANJI_TRY(MakeDirectories(directory));
  std::vector<std::string> paths;
  for (const auto& file : drawings.files) {
    paths.push_back(directory + "/" + file.name);
    TANJI_TRY(WriteFile(paths.back(), file.svg, Overwrite::kNo));
  }
  return paths;
}

void ReportWritten(const Session& session, const std::string& directory,
                   const std::vector<sheet::SheetLabel>& labels, const Drawings& drawings,
                   const std::vector<std::string>& paths,
                   const crypto::VerifiedCheckpoint& checkpoint) {
  if (drawings.shortened_labels > 0) {
    session.Warn(session.Say(kShortened, {{"count", std::to_string(drawings.shortened_labels)}}) +
                 "\n");
  }
  if (session.json()) {
    Session::Json links = Session::Json::array();
    for (const auto& label : labels) links.push_back(label.link);
    session.Print(Session::Json{{"label", "labels/" + labels.front().serial},
                                {"files", paths},
                                {"links", links},
                                {"shortened_labels", drawings.shortened_labels},
                                {"verified", VerifiedJson(checkpoint)}});
    return;
  }
  Sheet sheet;
  for (const auto& path : paths) sheet.Add(session.Say(kFilesWord), Safe(path));
  session.Print(sheet.Print() + VerifiedLine(session, checkpoint) + "\n");
  session.Note(session.Say(kWritten, {{"labels", std::to_string(labels.size())},
                                      {"files", std::to_string(paths.size())},
                                      {"directory", Safe(directory)}}));
}

}  // namespace

Result<Exit> PrintLabels(Session& session, const Arguments& arguments) {
  const auto directory = arguments.Find("out");
  if (!directory) return Error(kArgumentMissing, {{"argument", "--out"}});
  TANJI_ASSIGN(const v1::Question question, LabelQuestion(arguments, "label"));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  const auto& verified = answered.verified;
  const auto& answer = verified.answer.label();
  if (!IsYes(verified.answer)) {
    ShowAnswer(session, verified);
    if (verified.answer.found()) {
      session.Warn(session.Say(kRefused, {{"verdict", LabelVerdict(answer, session.style())}}) +
                   "\n");
    }
    return Exit::kNo;
  }
  TANJI_ASSIGN(const auto units, UnitsToPrint(session, answer));
  TANJI_ASSIGN(const auto requirements, RequirementsOf(*client, answer));
  const auto& chain = client->trust().chain_id;
  TANJI_ASSIGN(const auto labels,
               LabelsFor(answer, requirements, units, chain, arguments.Get("resolver")));
  const std::string day =
      ShowTime(verified.answer.known_time(), session.style().offset).substr(0, 10);
  const sheet::PageFoot foot{chain, answer.label().serial(), session.Say(kAsAt, {{"day", day}})};
  TANJI_ASSIGN(const Drawings drawings,
               arguments.Has("single") ? DrawSingly(labels) : DrawOnPages(labels, foot));
  TANJI_ASSIGN(const auto paths, WriteAll(*directory, drawings));
  ReportWritten(session, *directory, labels, drawings, paths, verified.checkpoint);
  return Exit::kOk;
}

}  // namespace tanji::client::cli
