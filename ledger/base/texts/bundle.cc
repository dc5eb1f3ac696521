// Verification of proof bundles, codes 900-979.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_BUNDLE_TOO_LARGE,
     "证明文件有 {size} 字节，上限为 {limit} 字节。请向节点重新索取。",
     "The proof file has {size} bytes; at most {limit} are allowed. Ask the node for a new one."},
    {v1::CODE_BUNDLE_MALFORMED,
     "证明文件在字段 “{field}”（第 {offset} 字节）处格式有误（{value}），不予采信。",
     "The proof file is malformed in field “{field}” at byte {offset} ({value}) and is not "
     "believed."},
    {v1::CODE_QUESTION_MALFORMED,
     "提问有误：{field} 的值 “{value}” 不合规定，应为 {expected}。",
     "The question is malformed: {field} is “{value}”, but should be {expected}."},
    {v1::CODE_EFFECTIVE_AFTER_KNOWN,
     "所问时间 {effective_time} 晚于所依据的知悉时间 {known_time}。对尚未发生的事无法回答。",
     "The question asks about {effective_time} as known at {known_time}. The time asked about must not lie after "
     "what is known."},
    {v1::CODE_KNOWN_AFTER_BLOCK,
     "知悉时间 {known_time} 晚于证明所在区块的时间 {block_time}。请改用更早的时间，或索取更新的证明。",
     "The question asks what was known at {known_time}, after the proof's block time {block_time}. Choose an "
     "earlier time or ask for a newer proof."},
    {v1::CODE_BLOCK_ENTRY_MALFORMED,
     "证明文件中的区块记录格式有误（{value}），不予采信。",
     "The block entry in the proof file is malformed ({value}) and is not believed."},
    {v1::CODE_LOG_PROOF_MALFORMED,
     "日志证明格式有误（{value}），不予采信。",
     "The log proof is malformed ({value}) and is not believed."},
    {v1::CODE_LOG_PROOF_FALSE,
     "日志证明不成立（{value}）：检查点所签的日志中没有这条记录。不要采信。",
     "The log proof does not hold ({value}): the entry is not in the log that the checkpoint signs. "
     "Do not believe it."},
    {v1::CODE_BLOCK_NOT_NEWEST,
     "证明取自第 {value} 条记录，而不是最新的第 {expected} 条，可能隐去了后来的变更。请索取新的证明。",
     "The proof is of entry {value} and not of the newest, {expected}; it may hide what changed "
     "since. Ask for a new one."},
    {v1::CODE_CHECKPOINT_MALFORMED,
     "检查点格式有误（{value}），不予采信。",
     "The checkpoint is malformed ({value}) and is not believed."},
    {v1::CODE_CHECKPOINT_WRONG_LOG,
     "检查点不属于策略文件所针对的账本 {expected}。请换用相应账本的策略文件。",
     "The checkpoint is not of {expected}, the ledger that the policy file is for. Use the policy "
     "file of the right ledger."},
    {v1::CODE_CHECKPOINT_SIGNATURE_FALSE,
     "检查点上有伪造的签名（{value}）。不要采信。",
     "A signature on the checkpoint is false ({value}). Do not believe it."},
    {v1::CODE_CHECKPOINT_NO_QUORUM,
     "检查点的签名未达到策略要求（{value}），应为 {expected}。",
     "The checkpoint is not signed as the policy demands ({value}); it needs {expected}."},
    {v1::CODE_CHECKPOINT_EXTRA_SIGNATURE,
     "检查点上有策略未要求的签名（{value}），不予采信。",
     "The checkpoint bears a signature that the policy does not ask for ({value}) and is not "
     "believed."},
    {v1::CODE_POLICY_MALFORMED,
     "策略文件格式有误（{value}）。请向可信的机构重新索取。",
     "The policy file is malformed ({value}). Get it again from an organisation you trust."},
    {v1::CODE_STATE_PROOF_MALFORMED,
     "状态证明格式有误（{value}），不予采信。",
     "The state proof is malformed ({value}) and is not believed."},
    {v1::CODE_STATE_PROOF_FALSE,
     "状态证明不成立（{value}）：账本在该区块并不持有这些记录。不要采信。",
     "The state proof does not hold ({value}): the ledger did not hold these records at that block. "
     "Do not believe it."},
    {v1::CODE_RECORD_MISSING,
     "证明文件缺少回答所需的记录（键 {key}），不予采信。",
     "The proof file lacks a record that the answer needs (key {key}) and is not believed."},
    {v1::CODE_RECORD_UNUSED,
     "证明文件含有回答用不到的记录（键 {key}），不予采信。",
     "The proof file holds a record that the answer does not use (key {key}) and is not believed."},
    {v1::CODE_RECORD_MALFORMED,
     "证明文件中的记录无法读取（{value}），不予采信。",
     "A record in the proof file cannot be read ({value}); the file is not believed."},
    {v1::CODE_BUNDLE_TOO_OLD,
     "这份证明签署于 {signed_time}，早于所能接受的 {oldest_time}。请索取新的证明。",
     "The proof was signed at {signed_time}, earlier than {oldest_time}, the oldest accepted. Ask for a new "
     "one."},
    {v1::CODE_BUNDLE_FROM_FUTURE,
     "这份证明的签署时间 {signed_time} 晚于本机时间 {now_time}。请检查本机时钟。",
     "The proof says it was signed at {signed_time}, later than this machine's time {now_time}. Check the "
     "clock of this machine."},
    {v1::CODE_SUBJECT_NOT_FOUND,
     "账本上没有 {value}：经证明，该区块中不存在这条记录。请检查名称。",
     "The ledger does not hold {value}: the proof shows that there is no such record at that block. "
     "Check the name."},
    {v1::CODE_QUESTION_MISMATCH,
     "节点回答的不是所提的问题。请改用其他节点。",
     "The node answered another question than the one asked. Use another node."},
    {v1::CODE_TILE_ALTERED,
     "日志分块 {value} 的内容与检查点不符，可能已被改动。",
     "The tile {value} of the log does not agree with the checkpoint; it may have been altered."},
    {v1::CODE_RECEIPT_MISMATCH,
     "节点给出的回执与所提交的交易不符。不要采信，请向其他节点核对。",
     "The node's receipt does not fit the transaction that was submitted. Do not believe it; check "
     "with another node."},
};
// clang-format on

}  // namespace

std::span<const CodeText> BundleTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
