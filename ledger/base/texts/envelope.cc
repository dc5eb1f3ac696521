// The envelope of a transaction, codes 0-49.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_OK, "已完成。", "Done."},

    {v1::CODE_TRANSACTION_TOO_LARGE,
     "交易有 {size} 字节，上限为 {limit} 字节。请拆成几笔提交。",
     "The transaction has {size} bytes; at most {limit} are allowed. Split it into several."},
    {v1::CODE_TRANSACTION_MALFORMED,
     "收到的字节不是一笔完整的交易。请用客户端重新生成后再提交。",
     "The bytes are not a complete transaction. Build it again with the client and resubmit."},
    {v1::CODE_BODY_MALFORMED,
     "交易正文无法读取。请用与账本版本相符的客户端重新生成并签名。",
     "The body of the transaction cannot be read. Build and sign it again with a client that fits "
     "this ledger's version."},
    {v1::CODE_WRONG_CHAIN,
     "这笔交易是为账本 {value} 签署的，而这里是 {expected}。请为本账本重新签署。",
     "The transaction was signed for the ledger {value}, but this is {expected}. Sign it again for "
     "this ledger."},
    {v1::CODE_EXPIRED,
     "交易已于 {expire_time} 过期，区块时间现为 {block_time}。请设定新的到期时间并重新签署。",
     "The transaction expired at {expire_time}; the block time is {block_time}. Set a new expiry and sign it "
     "again."},
    {v1::CODE_EXPIRES_TOO_LATE,
     "交易到期时间 {expire_time} 过晚：不得晚于区块时间 {block_time} 之后 {lifetime_ms} 毫秒。"
     "请缩短有效期并重新签署。",
     "The expiry {expire_time} lies too far ahead: at most {lifetime_ms} ms after the block time "
     "{block_time}. Choose an earlier one and sign again."},
    {v1::CODE_REPLAYED,
     "同一笔交易在最近 24 小时内已经记录，不会再记一次。请查询它的回执。",
     "This very transaction was recorded within the last 24 hours and is not recorded twice. Look "
     "up its receipt instead."},
    {v1::CODE_NO_OPERATION,
     "交易里没有任何操作。请至少写入一项操作。",
     "The transaction contains no operation. It needs at least one."},
    {v1::CODE_TOO_MANY_OPERATIONS,
     "交易含有 {count} 项操作，上限为 {limit} 项。请拆成几笔提交。",
     "The transaction has {count} operations; at most {limit} are allowed. Split it into several."},
    {v1::CODE_NONCE_LENGTH,
     "nonce 有 {length} 字节，必须正好是 16 个随机字节。",
     "The nonce has {length} bytes; it must be exactly 16 random bytes."},
    {v1::CODE_SIGNATURES_MISSING,
     "交易没有签名。请用作者的密钥签名后再提交。",
     "The transaction bears no signature. Sign it with a key of its author."},
    {v1::CODE_TOO_MANY_SIGNATURES,
     "交易带有 {count} 个签名，上限为 {limit} 个。请只保留所需的签名。",
     "The transaction bears {count} signatures; at most {limit} are allowed. Keep only those that "
     "are needed."},
    {v1::CODE_SIGNATURES_UNSORTED,
     "第 {number} 个签名（从 0 数起）次序不对：签名须按密钥编号升序排列，且同一密钥只签一次。",
     "Signature {number} (counted from 0) is out of order: signatures ascend by key id, and a key "
     "signs once."},
    {v1::CODE_SIGNATURE_MALFORMED,
     "第 {number} 个签名（从 0 数起）格式不对：密钥编号为 32 字节，签名为 64 字节。",
     "Signature {number} (counted from 0) is malformed: a key id has 32 bytes and a signature 64."},
    {v1::CODE_SIGNATURE_FALSE,
     "密钥 {key} 的签名与交易正文不符。正文签署后可能被改动，请重新签名。",
     "The signature of key {key} does not fit the body, which may have been altered after signing. "
     "Sign it again."},
    {v1::CODE_KEY_UNKNOWN,
     "账本上没有密钥 {key}。请先登记这把密钥，收到回执后再使用。",
     "The ledger knows no key {key}. Register it first, and use it once its receipt has come."},
    {v1::CODE_KEY_OF_ANOTHER,
     "密钥 {key} 不属于交易作者 {author}。所有签名都须出自作者自己的密钥。",
     "Key {key} does not belong to the author {author}. Every signature must be by a key of the "
     "author."},
    {v1::CODE_KEY_NOT_IN_FORCE,
     "密钥 {key} 此时无效：尚未生效、已到期、已停用或已申报泄露。请换一把有效的密钥签名。",
     "Key {key} is not in force now: not yet valid, expired, retired or declared compromised. Sign "
     "with a key that is in force."},
    {v1::CODE_SIGNATURE_UNUSED,
     "密钥 {key} 无权签署本交易中的任何操作。请去掉这个签名。",
     "Key {key} may sign for none of the operations of this transaction. Leave its signature out."},
    {v1::CODE_THRESHOLD_NOT_MET,
     "第 {operation} 项操作所需的权限 {permission} 要有 {need} 位不同持有人签名，现有 {have} 位。"
     "请补足签名。",
     "Operation {operation} needs the permission {permission} from {need} different holders; {have} "
     "signed. Have the others sign too."},
    {v1::CODE_AUTHOR_UNKNOWN,
     "账本上没有参与方 {value}。请检查作者名称，或先完成登记。",
     "The ledger has no participant {value}. Check the author's name, or have it registered first."},
    {v1::CODE_AUTHOR_MALFORMED,
     "作者 “{value}” 格式不对，应为 participants/ 加上参与方编号。",
     "The author “{value}” is malformed; it should be participants/ followed by the participant's "
     "id."},
    {v1::CODE_OPERATION_NOT_IN_FORCE,
     "第 {operation} 项操作（从 0 数起）在本账本上尚未启用。请等治理表决启用后再提交。",
     "Operation {operation} (counted from 0) is not yet switched on in this ledger. Submit it after "
     "a ballot has switched it on."},
    {v1::CODE_QUEUE_FULL,
     "节点正忙，暂不接收新交易，什么也没有记录。请稍后原样重新提交。",
     "The node is busy and takes no more transactions at the moment; nothing was recorded. Submit "
     "the same one again a little later."},
    {v1::CODE_NODE_READ_ONLY,
     "这个节点目前只供查询，不接收交易。请改用其他节点，或联系运营方。",
     "This node only answers questions at present and takes no transactions. Use another node, or "
     "ask its operator."},
};
// clang-format on

}  // namespace

std::span<const CodeText> EnvelopeTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
