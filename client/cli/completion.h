// The script that lets bash complete nouns, verbs, options and their values.
#pragma once

#include <string>

namespace tanji::client::cli {

std::string BashCompletion();

}  // namespace tanji::client::cli
