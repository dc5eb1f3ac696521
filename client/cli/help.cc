#include "client/cli/help.h"

#include "client/cli/commands.h"
#include "client/cli/table.h"

namespace tanji::client::cli {
namespace {

using Kind = Parameter::Kind;

constexpr Text kAbout{
    "碳籍 Tanji：碳账户、产品碳足迹与绿色标识的共同账本。查询结果先验证证明，再显示。",
    "Tanji, the shared ledger of carbon accounts, product footprints and green labels. What is "
    "shown has been verified first."};
constexpr Text kUsage{"用法：", "Usage: "};
constexpr Text kCommandsHead{"命令：", "Commands:"};
constexpr Text kArgumentsHead{"参数：", "Arguments:"};
constexpr Text kOptionsHead{"选项：", "Options:"};
constexpr Text kWritingHead{"签名和提交时的选项：", "Options for signing and submitting:"};
constexpr Text kGlobalHead{"通用选项：", "Options everywhere:"};
constexpr Text kMore{"每个命令的说明：tanji 命令 --help",
                     "More about a command: tanji COMMAND --help"};
constexpr Text kExitCodes{
    "退出码：0 成功；1 用法或输入文件有误；2 账本拒绝；3 证明或验证不成立；4 节点无法答复；"
    "5 本机文件或密钥有问题；6 已验证，答案为否（未登记、无效）。",
    "Exit codes: 0 done; 1 usage or input file; 2 refused by the ledger; 3 proof or verification "
    "failed; 4 no answer from the node; 5 local file or key; 6 verified, and the answer is no (not "
    "registered, not in force)."};

bool IsByPlace(const Parameter& parameter) {
  return parameter.kind == Kind::kArgument || parameter.kind == Kind::kRest;
}

std::string Spelling(const Parameter& parameter) {
  if (IsByPlace(parameter)) return std::string(parameter.value);
  std::string text = parameter.name == "out"    ? "-o, --out"
                     : parameter.name == "help" ? "-h, --help"
                                                : "--" + std::string(parameter.name);
  if (parameter.kind != Kind::kFlag) text.append(" ").append(parameter.value);
  return text;
}

std::string Rows(const Text& head, std::span<const Parameter> parameters, bool by_place,
                 Language language) {
  Sheet sheet;
  bool any = false;
  for (const auto& parameter : parameters) {
    if (IsByPlace(parameter) != by_place) continue;
    sheet.Add(Spelling(parameter), std::string(parameter.help.In(language)), 1);
    any = true;
  }
  return any ? "\n" + std::string(head.In(language)) + "\n" + sheet.Print() : "";
}

std::string UsageLine(const Noun& noun, const Command& command) {
  std::string line = "tanji " + std::string(noun.name);
  if (!command.verb.empty()) line.append(" ").append(command.verb);
  for (const auto& parameter : command.parameters) {
    if (!IsByPlace(parameter)) {
      if (!parameter.required) continue;
      line += " " + Spelling(parameter);
      continue;
    }
    const std::string dots = parameter.kind == Kind::kRest ? "…" : "";
    line += parameter.required ? " " + std::string(parameter.value) + dots
                               : " [" + std::string(parameter.value) + dots + "]";
  }
  return line + " [--…]";
}

std::string HelpForCommand(const Noun& noun, const Command& command, Language language) {
  return std::string(command.help.In(language)) + "\n\n" + std::string(kUsage.In(language)) +
         UsageLine(noun, command) + "\n" +
         Rows(kArgumentsHead, command.parameters, /*by_place=*/true, language) +
         Rows(kOptionsHead, command.parameters, /*by_place=*/false, language) +
         Rows(kWritingHead, WritingOptions(), /*by_place=*/false, language) +
         Rows(kGlobalHead, GlobalOptions(), /*by_place=*/false, language);
}

std::string HelpForNoun(const Noun& noun, Language language) {
  Sheet sheet;
  for (const auto& command : noun.commands) {
    sheet.Add(std::string(noun.name) + " " + std::string(command.verb),
              std::string(command.help.In(language)), 1);
  }
  return std::string(kUsage.In(language)) + "tanji " + std::string(noun.name) + " …\n\n" +
         std::string(kCommandsHead.In(language)) + "\n" + sheet.Print() + "\n" +
         std::string(kMore.In(language)) + "\n";
}

std::string HelpForAll(Language language) {
  Sheet sheet;
  for (const auto* noun : AllNouns()) {
    std::string verbs;
    for (const auto& command : noun->commands) {
      verbs.append(verbs.empty() ? "" : ", ").append(command.verb);
    }
    std::string help(noun->help.In(language));
    if (!verbs.empty()) help += ": " + verbs;
    sheet.Add(std::string(noun->name), help, 1);
  }
  return std::string(kAbout.In(language)) + "\n\n" + std::string(kUsage.In(language)) +
         "tanji COMMAND [VERB] …\n\n" + std::string(kCommandsHead.In(language)) + "\n" +
         sheet.Print() + Rows(kGlobalHead, GlobalOptions(), /*by_place=*/false, language) + "\n" +
         std::string(kExitCodes.In(language)) + "\n\n" + std::string(kMore.In(language)) + "\n";
}

}  // namespace

std::string HelpFor(const ParsedCommand& parsed, Language language) {
  if (parsed.command != nullptr) return HelpForCommand(*parsed.noun, *parsed.command, language);
  if (parsed.noun != nullptr) return HelpForNoun(*parsed.noun, language);
  return HelpForAll(language);
}

}  // namespace tanji::client::cli
