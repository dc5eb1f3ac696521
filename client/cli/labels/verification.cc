// Words of verification: corrections and statements.
#include "client/cli/labels/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Label kFields[] = {
    {"AnswerCorrection.successor", {"更正后的碳足迹", "corrected footprint"}},
    {"Correction.state", {"进展", "progress"}},
    {"CorrectionAnswer.successor", {"更正后的碳足迹", "corrected footprint"}},
    {"Finding.text", {"核查所见", "what was found"}},
    {"OpenCorrections.count", {"未关闭的更正要求数", "corrections not closed"}},
    {"Visit.first_day", {"现场核查首日", "first day on site"}},
    {"Visit.last_day", {"现场核查末日", "last day on site"}},
    {"accreditation_status", {"认可的状态", "status of the accreditation"}},
    {"accreditation_when_issued", {"出具时认可的状态", "accreditation when it was issued"}},
    {"answer", {"答复", "answer"}},
    {"answer_correction", {"答复更正要求", "Answer a request for correction"}},
    {"answered_time", {"答复时间", "answered"}},
    {"assurance_level", {"保证等级", "assurance"}},
    {"change_statement_status", {"变更核查声明状态", "Change the status of a statement"}},
    {"close_correction", {"关闭更正要求", "Close a request for correction"}},
    {"closed_time", {"关闭时间", "closed"}},
    {"closing", {"关闭", "closing"}},
    {"correction", {"更正要求", "request for correction"}},
    {"finding_count", {"发现数", "findings"}},
    {"findings", {"发现", "finding"}},
    {"impartial", {"声明独立、公正", "declared impartial"}},
    {"issue_statement", {"出具核查声明", "Issue a verification statement"}},
    {"issued_time", {"出具时间", "issued"}},
    {"lead", {"核查组长", "lead verifier"}},
    {"lines_sampled", {"抽查的条目", "lines sampled"}},
    {"lines_sampled_count", {"抽查条目数", "lines sampled"}},
    {"misstatement", {"错报（千克，申报值减正确值）", "misstatement (kg, stated minus right)"}},
    {"misstatement_share", {"错报份额（万分之一）", "misstated (1/10000)"}},
    {"opinion", {"意见", "opinion"}},
    {"request", {"要求", "request"}},
    {"request_correction", {"提出更正要求", "Ask for a correction"}},
    {"requested_time", {"提出时间", "asked"}},
    {"reviewer", {"独立复核人", "independent reviewer"}},
    {"sample", {"抽查的条目", "lines looked at"}},
    {"statement", {"核查声明", "statement"}},
    {"sub_scope", {"分项范围", "sub-scope"}},
    {"visit", {"现场核查", "visit"}},
    {"visit_unknown", {"现场核查", "visit"}},
    {"years", {"核查年份", "years of work"}},
};

constexpr Label kValues[] = {
    {"CORRECTION_STATE_ANSWERED", {"已答复，待关闭", "answered, not closed yet"}},
    {"CORRECTION_STATE_OPEN", {"待答复", "waits for an answer"}},
    {"CORRECTION_STATE_RESOLVED", {"已解决", "resolved"}},
    {"CORRECTION_STATE_WITHDRAWN", {"已撤回", "taken back"}},
    {"OPINION_ADVERSE", {"否定意见", "adverse"}},
    {"OPINION_DISCLAIMED", {"无法表示意见", "disclaimed"}},
    {"OPINION_QUALIFIED", {"保留意见", "qualified"}},
    {"OPINION_UNMODIFIED", {"无保留意见", "unmodified"}},
};

static_assert(IsAscending(kFields) && IsAscending(kValues));

}  // namespace

LabelTable VerificationLabels() {
  return {kFields, kValues};
}

}  // namespace tanji::client::cli
