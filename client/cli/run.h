// The whole program but for main().
#pragma once

#include <string>
#include <vector>

#include "client/cli/terminal.h"

namespace tanji::client::cli {

// `words` without the program's name. Returns the exit code (help.cc lists them).
int Run(const std::vector<std::string>& words, Terminal& terminal);

// From --lang, else LC_ALL, LC_MESSAGES, LANG: Chinese if the first that is set begins with zh.
Language ChooseLanguage(const std::vector<std::string>& words, const Terminal& terminal);

}  // namespace tanji::client::cli
