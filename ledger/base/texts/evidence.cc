// Evidence, codes 150-169.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_MEDIA_TYPE_MALFORMED,
     "文件类型 “{value}” 不合规定，应为小写的 类型/子类型，例如 application/pdf。",
     "“{value}” is not a media type; write type/subtype in lower case, such as application/pdf."},
    {v1::CODE_URL_MALFORMED,
     "网址 “{value}” 不合规定，应以 https:// 或 http:// 开头，不含空格和用户名。",
     "“{value}” is not a usable address; it should start with https:// or http:// and contain "
     "neither spaces nor a user name."},
};
// clang-format on

}  // namespace

std::span<const CodeText> EvidenceTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
