#include "client/cli/product_labels/link.h"

#include "client/cli/table.h"
#include "client/sdk/error.h"
#include "client/sheet/gs1_link.h"
#include "ledger/modules/labels/rules.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kBadResolver{
    ErrorKind::kUsage,
    "BAD_RESOLVER",
    {"“{value}”不能用作 --resolver：应为 https://域名[/路径]，不含查询和片段，路径中没有 2 到 4 位"
     "纯数字的段。",
     "“{value}” cannot be a --resolver: it should be https://HOST[/PATH] without query or "
     "fragment, "
     "and no part of the path may be 2 to 4 digits only."}};
constexpr Fault kNoGs1Link{
    ErrorKind::kUsage,
    "NO_GS1_LINK",
    {"不能按 GS1 规则生成链接（{reason}）：请检查产品的 GTIN 和批号，或不用 --resolver。",
     "No link by the rules of GS1 ({reason}): look at the product's GTIN and the lot number, or "
     "leave out --resolver."}};

// GS1 General Specifications, 3.5: AI (21) has at most 20 characters.
constexpr std::size_t kMaxGs1Serial = 20;

std::string LotNumber(const v1::Label& label) {
  return label.lot().substr(label.lot().rfind('/') + 1);
}

// The form is the same for all units of a label, the last of which has the longest number.
bool UnitsFitGs1Serial(const v1::Label& label) {
  const auto last = ledger::FirstUnit(label) + ledger::UnitCount(label) - 1;
  return label.serial().size() + 1 + std::to_string(last).size() <= kMaxGs1Serial;
}

Result<std::string> Gs1Link(const v1::LabelAnswer& answer, const std::string& resolver,
                            std::optional<std::uint64_t> unit) {
  const auto& label = answer.label();
  sheet::Gs1Keys keys{answer.certificate().product().gtin(), LotNumber(label), std::nullopt};
  const bool in_serial = unit && UnitsFitGs1Serial(label);
  if (in_serial) keys.serial = label.serial() + "-" + std::to_string(*unit);
  auto link = sheet::Gs1DigitalLink(resolver, keys);
  if (!link.ok()) {
    return Error(kNoGs1Link, {{"reason", std::string(sheet::ToString(link.fault()))}});
  }
  std::string out = *std::move(link);
  if (in_serial) return out;
  out += "?label=" + label.serial();
  if (unit) out += "&unit=" + std::to_string(*unit);
  return out;
}

// What is between `mark` and `end`; nullopt unless `mark` is there.
std::optional<std::string> After(const std::string& text, std::string_view mark,
                                 std::string_view ends = "") {
  const auto at = text.find(mark);
  if (at == std::string::npos) return std::nullopt;
  const auto rest = text.substr(at + mark.size());
  return rest.substr(0, rest.find_first_of(ends));
}

Scanned TakenApart(const std::string& text, std::size_t at) {
  if (at == std::string::npos) return {text, ""};
  return {text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

Result<std::string> LinkOf(const v1::LabelAnswer& answer, const std::string& ledger,
                           const std::string& resolver, std::optional<std::uint64_t> unit) {
  const auto name = "labels/" + answer.label().serial();
  const auto number = unit ? std::to_string(*unit) : std::string();
  if (resolver.empty()) return ledger + " " + name + (unit ? "#" + number : "");
  if (!sheet::IsResolver(resolver)) return Error(kBadResolver, {{"value", Safe(resolver)}});
  if (!answer.certificate().product().gtin().empty()) return Gs1Link(answer, resolver, unit);
  return resolver + (resolver.ends_with('/') ? "" : "/") + name + (unit ? "/" + number : "");
}

Scanned ReadScanned(const std::string& text) {
  if (const auto serial = After(text, "?label=", "&#")) {
    return {*serial, After(text, "&unit=", "&#").value_or("")};
  }
  if (const auto serial = After(text, "/21/", "/?#")) {
    return TakenApart(*serial, serial->rfind('-'));
  }
  const auto named = After(text, "labels/", "?").value_or(text);
  return TakenApart(named, named.find_first_of("#/"));
}

}  // namespace tanji::client::cli
