// A command as data. Every noun has one file with one table of its verbs; parsing (command_line.h),
// help (help.h) and shell completion (completion.h) are made from the tables, so a command is
// described once. commands.h is the list of all of them.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/sdk/result.h"

namespace tanji::client::cli {

class Session;

// What a script sees. 1 to 5 are the kinds of errors (ErrorKind); never renumbered.
enum class Exit : int {
  kOk = 0,
  // Verified, and the answer is no: not registered, not in force, refused in the past.
  kNo = 6,
};

struct Parameter {
  enum class Kind {
    kArgument,  // by place
    kRest,      // by place, one or more
    kOption,    // --name VALUE
    kRepeated,  // --name VALUE, any number of times
    kFlag,      // --name
  };
  Kind kind;
  // Without dashes, such as `title-zh`. Arguments by place are named alike.
  std::string_view name;
  // What stands for the value in help: FILE (completed with file names), NAME, TIME; or the values
  // to choose from, separated by '|', which parsing enforces and completion offers. Empty: a flag.
  std::string_view value;
  Text help;
  bool required = false;
};

// The values given, by parameter name. Whatever was not given is absent.
class Arguments {
 public:
  void Add(std::string_view name, std::string value) {
    values_[std::string(name)].push_back(std::move(value));
  }
  bool Has(std::string_view name) const { return values_.find(name) != values_.end(); }
  // The last one given; empty if none was.
  std::string Get(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::string() : found->second.back();
  }
  std::optional<std::string> Find(std::string_view name) const {
    if (!Has(name)) return std::nullopt;
    return Get(name);
  }
  std::vector<std::string> All(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

struct Command {
  // Empty: the noun itself is the command.
  std::string_view verb;
  Text help;
  std::span<const Parameter> parameters;
  Result<Exit> (*run)(Session&, const Arguments&);
};

struct Noun {
  std::string_view name;
  Text help;
  std::span<const Command> commands;
};

}  // namespace tanji::client::cli
