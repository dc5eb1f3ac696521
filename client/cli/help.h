// `--help`, made from the tables of commands.
#pragma once

#include <string>

#include "client/cli/command_line.h"

namespace tanji::client::cli {

// Of everything, of a noun, or of one command, whichever was named.
std::string HelpFor(const ParsedCommand& parsed, Language language);

}  // namespace tanji::client::cli
