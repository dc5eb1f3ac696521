// What the commands say, in both languages: faults that more than one file uses, and the notes and
// headings of the output. Faults of the SDK are in client/sdk/faults.h, help texts in the tables of
// commands, names of fields in labels.cc. None can be written in one language only (Text).
#pragma once

#include "client/sdk/error.h"

namespace tanji::client::cli {

// --- The command line ---------------------------------------------------------------------------
inline constexpr Fault kUnknownCommand{
    ErrorKind::kUsage,
    "UNKNOWN_COMMAND",
    {"没有“{word}”这个命令。{nearest}", "There is no command “{word}”. {nearest}"}};
inline constexpr Fault kUnknownOption{
    ErrorKind::kUsage,
    "UNKNOWN_OPTION",
    {"没有“{word}”这个选项。{nearest}", "There is no option “{word}”. {nearest}"}};
inline constexpr Fault kSurplusWord{
    ErrorKind::kUsage, "SURPLUS_WORD", {"多出了“{word}”。", "“{word}” is one word too many."}};
inline constexpr Fault kArgumentMissing{
    ErrorKind::kUsage, "ARGUMENT_MISSING", {"缺少 {argument}。", "{argument} is missing."}};
inline constexpr Fault kValueMissing{
    ErrorKind::kUsage, "VALUE_MISSING", {"{option} 后面缺少值。", "{option} needs a value."}};
inline constexpr Fault kOptionTwice{ErrorKind::kUsage,
                                    "OPTION_TWICE",
                                    {"{option} 只能给一次。", "{option} may be given once only."}};
inline constexpr Fault kNotAChoice{ErrorKind::kUsage,
                                   "NOT_A_CHOICE",
                                   {"{option} 的值“{value}”不对，只能是：{choices}",
                                    "{option} cannot be “{value}”; choose one of: {choices}"}};
inline constexpr Fault kCommandLine{
    ErrorKind::kUsage,
    "COMMAND_LINE",
    {"命令行有误：{reason}", "The command line is wrong: {reason}"}};
inline constexpr Fault kVerbMissing{
    ErrorKind::kUsage,
    "VERB_MISSING",
    {"“{noun}”之后还缺一个动词。", "“{noun}” needs a verb after it."}};
inline constexpr Text kDidYouMean{"您是否想用：{nearest}", "Did you mean: {nearest}"};
inline constexpr Text kSeeHelp{"详见：tanji {command} --help", "See: tanji {command} --help"};

// --- Values -------------------------------------------------------------------------------------
inline constexpr Fault kBadTime{
    ErrorKind::kUsage,
    "BAD_TIME",
    {"{option} 的时间“{value}”看不懂。请写日期 2026-03-01，或时间 2026-03-01T08:00:00+08:00。",
     "{option}: “{value}” is not a time. Write a date, 2026-03-01, or an instant, "
     "2026-03-01T08:00:00+08:00."}};
inline constexpr Fault kBadDuration{
    ErrorKind::kUsage,
    "BAD_DURATION",
    {"{option} 的时长“{value}”看不懂。请写数字加单位 ms、s、m、h、d，如 90s、12h。",
     "{option}: “{value}” is not a duration. Write a number with its unit, ms, s, m, h or d, such "
     "as "
     "90s or 12h."}};
inline constexpr Fault kBadOffset{ErrorKind::kUsage,
                                  "BAD_OFFSET",
                                  {"时差“{value}”看不懂，应写作 +08:00 或 +00:00。",
                                   "“{value}” is not an offset from UTC; write +08:00 or +00:00."}};
inline constexpr Fault kBadNumber{
    ErrorKind::kUsage,
    "BAD_NUMBER",
    {"{option} 的“{value}”应为 {lowest} 到 {highest} 的整数。",
     "{option}: “{value}” should be a whole number from {lowest} to {highest}."}};
inline constexpr Fault kBadName{ErrorKind::kUsage,
                                "BAD_NAME",
                                {"“{value}”不是正确的名称，应为 {expected}。",
                                 "“{value}” is not a name of this kind; it should be {expected}."}};
inline constexpr Fault kBadSerial{
    ErrorKind::kUsage,
    "BAD_SERIAL",
    {"“{value}”不是标签序列号：多、少或错了字符，或有两个字符颠倒（末位是校验符）。请对照标签重输，"
     "如 BT15 3C9K X07W QMZB T。",
     "“{value}” is no serial of a label: a character is missing, surplus or wrong, or two are "
     "exchanged (the last one checks the others). Compare with the label and type it again, such "
     "as BT15 3C9K X07W QMZB T."}};
inline constexpr Fault kWhose{
    ErrorKind::kUsage,
    "WHOSE",
    {"“{value}”是谁的？请写“生产者/{value}”；您自己的也可用 --key 或 --author 指明。",
     "Whose “{value}”? Write PRODUCER/{value}; for one of your own, --key or --author will do."}};
inline constexpr Fault kBadAmount{
    ErrorKind::kUsage,
    "BAD_AMOUNT",
    {"{option} 的“{value}”应为数字加单位，如 {example}。",
     "{option}: “{value}” should be a number with its unit, such as {example}."}};
inline constexpr Fault kBadChoice{ErrorKind::kUsage,
                                  "BAD_CHOICE",
                                  {"{option} 没有“{value}”这个值，可用：{choices}",
                                   "{option} has no value “{value}”; there are: {choices}"}};
inline constexpr Fault kBadPair{ErrorKind::kUsage,
                                "BAD_PAIR",
                                {"{option} 的“{value}”应写作 {expected}。",
                                 "{option}: “{value}” should be written {expected}."}};

// --- Texts in two languages ---------------------------------------------------------------------
inline constexpr Fault kTextMissing{ErrorKind::kUsage,
                                    "TEXT_MISSING",
                                    {"请用 --{name}-zh 或 --{name}-en（或两者）写明文字。",
                                     "Give the text with --{name}-zh or --{name}-en, or both."}};
inline constexpr Fault kPrevailingMissing{
    ErrorKind::kUsage,
    "PREVAILING_MISSING",
    {"中英文都有时，请用 --prevailing zh、en 或 both 说明以哪种为准。",
     "With both languages, say which one prevails: --prevailing zh, en or both."}};
inline constexpr Fault kPrevailingAbsent{
    ErrorKind::kUsage,
    "PREVAILING_ABSENT",
    {"为准的语言（{value}）没有文字。请用 --{name}-{value} 写明。",
     "The prevailing language ({value}) has no text. Give --{name}-{value}."}};
inline constexpr Fault kSettledByMissing{
    ErrorKind::kUsage,
    "SETTLED_BY",
    {"两种文字同等有效（--prevailing both）时，且仅在此时，须用 --settled-by 写明由谁裁定差异。",
     "Where both texts are equally authentic (--prevailing both), and only there, say with "
     "--settled-by who settles a difference."}};

// --- Tables -------------------------------------------------------------------------------------
inline constexpr Fault kCsvSyntax{
    ErrorKind::kUsage,
    "CSV_SYNTAX",
    {"{file} 第 {line} 行不是正确的 CSV（UTF-8 编码、引号成对）：{reason}",
     "{file}, line {line}: not valid CSV in UTF-8 with paired quotes: {reason}"}};
inline constexpr Fault kCsvColumnUnknown{
    ErrorKind::kUsage,
    "CSV_COLUMN_UNKNOWN",
    {"{file} 的列“{column}”多余或重复。可用的列：{choices}",
     "{file}: the column “{column}” is unknown or comes twice. Columns are: {choices}"}};
inline constexpr Fault kCsvColumnMissing{
    ErrorKind::kUsage,
    "CSV_COLUMN_MISSING",
    {"{file} 缺少列“{column}”。", "{file}: the column “{column}” is missing."}};
inline constexpr Fault kCsvCellCount{
    ErrorKind::kUsage,
    "CSV_CELL_COUNT",
    {"{file} 第 {line} 行有 {value} 格，应有 {expected} 格。含逗号的文字要加引号。",
     "{file}, line {line}: {value} cells where there should be {expected}. Put text with commas in "
     "quotes."}};
inline constexpr Fault kCsvCell{
    ErrorKind::kUsage,
    "CSV_CELL",
    {"{file} 第 {line} 行，列“{column}”：“{value}”不对，应为 {expected}。",
     "{file}, line {line}, column “{column}”: “{value}” does not fit; it should be {expected}."}};
inline constexpr Fault kCsvCellEmpty{
    ErrorKind::kUsage,
    "CSV_CELL_EMPTY",
    {"{file} 第 {line} 行，列“{column}”是空的。请填写，或写明为何没有：{expected}。空格不当作零。",
     "{file}, line {line}, column “{column}” is empty. Fill it in or say why there is none: "
     "{expected}. Empty is not zero."}};
inline constexpr Fault kCsvCodeTwice{
    ErrorKind::kUsage,
    "CSV_CODE_TWICE",
    {"{file} 第 {line} 行的代码“{value}”已在第 {first} 行出现。",
     "{file}, line {line}: the code “{value}” stands in line {first} already."}};
inline constexpr Fault kTranscriptionDiffers{
    ErrorKind::kUsage,
    "TRANSCRIPTION_DIFFERS",
    {"{file} 所写的 transcription_sha256 不是这份表格的，应为 {expected}，或不写。",
     "{file}: transcription_sha256 is not that of the table; it should be {expected}, or left "
     "out."}};

// --- JSON files ---------------------------------------------------------------------------------
inline constexpr Fault kJsonSyntax{ErrorKind::kUsage,
                                   "JSON_SYNTAX",
                                   {"{file} 第 {line} 行不是正确的 JSON：{reason}",
                                    "{file}, line {line}: not valid JSON: {reason}"}};
inline constexpr Fault kJsonUnknownField{
    ErrorKind::kUsage,
    "JSON_UNKNOWN_FIELD",
    {"{file} 第 {line} 行：没有字段“{field}”。此处可用：{choices}",
     "{file}, line {line}: there is no field “{field}”. Here one may write: {choices}"}};
inline constexpr Fault kJsonRepeatedField{
    ErrorKind::kUsage,
    "JSON_REPEATED_FIELD",
    {"{file} 第 {line} 行：字段“{field}”重复，或与同组的另一字段同时出现。",
     "{file}, line {line}: the field “{field}” comes twice, or together with an alternative to "
     "it."}};
inline constexpr Fault kJsonValue{
    ErrorKind::kUsage,
    "JSON_VALUE",
    {"{file} 第 {line} 行：字段“{field}”的值“{value}”不对，应为 {expected}。",
     "{file}, line {line}: “{value}” does not fit the field “{field}”; it should be {expected}."}};

// --- Keys and signing ---------------------------------------------------------------------------
inline constexpr Fault kNoKey{ErrorKind::kUsage,
                              "NO_KEY",
                              {"没有签名用的密钥。请用 --key 文件，或设置 TANJI_KEY。",
                               "There is no key to sign with. Give --key FILE, or set TANJI_KEY."}};
inline constexpr Fault kNoAuthor{
    ErrorKind::kUsage,
    "NO_AUTHOR",
    {"不知道以谁的名义提交：密钥文件没有写明参与方。请用 --author 参与方。",
     "Whose transaction is it? The key file names no participant. Give --author NAME."}};
inline constexpr Fault kAuthorsDiffer{
    ErrorKind::kUsage,
    "AUTHORS_DIFFER",
    {"密钥文件 {file} 属于 {found}，而作者是 {author}。所有签名都须用作者的密钥。",
     "The key file {file} belongs to {found}, but the author is {author}. All signatures are by "
     "keys "
     "of the author."}};
inline constexpr Fault kNotConfirmed{
    ErrorKind::kUsage,
    "NOT_CONFIRMED",
    {"未确认，没有签名，也没有提交。无人值守时请加 --yes。",
     "Not confirmed: nothing was signed or submitted. For unattended use add --yes."}};
inline constexpr Fault kNoTerminal{
    ErrorKind::kUsage,
    "NO_TERMINAL",
    {"这里没有终端可以输入口令。请用 --passphrase-file 文件。",
     "There is no terminal to ask for the passphrase. Give --passphrase-file FILE."}};
inline constexpr Fault kPassphrasesDiffer{ErrorKind::kUsage,
                                          "PASSPHRASES_DIFFER",
                                          {"两次输入的口令不同。", "The two passphrases differ."}};
inline constexpr Fault kPassphraseShort{
    ErrorKind::kUsage,
    "PASSPHRASE_SHORT",
    {"口令太短：至少 {limit} 个字节。", "The passphrase is too short: at least {limit} bytes."}};
inline constexpr Text kAskPassphrase{"密钥 {file} 的口令：", "Passphrase of {file}: "};
inline constexpr Text kAskNewPassphrase{"为 {file} 设定口令：", "New passphrase for {file}: "};
inline constexpr Text kAskPassphraseAgain{"再输入一次：", "The same again: "};
inline constexpr Text kSending{"第 {number} 笔交易，共 {count} 笔",
                               "Transaction {number} of {count}"};
inline constexpr Text kAskToSign{"签名并提交？[y/N] ", "Sign and submit? [y/N] "};
inline constexpr Text kAskToSignOnly{"签名？[y/N] ", "Sign? [y/N] "};

// --- Nodes and trust ----------------------------------------------------------------------------
inline constexpr Fault kNoNode{ErrorKind::kUsage,
                               "NO_NODE",
                               {"没有写明节点。请用 --node 地址:端口，或设置 TANJI_NODE。",
                                "No node is named. Give --node HOST:PORT, or set TANJI_NODE."}};
inline constexpr Fault kPolicyOfAnother{
    ErrorKind::kLocal,
    "POLICY_OF_ANOTHER",
    {"策略文件属于账本 {found}，而不是 {ledger}。",
     "The policy file is for the ledger {found}, not for {ledger}."}};
inline constexpr Fault kChainOfAnother{
    ErrorKind::kUsage,
    "CHAIN_OF_ANOTHER",
    {"这笔交易属于账本 {found}，而这里是 {ledger}。",
     "The transaction is for the ledger {found}, but this is {ledger}."}};
inline constexpr Text kNoteUnverified{
    "注意：未验证（--unverified），以下只是节点 {node} 的说法。",
    "Note: not verified (--unverified); this is only what the node {node} says."};
inline constexpr Text kNoteWaiting{"正在等待节点 {node}…", "Waiting for the node {node} …"};

// --- Results ------------------------------------------------------------------------------------
inline constexpr Text kVerifiedBy{
    "已验证：账本 {ledger}，第 {size} 条为止，{count} 个机构于 {time} 共同签署。",
    "Verified: ledger {ledger}, up to entry {size}, cosigned by {count} at {time}."};
inline constexpr Text kVerifiedOwnClaim{
    "已验证：账本 {ledger}，第 {size} 条为止。时间 {time} 只是单一运营者自己的说法。",
    "Verified: ledger {ledger}, up to entry {size}. The time, {time}, is its only operator's own "
    "claim."};
inline constexpr Text kListIncomplete{
    "每一行都已验证；但“没有遗漏”无法证明。",
    "Every row is proved; that none is missing cannot be proved."};
inline constexpr Text kListComplete{"每一行都已验证，且证明没有遗漏。",
                                    "Every row is proved, and that none is missing."};
inline constexpr Text kExampleScheme{"注意：这是示例，不是正式采用的标准。",
                                     "Note: this is an example, not an adopted standard."};
inline constexpr Text kMorePages{"还有更多：加上 --page-token {token}",
                                 "There is more: add --page-token {token}"};
inline constexpr Text kNothingListed{"没有记录。", "There are none."};
inline constexpr Text kAskedWord{"所问时间", "as at"};
inline constexpr Text kKnownWord{"按当时所知", "as known on"};
inline constexpr Text kError{"错误", "Error"};
inline constexpr Text kWrote{"已写入 {file}。", "Wrote {file}."};

}  // namespace tanji::client::cli
