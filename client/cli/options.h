// Rows that several tables of commands share.
#pragma once

#include "client/cli/command.h"

namespace tanji::client::cli {

using Kind = Parameter::Kind;

// Of a text in two languages that is called `reason` (TextArgument).
inline constexpr Parameter kReasonZh{
    Kind::kOption, "reason-zh", "TEXT", {"理由（中文）", "reason in Chinese"}};
inline constexpr Parameter kReasonEn{
    Kind::kOption, "reason-en", "TEXT", {"理由（英文）", "reason in English"}};
inline constexpr Parameter kPrevailing{
    Kind::kOption,
    "prevailing",
    "zh|en|both",
    {"中英文都有时以哪种为准", "which language prevails where both are given"}};
inline constexpr Parameter kMachineTranslated{
    Kind::kFlag,
    "machine-translated",
    "",
    {"非准据文字是机器翻译的", "the text that does not prevail is a machine's translation"}};
inline constexpr Parameter kSettledBy{
    Kind::kOption,
    "settled-by",
    "PARTICIPANT",
    {"两种文字同等有效时由谁裁定差异", "who settles differences where both are equally authentic"}};

// What somebody found, and the documents that show it (TextArgument, AddDocuments).
inline constexpr Parameter kFindingZh{
    Kind::kOption, "finding-zh", "TEXT", {"所见（中文）", "what was found, in Chinese"}};
inline constexpr Parameter kFindingEn{
    Kind::kOption, "finding-en", "TEXT", {"所见（英文）", "what was found, in English"}};
inline constexpr Parameter kEvidence{
    Kind::kRepeated,
    "evidence",
    "DOCUMENT",
    {"依据文件（须已登记），可多次给出", "document that shows it, registered before; repeatable"}};

inline constexpr Parameter kUnit{
    Kind::kOption,
    "unit",
    "N",
    {"标签的第几号单元（箱、袋）", "number of a unit of the label: the crate or bag"}};

inline constexpr Parameter kOn{Kind::kOption,
                               "on",
                               "TIME",
                               {"所问的时间；只写日期即当日结束时。默认现在",
                                "instant asked about; a date means its end. By default now"}};
inline constexpr Parameter kKnown{
    Kind::kOption,
    "known",
    "TIME",
    {"按当时已知的情况回答。默认现在", "as known at this time. By default now"}};

inline constexpr Parameter kPrintTemplate{
    Kind::kFlag,
    "print-template",
    "",
    {"打印一份带说明的示例文件", "print an example file with comments"}};

// Of lists of what belongs to producers.
inline constexpr Parameter kOfProducer{
    Kind::kArgument, "producer", "PRODUCER", {"只列此生产者的", "only those of this producer"}};

inline constexpr Parameter kPageSize{
    Kind::kOption,
    "page-size",
    "N",
    {"每页行数，1 到 1000，默认 100", "rows per page, 1 to 1000, by default 100"}};
inline constexpr Parameter kPageToken{
    Kind::kOption, "page-token", "TOKEN", {"从上一页末尾继续", "go on where the last page ended"}};

}  // namespace tanji::client::cli
