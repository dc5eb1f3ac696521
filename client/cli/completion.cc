// tanji completion: words that a shell may offer, made from the tables of commands.
#include "client/cli/completion.h"

#include "client/cli/commands.h"
#include "client/cli/session.h"

namespace tanji::client::cli {
namespace {

using Kind = Parameter::Kind;

void AppendOptions(std::string& words, std::span<const Parameter> parameters) {
  for (const auto& parameter : parameters) {
    if (parameter.kind == Kind::kArgument || parameter.kind == Kind::kRest) continue;
    words.append(words.empty() ? "--" : " --").append(parameter.name);
  }
}

// "--output) words='table json' ;;" for each option with choices; files for FILE and DIRECTORY.
void AppendValueCases(std::string& script, std::span<const Parameter> parameters) {
  for (const auto& parameter : parameters) {
    if (parameter.kind != Kind::kOption && parameter.kind != Kind::kRepeated) continue;
    script.append("    --").append(parameter.name);
    if (parameter.name == "out") script.append("|-o");
    script.append(") ");
    if (parameter.value.find('|') != std::string_view::npos) {
      std::string choices(parameter.value);
      for (char& c : choices) c = c == '|' ? ' ' : c;
      script.append("COMPREPLY=($(compgen -W '").append(choices).append("' -- \"$word\"))");
    } else if (parameter.value == "FILE" || parameter.value == "DIRECTORY") {
      script.append("COMPREPLY=($(compgen -f -- \"$word\"))");
    } else {
      script.append("COMPREPLY=()");
    }
    script.append("; return ;;\n");
  }
}

bool TakesFile(const Command& command) {
  for (const auto& parameter : command.parameters) {
    const bool by_place = parameter.kind == Kind::kArgument || parameter.kind == Kind::kRest;
    if (by_place && parameter.value.find("FILE") != std::string_view::npos) return true;
  }
  return false;
}

// "'key new') options='--holder …'; files=1 ;;"
void AppendCommandCase(std::string& script, const Noun& noun, const Command& command) {
  std::string options;
  AppendOptions(options, command.parameters);
  script.append("    '").append(noun.name);
  if (!command.verb.empty()) script.append(" ").append(command.verb);
  script.append("') options='").append(options).append("'");
  if (TakesFile(command)) script.append("; files=1");
  script.append(" ;;\n");
}

std::string Verbs(const Noun& noun) {
  std::string verbs;
  for (const auto& command : noun.commands) {
    verbs.append(verbs.empty() ? "" : " ").append(command.verb);
  }
  return verbs;
}

Result<Exit> Print(Session& session, const Arguments&) {
  session.Print(BashCompletion());
  return Exit::kOk;
}

constexpr Parameter kParameters[] = {
    {Kind::kArgument, "shell", "bash", {"shell 的种类：bash", "which shell: bash"}, true},
};
constexpr Command kCommands[] = {
    {"",
     {"打印 bash 补全脚本：source <(tanji completion bash)",
      "print a completion script: source <(tanji completion bash)"},
     kParameters,
     Print},
};

}  // namespace

std::string BashCompletion() {
  std::string nouns, verb_cases, command_cases, value_cases, globals;
  for (const auto* noun : AllNouns()) {
    nouns.append(nouns.empty() ? "" : " ").append(noun->name);
    const std::string verbs = Verbs(*noun);
    if (!verbs.empty()) {
      verb_cases.append("    ")
          .append(noun->name)
          .append(") verbs='")
          .append(verbs)
          .append("' ;;\n");
    }
    for (const auto& command : noun->commands) {
      AppendCommandCase(command_cases, *noun, command);
      AppendValueCases(value_cases, command.parameters);
    }
  }
  AppendOptions(globals, GlobalOptions());
  AppendOptions(globals, WritingOptions());
  AppendValueCases(value_cases, GlobalOptions());
  AppendValueCases(value_cases, WritingOptions());
  return "# bash completion for tanji; made by: tanji completion bash\n"
         "_tanji() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
         "  local noun='' verb='' verbs='' options='' files='' i\n"
         "  case \"$previous\" in\n" +
         value_cases +
         "  esac\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    [[ ${COMP_WORDS[i]} == -* ]] && continue\n"
         "    if [[ -z $noun ]]; then noun=${COMP_WORDS[i]}\n"
         "    elif [[ -z $verb ]]; then verb=${COMP_WORDS[i]}; fi\n"
         "  done\n"
         "  if [[ -z $noun ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         nouns + " " + globals +
         "' -- \"$word\")); return\n"
         "  fi\n"
         "  case \"$noun\" in\n" +
         verb_cases +
         "  esac\n"
         "  if [[ -n $verbs && -z $verb ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$verbs\" -- \"$word\")); return\n"
         "  fi\n"
         "  [[ -z $verbs ]] && verb=''\n"
         "  case \"${noun}${verb:+ $verb}\" in\n" +
         command_cases +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options " +
         globals +
         "\" -- \"$word\"))\n"
         "  elif [[ -n $files ]]; then\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _tanji tanji\n";
}

constinit const Noun kCompletionNoun{"completion", {"命令补全", "shell completion"}, kCommands};

}  // namespace tanji::client::cli
