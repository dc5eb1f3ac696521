#include "client/cli/commands.h"

namespace tanji::client::cli {
namespace {

using Kind = Parameter::Kind;

constexpr const Noun* kNouns[] = {
    &kKeyNoun,        &kParticipantNoun, &kDocumentNoun,    &kBallotNoun,     &kAccreditationNoun,
    &kLicenceNoun,    &kGwpNoun,         &kDatasetNoun,     &kFactorNoun,     &kSchemeNoun,
    &kFacilityNoun,   &kProductNoun,     &kLotNoun,         &kYieldBoundNoun, &kFootprintNoun,
    &kCorrectionNoun, &kStatementNoun,   &kCertificateNoun, &kLabelNoun,      &kTransactionNoun,
    &kLogNoun,        &kProveNoun,       &kVerifyNoun,      &kPolicyNoun,     &kTrustNoun,
    &kNodeNoun,       &kCompletionNoun,
};

constexpr Parameter kGlobal[] = {
    {Kind::kOption,
     "node",
     "HOST:PORT",
     {"要询问的节点；默认取 TANJI_NODE，其次取信任账本时记下的节点",
      "node to ask; by default TANJI_NODE, else the one remembered with the ledger"}},
    {Kind::kOption,
     "ledger",
     "CHAIN",
     {"账本编号；只信任一个账本时可省略", "chain id; not needed while you trust one ledger only"}},
    {Kind::kOption,
     "policy",
     "FILE",
     {"用这份信任策略代替已保存的策略", "believe this policy file instead of the pinned one"}},
    {Kind::kOption,
     "home",
     "DIRECTORY",
     {"保存信任策略和检查点的目录；默认取 TANJI_HOME 或 ~/.local/share/tanji",
      "where policies and checkpoints are kept; TANJI_HOME or ~/.local/share/tanji"}},
    {Kind::kOption, "output", "table|json", {"输出形式：表格或 JSON", "form of the output"}},
    {Kind::kOption,
     "lang",
     "zh|en",
     {"语言；默认按 LC_ALL、LC_MESSAGES、LANG",
      "language; by default from LC_ALL, LC_MESSAGES, LANG"}},
    {Kind::kOption,
     "offset",
     "±HH:MM",
     {"日期和时间按此时差读写，默认 +08:00（也可设 TANJI_OFFSET）",
      "offset from UTC in which dates and times are read and shown; +08:00, or TANJI_OFFSET"}},
    {Kind::kOption,
     "timeout",
     "DURATION",
     {"每次请求（含重试）最多等多久，如 30s；默认 60s",
      "longest wait for one request, retries included, such as 30s; by default 60s"}},
    {Kind::kOption,
     "tls-ca",
     "FILE",
     {"验证节点证书的 CA 文件（PEM）", "CA of the node's certificate (PEM)"}},
    {Kind::kOption,
     "tls-cert",
     "FILE",
     {"本客户端的证书（PEM）", "certificate of this client (PEM)"}},
    {Kind::kOption,
     "tls-key",
     "FILE",
     {"本客户端证书的私钥（PEM，0600）", "its private key (PEM, 0600)"}},
    {Kind::kFlag,
     "plaintext",
     "",
     {"对非本机节点也不用 TLS，仅限可信网络",
      "no TLS even to another machine; within a network you trust"}},
    {Kind::kFlag,
     "unverified",
     "",
     {"不验证提交结果和日志，直接显示节点所说。仅供排查问题；查询的答复总要验证",
      "show what the node says of transactions and the log without checking; for finding faults. "
      "Answers are always checked"}},
    {Kind::kFlag, "quiet", "", {"不显示进度和提示", "no progress and no notes"}},
    {Kind::kFlag, "help", "", {"显示说明", "show help"}},
    {Kind::kFlag, "version", "", {"显示版本", "show the version"}},
};

constexpr Parameter kWriting[] = {
    {Kind::kRepeated,
     "key",
     "FILE",
     {"签名用的密钥文件，可多次给出；默认取 TANJI_KEY",
      "key file to sign with, repeatable; by default TANJI_KEY"}},
    {Kind::kOption,
     "passphrase-file",
     "FILE",
     {"从此文件（0600）读口令，供无人值守使用",
      "read the passphrase from this file (0600), for unattended use"}},
    {Kind::kOption,
     "author",
     "NAME",
     {"以谁的名义提交；默认取密钥文件中的参与方",
      "participant that submits; by default the key file's"}},
    {Kind::kOption,
     "expire",
     "DURATION",
     {"交易有效期，最长 24h，默认 10m；与 --out 同用时默认 24h",
      "how long the transaction may wait, at most 24h; 10m, or 24h with --out"}},
    {Kind::kOption,
     "out",
     "FILE",
     {"只生成并签名，存入文件而不提交，供他人会签",
      "build and sign only: write the transaction to a file for others to sign"}},
    {Kind::kOption,
     "wait",
     "committed|quorum",
     {"等到写入本节点，或等到足够机构共同签署（默认）",
      "until the node has stored it, or until a quorum has cosigned it (default)"}},
    {Kind::kFlag, "yes", "", {"签名前不再询问", "sign without asking"}},
};

}  // namespace

std::span<const Noun* const> AllNouns() {
  return kNouns;
}
std::span<const Parameter> GlobalOptions() {
  return kGlobal;
}
std::span<const Parameter> WritingOptions() {
  return kWriting;
}

}  // namespace tanji::client::cli
