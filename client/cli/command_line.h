// From the words on the command line to a command and its arguments.
#pragma once

#include <string>
#include <vector>

#include "client/cli/command.h"

namespace tanji::client::cli {

struct ParsedCommand {
  // Both null: no command was named; only the noun: its verb is missing.
  const Noun* noun = nullptr;
  const Command* command = nullptr;
  Arguments arguments;
};

// `words` without the program's name. Errors are of kind kUsage and name the word at fault. With
// --help or --version nothing else is demanded.
Result<ParsedCommand> ParseCommandLine(const std::vector<std::string>& words);

// The value of --lang if there is one, found before anything else is understood, so that even
// complaints about the command line are in the right language.
std::string LanguageOption(const std::vector<std::string>& words);

// "did you mean": the candidate nearest to `word`, or empty if none is near.
std::string Nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace tanji::client::cli
