// tanji product: what a producer sells.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/message_file.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"

namespace tanji::client::cli {
namespace {

constexpr Text kTemplate{
    R"({
  // 编号：小写字母、数字和连字符，在您自己的产品中不重复，登记后不能更改。
  "id": "mango",
  "name": {"zh": "芒果", "en": "Mango", "prevailing": "ZH", "translation": "HUMAN"},
  // CPC 或 HS 类别代码，如 CPC:01316 芒果、CPC:01359 荔枝（CPCD 的归类）、CPC:0113 稻谷。
  "category": "CPC:01316",
  // 有商品条码（GTIN，8、12、13 或 14 位）时加上 "gtin": "…"。
  // 目前只有 kg。
  "unit": "kg"
}
)",
    R"({
  // Lower-case letters, digits and hyphens; unique among your own products; cannot be changed.
  "id": "mango",
  "name": {"zh": "芒果", "en": "Mango", "prevailing": "ZH", "translation": "HUMAN"},
  // A CPC or HS code, such as CPC:01316 mangoes, CPC:01359 lychees (as CPCD has it), CPC:0113 rice.
  "category": "CPC:01316",
  // With a GTIN (8, 12, 13 or 14 digits), add "gtin": "…".
  // Only kg so far.
  "unit": "kg"
}
)"};

Result<Exit> Register(Session& session, const Arguments& arguments) {
  return WriteMessageFile<v1::RegisterProduct>(session, arguments, kTemplate,
                                               [](v1::Operation& operation, const auto& message) {
                                                 *operation.mutable_register_product() = message;
                                               });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_product()->mutable_name(),
               ProductArgument(session, arguments.Get("product")));
  return AskAndShow(session, std::move(question));
}

struct ProductStatus {
  static constexpr Parameter kName{Kind::kArgument,
                                   "product",
                                   "PRODUCT",
                                   {"产品：自己的写编号，别人的写 生产者/编号",
                                    "the product: the id of one's own, or PRODUCER/ID"},
                                   true};
  static Result<std::string> Name(const Session& session, const std::string& argument) {
    return ProductArgument(session, argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_product_status();
    message.set_product(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kRegisterParameters[] = {kMessageFile, kPrintTemplate};
constexpr Parameter kShowParameters[] = {ProductStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kOfProducer, kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<ProductStatus>({
    {"register", {"登记产品", "register a product"}, kRegisterParameters, Register},
    {"show", {"显示产品及其状态", "show a product and its status"}, kShowParameters, Show},
    {"list", {"列出", "list them"}, kListParameters, ListProducts},
});

}  // namespace

constinit const Noun kProductNoun{"product", {"产品", "products"}, kCommands};

}  // namespace tanji::client::cli
