// Every fault that the SDK itself finds. Texts say what was wrong, where, and what would be right.
// Commands have further ones beside their code (client/cli); the ledger's are its codes.
#pragma once

#include "client/sdk/error.h"

namespace tanji::client {

// --- Files --------------------------------------------------------------------------------------
inline constexpr Fault kFileUnreadable{
    ErrorKind::kLocal,
    "FILE_UNREADABLE",
    {"无法读取文件 {file}：{reason}。", "Cannot read the file {file}: {reason}."}};
inline constexpr Fault kFileUnwritable{
    ErrorKind::kLocal,
    "FILE_UNWRITABLE",
    {"无法写入 {file}：{reason}。", "Cannot write {file}: {reason}."}};
inline constexpr Fault kFileExists{
    ErrorKind::kLocal,
    "FILE_EXISTS",
    {"文件 {file} 已存在，不会覆盖。请换一个文件名。",
     "The file {file} exists and is not overwritten. Choose another name."}};
inline constexpr Fault kFileTooLarge{
    ErrorKind::kLocal,
    "FILE_TOO_LARGE",
    {"文件 {file} 超过 {limit} 字节，不像是这里需要的文件。",
     "The file {file} has more than {limit} bytes; it is not what is expected here."}};
inline constexpr Fault kFileModeTooWide{
    ErrorKind::kLocal,
    "FILE_MODE",
    {"{file} 含有机密，却可被他人读写或不是普通文件。请执行：chmod 600 {file}",
     "{file} holds a secret, but others may read or write it, or it is no regular file. "
     "Run: chmod 600 {file}"}};

// --- Key files ----------------------------------------------------------------------------------
inline constexpr Fault kKeyFileMalformed{
    ErrorKind::kLocal,
    "KEY_FILE_MALFORMED",
    {"{file} 不是密钥文件，或已损坏：字段 {field} 缺失或有误。请用备份，或用 tanji key new 新建。",
     "{file} is not a key file, or is damaged: field {field} is missing or wrong. Use your backup, "
     "or make a new one with: tanji key new"}};
inline constexpr Fault kKeyFileAltered{
    ErrorKind::kLocal,
    "KEY_FILE_ALTERED",
    {"{file} 的公开部分与私钥不符：文件被改动过。请用备份。",
     "The public part of {file} does not belong to its private key: the file was altered. Use your "
     "backup."}};
inline constexpr Fault kKeyFileMemory{
    ErrorKind::kLocal,
    "KEY_FILE_MEMORY",
    {"打开密钥需要 {bytes} 字节内存，目前不足。",
     "Opening the key takes {bytes} bytes of memory, which cannot be had."}};
inline constexpr Fault kPassphraseWrong{
    ErrorKind::kLocal,
    "PASSPHRASE_WRONG",
    {"口令不对，或 {file} 已损坏。", "The passphrase is wrong, or {file} is damaged."}};
inline constexpr Fault kPassphraseEmpty{
    ErrorKind::kLocal,
    "PASSPHRASE_EMPTY",
    {"口令为空。若确实不要口令保护，请用 --unprotected。",
     "The passphrase is empty. If the key is to have none, say --unprotected."}};

// --- Transactions -------------------------------------------------------------------------------
inline constexpr Fault kBodyNotCanonical{
    ErrorKind::kUsage,
    "NOT_CANONICAL",
    {"交易在 {field}（第 {offset} 字节）处不合规范编码（{rule}），任何节点都会拒绝。请重新生成。",
     "The transaction is not in canonical form at {field} (byte {offset}, {rule}); every node "
     "would "
     "refuse it. Build it again."}};
inline constexpr Fault kSignaturesDiffer{
    ErrorKind::kUsage,
    "SIGNATURES_DIFFER",
    {"密钥 {key} 对同一正文有两个不同的签名，其中至少一个有误。请让持有人重新签署。",
     "There are two different signatures by key {key} over the same body; at least one is false. "
     "Have its holder sign again."}};
inline constexpr Fault kBodiesDiffer{
    ErrorKind::kUsage,
    "BODIES_DIFFER",
    {"这些文件不是同一笔交易：{first} 与 {other}。只能合并同一正文的签名。",
     "The files are not the same transaction: {first} and {other}. Only signatures over one body "
     "can be combined."}};
inline constexpr Fault kNothingToCombine{
    ErrorKind::kUsage,
    "NOTHING_TO_COMBINE",
    {"没有可合并的交易文件。", "There is no transaction file to combine."}};

// --- Trust --------------------------------------------------------------------------------------
inline constexpr Fault kNoHome{
    ErrorKind::kLocal,
    "NO_HOME",
    {"不知道把账本的信任策略存在哪里。请设置 TANJI_HOME 或使用 --home 目录。",
     "There is no directory for the policies you trust. Set TANJI_HOME or give --home DIRECTORY."}};
inline constexpr Fault kNothingTrusted{
    ErrorKind::kLocal,
    "NOTHING_TRUSTED",
    {"{directory} 中还没有信任任何账本。请先执行：tanji trust add 策略文件，"
     "或 tanji trust add --from-node --node 地址:端口",
     "No ledger is trusted yet in {directory}. First run: tanji trust add POLICY_FILE, or "
     "tanji trust add --from-node --node HOST:PORT"}};
inline constexpr Fault kLedgerNotTrusted{
    ErrorKind::kLocal,
    "LEDGER_NOT_TRUSTED",
    {"没有账本 {ledger} 的信任策略。请先执行：tanji trust add 策略文件",
     "No policy is pinned for the ledger {ledger}. First run: tanji trust add POLICY_FILE"}};
inline constexpr Fault kSeveralLedgers{
    ErrorKind::kUsage,
    "SEVERAL_LEDGERS",
    {"已信任多个账本：{ledgers}。请用 --ledger 指明是哪一个。",
     "Several ledgers are trusted: {ledgers}. Say which one with --ledger."}};
inline constexpr Fault kPolicyDiffers{
    ErrorKind::kLocal,
    "POLICY_DIFFERS",
    {"账本 {ledger} 已有另一份信任策略（{file}），不会悄悄替换。核对后若要替换，请加 --replace。",
     "Another policy is pinned for the ledger {ledger} ({file}); it is not replaced silently. When "
     "you have compared the two, add --replace."}};
inline constexpr Fault kPolicyNameless{
    ErrorKind::kLocal,
    "POLICY_LOGS",
    {"策略文件须恰好写明一个账本的日志密钥，这里有 {count} 个不同名称。",
     "A policy file names the log keys of exactly one ledger; this one has {count} different "
     "names."}};

// --- Talking to a node --------------------------------------------------------------------------
inline constexpr Fault kUnreachable{ErrorKind::kUnreachable,
                                    "UNREACHABLE",
                                    {"连不上节点 {node}：{reason}。请检查地址、网络和 TLS 设置。",
                                     "Cannot reach the node {node}: {reason}. Check the address, "
                                     "the network and the TLS settings."}};
inline constexpr Fault kTimeout{
    ErrorKind::kUnreachable,
    "TIMEOUT",
    {"节点 {node} 在 {timeout_ms} 毫秒内没有答复。请稍后再试，或用 --timeout 延长。",
     "The node {node} did not answer within {timeout_ms} ms. Try again later, or wait longer with "
     "--timeout."}};
inline constexpr Fault kNodeFailed{
    ErrorKind::kUnreachable,
    "NODE_FAILED",
    {"节点 {node} 答复了错误（{status}）：{reason}。",
     "The node {node} answered with an error ({status}): {reason}."}};
inline constexpr Fault kNotServed{
    ErrorKind::kUnreachable,
    "NOT_SERVED",
    {"节点 {node} 不提供这项服务：{reason}。它的版本可能较旧。",
     "The node {node} does not offer this: {reason}. It may be of an older version."}};
inline constexpr Fault kTlsPair{
    ErrorKind::kUsage,
    "TLS_PAIR",
    {"客户端证书与私钥须一并给出：--tls-cert 和 --tls-key。",
     "A client certificate comes with its key: give both --tls-cert and --tls-key."}};
inline constexpr Fault kFateUnknown{
    ErrorKind::kUnreachable,
    "FATE_UNKNOWN",
    {"交易 {id} 已发出，但没有收到结果（{reason}）。它可能已经入账。重发是安全的，不会记两次："
     "tanji transaction submit {file}",
     "Transaction {id} was sent, but no result came back ({reason}). It may have been recorded. "
     "Sending it again is safe, it cannot be recorded twice: tanji transaction submit {file}"}};

// --- Nodes that do not tell the truth -----------------------------------------------------------
inline constexpr Fault kWrongTransaction{
    ErrorKind::kUnverified,
    "WRONG_TRANSACTION",
    {"节点的回执属于另一笔交易 {found}，而提交的是 {id}。不要相信这个节点。",
     "The node's receipt is for another transaction, {found}, not for {id}. Do not trust this "
     "node."}};
inline constexpr Fault kEntryMalformed{
    ErrorKind::kUnverified,
    "ENTRY_MALFORMED",
    {"节点给出的日志条目 {index} 无法读取。不要相信这个节点。",
     "Log entry {index}, as the node gave it, cannot be read. Do not trust this node."}};
inline constexpr Fault kWrongIndex{
    ErrorKind::kUnverified,
    "WRONG_INDEX",
    {"节点说条目位于 {index}，证明却指向 {proved}。不要相信这个节点。",
     "The node says the entry is number {index}, but its proof is for {proved}. Do not trust this "
     "node."}};
inline constexpr Fault kProofMissing{
    ErrorKind::kUnverified,
    "PROOF_MISSING",
    {"节点没有为交易 {id} 给出证明。", "The node gave no proof for transaction {id}."}};
inline constexpr Fault kUnverifiedNote{
    ErrorKind::kUnverified,
    "CHECKPOINT_FALSE",
    {"检查点或其证明不成立（{fault}）。不要相信这个答复。",
     "The checkpoint or the proof under it does not hold ({fault}). Do not trust this answer."}};
inline constexpr Fault kCheckpointBehind{
    ErrorKind::kUnverified,
    "CHECKPOINT_BEHIND",
    {"节点给出的检查点有 {size} 条，而您已见过 {known} 条：节点落后，或在隐瞒新记录。",
     "The node's checkpoint covers {size} entries, but you have already seen {known}: the node is "
     "behind, or hides what is new."}};
inline constexpr Fault kForked{
    ErrorKind::kUnverified,
    "FORKED",
    {"账本被改写：{size} 条的检查点与您已验证的 {known} 条检查点矛盾，而两者都有签名。"
     "证据已存入 {file}，请交给各成员机构。",
     "The ledger was rewritten: the checkpoint of {size} entries contradicts the one of {known} "
     "that "
     "you verified earlier, and both are signed. The evidence is in {file}; hand it to the member "
     "organisations."}};
inline constexpr Fault kConsistencyFalse{
    ErrorKind::kUnverified,
    "CONSISTENCY_FALSE",
    {"节点不能证明 {size} 条的日志延续了您已验证的 {known} 条（{check}）。证据已存入 {file}。"
     "请换一个节点再查；若仍如此，账本已被改写。",
     "The node cannot prove that the log of {size} entries continues the {known} that you verified "
     "({check}). The evidence is in {file}. Ask another node; if it is the same there, the ledger "
     "was rewritten."}};
inline constexpr Fault kRowDiffers{
    ErrorKind::kUnverified,
    "ROW_DIFFERS",
    {"节点列出的 {name} 与经证明的记录不符。不要相信这个节点。",
     "{name}, as the node lists it, is not what is proved. Do not trust this node."}};
inline constexpr Fault kAnswerOfAnother{
    ErrorKind::kUnverified,
    "ANSWER_OF_ANOTHER",
    {"节点回答的不是所问的问题。", "The node answered another question than the one asked."}};

}  // namespace tanji::client
