// A node that cannot answer now, codes 980-999.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_PROOF_WINDOW_PASSED,
     "所问的历史时点已超出节点能够出具证明的范围（约一小时）。请改问最新状态。",
     "The moment asked about is further back than the node can prove (about an hour). Ask about the "
     "newest state instead."},
    {v1::CODE_NO_QUORUM_YET,
     "最新记录尚未得到足够机构的共同签署。请稍后再试。",
     "Not enough organisations have cosigned the newest entries yet. Try again shortly."},
    {v1::CODE_BEHIND_MIN_SIZE,
     "节点的日志有 {value} 条，尚未达到所要求的 {expected} 条。请稍后再试或改用其他节点。",
     "The node's log has {value} entries and has not reached the {expected} asked for. Try again "
     "shortly, or use another node."},
    {v1::CODE_PAGE_TOKEN_MALFORMED,
     "翻页标记不合规定。请原样使用上一页返回的标记，或从第一页开始。",
     "The page token is not valid. Use the one that the previous page gave, or start from the "
     "first page."},
    {v1::CODE_PAGE_SIZE_OUT_OF_RANGE,
     "每页 {value} 条超出上限 {limit} 条。",
     "A page of {value} items is too long; at most {limit} are allowed."},
};
// clang-format on

}  // namespace

std::span<const CodeText> NodeTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
