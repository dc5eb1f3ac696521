// Releasing a label for goods of a lot, and reporting units that bear it no more.
#include <limits>

#include "client/cli/inputs.h"
#include "client/cli/product_labels/labels.h"
#include "client/cli/writing.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kOneAllotment{
    ErrorKind::kUsage,
    "ONE_ALLOTMENT",
    {"单元如何编号？--units 数量（逐个编号）、--printed-run 起-止（预印的编号）、--mark 载体（整批"
     "一个标识，单元无编号）三者给一个。",
     "How are units numbered? Give one of --units COUNT (a number for each), --printed-run FROM-TO "
     "(numbers printed before), --mark MEDIUM (one mark for all, no numbers)."}};
constexpr Fault kRunIncomplete{ErrorKind::kUsage,
                               "RUN_INCOMPLETE",
                               {"预印的编号段还要写明 --printer（印制者）和 --medium（载体）。",
                                "For numbers printed before, say --printer and --medium too."}};
constexpr Fault kUnitsOrMass{
    ErrorKind::kUsage,
    "UNITS_OR_MASS",
    {"报告哪些？有编号的用 --units 起-止，整批一个标识的用 --mass，二者给一个。",
     "Which goods? --units FROM-TO where units have numbers, --mass where there is one mark for "
     "all; one of the two."}};
constexpr Text kAwaitsCertifier{
    "标准要求认证机构确认放行的，确认后标签方为有效：tanji label confirm 序列号",
    "Where the scheme asks the certifier to confirm a release, the label counts once it has: tanji "
    "label confirm SERIAL"};

Done SetRun(const Arguments& arguments, v1::ReleaseLabel& message) {
  if (!arguments.Has("printer") || !arguments.Has("medium")) return kRunIncomplete;
  TANJI_ASSIGN(const v1::UnitRange range,
               UnitRangeArgument(arguments.Get("printed-run"), "--printed-run"));
  auto& run = *message.mutable_printed_run();
  run.set_from(range.from());
  run.set_to(range.to());
  run.set_printer(arguments.Get("printer"));
  run.set_medium(arguments.Get("medium"));
  return {};
}

Done SetAllotment(const Arguments& arguments, v1::ReleaseLabel& message) {
  const bool units = arguments.Has("units"), run = arguments.Has("printed-run");
  const bool mark = arguments.Has("mark");
  if (int{units} + int{run} + int{mark} != 1) return kOneAllotment;
  if (run) return SetRun(arguments, message);
  if (mark) {
    message.mutable_lot_mark()->set_medium(arguments.Get("mark"));
    return {};
  }
  TANJI_ASSIGN(const std::uint64_t count,
               NumberArgument(arguments.Get("units"), "--units", 1,
                              std::numeric_limits<std::uint32_t>::max()));
  message.mutable_unit_serials()->set_count(static_cast<std::uint32_t>(count));
  return {};
}

}  // namespace

Result<Exit> ReleaseLabel(Session& session, const Arguments& arguments) {
  v1::ReleaseLabel message;
  TANJI_ASSIGN(*message.mutable_certificate(), CertificateArgument(arguments.Get("certificate")));
  TANJI_ASSIGN(*message.mutable_lot(), LotArgument(session, arguments.Get("lot")));
  TANJI_ASSIGN(*message.mutable_mass(), AmountArgument(arguments.Get("mass"), "--mass", "7500kg"));
  TANJI_TRY(SetAllotment(arguments, message));
  message.set_market(arguments.Get("market"));
  if (const auto given = arguments.Find("claim")) {
    TANJI_ASSIGN(const std::uint64_t claim, NumberArgument(*given, "--claim", 0, 2));
    message.set_claim(static_cast<std::uint32_t>(claim));
  }
  TANJI_ASSIGN(const Exit exit, WriteOperation(session, [&](v1::Operation& operation) {
                 *operation.mutable_release_label() = message;
               }));
  if (!arguments.Has("out")) session.Note(session.Say(kAwaitsCertifier));
  return exit;
}

Result<Exit> ReportUnits(Session& session, const Arguments& arguments) {
  v1::ReportUnits message;
  TANJI_ASSIGN(*message.mutable_label(), LabelArgument(arguments.Get("label")));
  const auto units = arguments.Find("units"), mass = arguments.Find("mass");
  if (units.has_value() == mass.has_value()) return kUnitsOrMass;
  if (units) {
    TANJI_ASSIGN(*message.mutable_units(), UnitRangeArgument(*units, "--units"));
  } else {
    TANJI_ASSIGN(*message.mutable_mass(), AmountArgument(*mass, "--mass", "45kg"));
  }
  TANJI_ASSIGN(const v1::UnitFate fate,
               EnumArgument<v1::UnitFate>(arguments.Get("fate"), "--fate"));
  message.set_fate(fate);
  TANJI_ASSIGN(*message.mutable_reason(), TextArgument(arguments, "reason"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_report_units() = message; });
}

}  // namespace tanji::client::cli
