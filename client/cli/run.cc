#include "client/cli/run.h"

#include "client/cli/command_line.h"
#include "client/cli/help.h"
#include "client/cli/messages.h"
#include "client/cli/session.h"

namespace tanji::client::cli {
namespace {

// "key new", or what was named of it.
std::string CommandName(const ParsedCommand& parsed) {
  std::string name;
  if (parsed.noun != nullptr) name = parsed.noun->name;
  if (parsed.command != nullptr && !parsed.command->verb.empty()) {
    name.append(" ").append(parsed.command->verb);
  }
  return name;
}

// Values come from files and nodes: what they contain must not control the terminal.
Error Safely(const Error& error) {
  Error safe = error;
  for (const auto& [name, value] : error.detail()) safe.Set(name, Safe(value));
  return safe;
}

int PrintError(const Error& error, bool json, Language language, Terminal& terminal) {
  if (json) {
    nlohmann::ordered_json detail = nlohmann::ordered_json::object();
    for (const auto& [name, value] : error.detail()) detail[name] = value;
    const nlohmann::ordered_json object{{"error",
                                         {{"name", error.name()},
                                          {"exit_code", static_cast<int>(error.kind())},
                                          {"message", error.Message(language)},
                                          {"detail", detail}}}};
    *terminal.err << object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
  } else {
    *terminal.err << Say(kError, language) << " [" << error.name() << "] "
                  << Safely(error).Message(language) << "\n";
  }
  return static_cast<int>(error.kind());
}

// A usage error, with the word that was probably meant.
int PrintUsageError(Error error, Language language, Terminal& terminal) {
  for (const auto& [name, value] : error.detail()) {
    if (name != "nearest") continue;
    const std::string hint = value.empty() ? "" : Say(kDidYouMean, language, {{"nearest", value}});
    error.Set("nearest", hint);
    break;
  }
  return PrintError(error, /*json=*/false, language, terminal);
}

}  // namespace

Language ChooseLanguage(const std::vector<std::string>& words, const Terminal& terminal) {
  const std::string option = LanguageOption(words);
  if (!option.empty()) return option == "zh" ? Language::kZh : Language::kEn;
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const auto value = terminal.variable(name)) {
      return value->starts_with("zh") ? Language::kZh : Language::kEn;
    }
  }
  return Language::kEn;
}

int Run(const std::vector<std::string>& words, Terminal& terminal) {
  const Language language = ChooseLanguage(words, terminal);
  const auto parsed = ParseCommandLine(words);
  if (!parsed.ok()) return PrintUsageError(parsed.error(), language, terminal);
  if (parsed->arguments.Has("version")) {
    *terminal.out << "tanji " << TANJI_VERSION << "\n";
    return 0;
  }
  if (parsed->arguments.Has("help") || parsed->noun == nullptr) {
    *terminal.out << HelpFor(*parsed, language);
    return parsed->noun == nullptr && !parsed->arguments.Has("help")
               ? static_cast<int>(ErrorKind::kUsage)
               : 0;
  }
  const bool json = parsed->arguments.Get("output") == "json";
  if (parsed->command == nullptr) {
    *terminal.err << HelpFor(*parsed, language);
    return PrintError(Error(kVerbMissing, {{"noun", std::string(parsed->noun->name)}}), json,
                      language, terminal);
  }
  auto session = Session::Start(parsed->arguments, terminal, language);
  if (!session.ok()) return PrintError(session.error(), json, language, terminal);
  const auto exit = parsed->command->run(**session, parsed->arguments);
  (*session)->EndProgress();
  terminal.out->flush();
  if (exit.ok()) return static_cast<int>(*exit);
  const int code = PrintError(exit.error(), json, language, terminal);
  if (exit.error().kind() == ErrorKind::kUsage && !json) {
    *terminal.err << Say(kSeeHelp, language, {{"command", CommandName(*parsed)}}) << "\n";
  }
  return code;
}

}  // namespace tanji::client::cli
