// How the crash loop gives up: at once, from any thread, with the evidence left where it is.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

namespace tanji::crash {

// What a failure says besides: how to run the same again and where the evidence is, and the end of
// the node's log. Called once, before there are threads.
void SetFailureNote(std::string note, std::string log_file);

// Prints all that and ends the process with exit code 1. The node ends with us.
[[noreturn]] void FailWith(std::string_view message);

template <class... Args>
[[noreturn]] void Fail(fmt::format_string<Args...> format, Args&&... args) {
  FailWith(fmt::format(format, std::forward<Args>(args)...));
}

template <class... Args>
void Require(bool holds, fmt::format_string<Args...> format, Args&&... args) {
  if (!holds) Fail(format, std::forward<Args>(args)...);
}

}  // namespace tanji::crash
