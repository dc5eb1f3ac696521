// Words of certificates and of the labels of lots.
#include "client/cli/labels/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Label kFields[] = {
    {"Certificate.decision", {"决定", "decision"}},
    {"Certificate.valid_until_day", {"有效期末日", "valid until (included)"}},
    {"ConfirmRelease.finding", {"放行所见", "what was found"}},
    {"IssueCertificate.decision", {"决定", "decision"}},
    {"IssueCertificate.valid_until_day", {"有效期末日", "valid until (included)"}},
    {"LabelAnswer.kind", {"标签的状态", "what it comes to"}},
    {"LabelAnswer.year", {"收获年份", "year of harvest"}},
    {"RecordSurveillance.finding", {"监督所见", "what was found"}},
    {"ReleaseConfirmation.finding", {"放行所见", "what was found"}},
    {"UnitAnswer.number", {"单元编号", "unit number"}},
    {"causes", {"原因", "cause"}},
    {"certificate", {"证书", "certificate"}},
    {"change_certificate_status", {"变更证书状态", "Change the status of a certificate"}},
    {"change_label_status", {"变更标签状态", "Change the status of a label"}},
    {"changed_time", {"最近变更时间", "last changed"}},
    {"claim", {"宣称用语", "claim"}},
    {"compared", {"用于判定的数值", "value compared"}},
    {"confirm_release", {"确认放行", "Confirm a release"}},
    {"decision_maker", {"作出决定的人", "who decided"}},
    {"evaluators", {"参与评价或复核的人", "evaluated or reviewed by"}},
    {"exists", {"有这个单元", "there is such a unit"}},
    {"fate", {"去向", "what became of it"}},
    {"freed_kg", {"退回批次（千克）", "given back to the lot (kg)"}},
    {"freed_units", {"退回批次的单元", "units given back to the lot"}},
    {"from", {"自编号", "from number"}},
    {"harvest_year", {"收获年份", "year of harvest"}},
    {"issue_certificate", {"颁发证书", "Issue a certificate"}},
    {"label", {"标签", "label"}},
    {"labelled", {"已加标", "labelled"}},
    {"licence_status", {"许可的状态", "status of the licence"}},
    {"lot_mark", {"整批一个标识", "one mark for all"}},
    {"margin", {"低于限值的余量（万分之一）", "margin below the limit (1/10000)"}},
    {"medium", {"载体", "medium"}},
    {"next_surveillance_day", {"下次监督日", "next surveillance by"}},
    {"participants", {"参与方", "participant"}},
    {"predecessor", {"前一份证书", "predecessor"}},
    {"printed_run", {"预印的编号段", "numbers printed before"}},
    {"printer", {"印制者", "printer"}},
    {"record_surveillance", {"记录监督", "Record a surveillance"}},
    {"release_label", {"放行标签", "Release a label"}},
    {"released_lots", {"已放行的批次", "lots released under it"}},
    {"released_time", {"放行时间", "released"}},
    {"report_count", {"报告数", "reports"}},
    {"report_units", {"报告单元去向", "Report units"}},
    {"reports", {"单元报告", "report about units"}},
    {"retired", {"已不再加标", "labelled no more"}},
    {"retired_kg", {"不再加标（千克）", "labelled no more (kg)"}},
    {"retired_units", {"不再加标的单元数", "units labelled no more"}},
    {"rule", {"判定规则", "decision rule"}},
    {"serial", {"序列号", "serial"}},
    {"surveillance_count", {"已做监督次数", "surveillances held"}},
    {"surveillance_days", {"监督日", "surveillance by"}},
    {"surveillance_overdue", {"监督已逾期", "surveillance overdue"}},
    {"surveillance_times", {"监督记录时间", "surveillances recorded on"}},
    {"to", {"至编号", "to number"}},
    {"unit_serials", {"逐个编号", "a number for each unit"}},
    {"units", {"单元", "units"}},
    {"valid_from_day", {"有效期首日", "valid from"}},
    {"waits_for_certifier", {"放行须经认证机构确认", "release waits for the certifier"}},
};

constexpr Label kValues[] = {
    {"PERMISSION_CERTIFY", {"认证", "certification"}},
    {"PERMISSION_RELEASE_LABELS", {"放行标签", "labels"}},
    {"UNIT_FATE_DESTROYED", {"货与标签均已销毁", "destroyed, goods and label"}},
    {"UNIT_FATE_RECALLED", {"已由生产者召回", "recalled by the producer"}},
    {"UNIT_FATE_SPOILED", {"标签作废，未用于货物", "label spoiled, on no goods"}},
};

static_assert(IsAscending(kFields) && IsAscending(kValues));

}  // namespace

LabelTable CertificationLabels() {
  return {kFields, kValues};
}

}  // namespace tanji::client::cli
