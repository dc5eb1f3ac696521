#include "client/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <numeric>

#include "client/cli/commands.h"
#include "client/cli/messages.h"

namespace tanji::client::cli {
namespace {

using Kind = Parameter::Kind;

// CLI11 fills these while it parses; a deque keeps their addresses.
struct Slot {
  const Parameter* parameter;
  std::vector<std::string> values;
  bool flag = false;
};

std::string Dashed(const Parameter& parameter) {
  std::string dashed = std::string("--").append(parameter.name);
  if (parameter.name == "out") dashed += ",-o";
  if (parameter.name == "help") dashed += ",-h";
  return dashed;
}

bool IsByPlace(const Parameter& parameter) {
  return parameter.kind == Kind::kArgument || parameter.kind == Kind::kRest;
}

// All words go through as they are: conversion and choice are checked here, in both languages.
void Declare(CLI::App& app, Slot& slot) {
  const Parameter& parameter = *slot.parameter;
  if (IsByPlace(parameter)) return;  // handed out below
  if (parameter.kind == Kind::kFlag) {
    app.add_flag(Dashed(parameter), slot.flag);
    return;
  }
  // One word each time it is given; given too often is noticed below.
  app.add_option(Dashed(parameter), slot.values)
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

bool IsAmong(std::string_view value, std::string_view choices) {
  while (!choices.empty()) {
    const auto bar = choices.find('|');
    if (value == choices.substr(0, bar)) return true;
    if (bar == std::string_view::npos) return false;
    choices.remove_prefix(bar + 1);
  }
  return false;
}

std::string Shown(const Parameter& parameter) {
  return IsByPlace(parameter) ? std::string(parameter.value)
                              : std::string("--").append(parameter.name);
}

Done Collect(const Slot& slot, Arguments& arguments) {
  const Parameter& parameter = *slot.parameter;
  if (parameter.kind == Kind::kFlag) {
    if (slot.flag) arguments.Add(parameter.name, "true");
    return {};
  }
  if (parameter.kind == Kind::kOption && slot.values.size() > 1) {
    return Error(kOptionTwice, {{"option", Shown(parameter)}});
  }
  for (const auto& value : slot.values) {
    const bool is_choice = parameter.value.find('|') != std::string_view::npos;
    if (is_choice && !IsAmong(value, parameter.value)) {
      return Error(kNotAChoice, {{"option", Shown(parameter)},
                                 {"value", value},
                                 {"choices", std::string(parameter.value)}});
    }
    arguments.Add(parameter.name, value);
  }
  return {};
}

// Slots of one command, and the global ones.
class Slots {
 public:
  void Declare(CLI::App& app, std::span<const Parameter> parameters) {
    for (const auto& parameter : parameters) {
      slots_.push_back({&parameter, {}, false});
      cli::Declare(app, slots_.back());
    }
  }
  // Gives the words that are no options to the parameters by place, in their order; the last of
  // them takes all that are left if it may. Returns a word that nobody takes.
  std::optional<std::string> HandOut(const std::vector<std::string>& words) {
    std::size_t next = 0;
    for (auto& slot : slots_) {
      if (!IsByPlace(*slot.parameter)) continue;
      const bool rest = slot.parameter->kind == Kind::kRest;
      while (next < words.size() && (rest || slot.values.empty())) {
        slot.values.push_back(words[next++]);
      }
    }
    if (next == words.size()) return std::nullopt;
    return words[next];
  }
  Done CollectInto(Arguments& arguments) const {
    for (const auto& slot : slots_) TANJI_TRY(Collect(slot, arguments));
    return {};
  }

 private:
  std::deque<Slot> slots_;
};

const Noun* FindNoun(std::string_view name) {
  for (const auto* noun : AllNouns()) {
    if (noun->name == name) return noun;
  }
  return nullptr;
}

Error UnknownWord(const Fault& fault, std::string_view word,
                  const std::vector<std::string>& candidates) {
  return Error(fault, {{"word", std::string(word)}, {"nearest", Nearest(word, candidates)}});
}

Error UnknownNoun(std::string_view word) {
  std::vector<std::string> names;
  for (const auto* noun : AllNouns()) names.emplace_back(noun->name);
  return UnknownWord(kUnknownCommand, word, names);
}

Error UnknownVerb(const Noun& noun, std::string_view word) {
  std::vector<std::string> names;
  for (const auto& command : noun.commands) names.emplace_back(command.verb);
  const std::string nearest = Nearest(word, names);
  return Error(kUnknownCommand,
               {{"word", std::string(noun.name).append(" ").append(word)},
                {"nearest",
                 nearest.empty() ? nearest : std::string(noun.name).append(" ").append(nearest)}});
}

Error UnknownOption(std::string_view word, const Command* command) {
  std::vector<std::string> names;
  const auto add = [&](std::span<const Parameter> parameters) {
    for (const auto& parameter : parameters) {
      if (!IsByPlace(parameter)) {
        names.push_back("--" + std::string(parameter.name));
      }
    }
  };
  add(GlobalOptions());
  add(WritingOptions());
  if (command != nullptr) add(command->parameters);
  return UnknownWord(kUnknownOption, word, names);
}

Done CheckRequired(const Command& command, const Arguments& arguments) {
  for (const auto& parameter : command.parameters) {
    if (parameter.required && !arguments.Has(parameter.name)) {
      return Error(kArgumentMissing, {{"argument", Shown(parameter)}});
    }
  }
  return {};
}

// The parser for one command; the nouns and verbs before it have been taken off the words.
Result<Arguments> ParseWords(const Command* command, std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag("");
  app.allow_extras();
  Slots slots;
  slots.Declare(app, GlobalOptions());
  slots.Declare(app, WritingOptions());
  if (command != nullptr) slots.Declare(app, command->parameters);
  std::vector<std::string> by_place;
  app.add_option("words", by_place)->expected(0, -1);
  std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
  try {
    app.parse(words);
  } catch (const CLI::ArgumentMismatch& wrong) {
    // Its text begins with the option's name.
    const std::string what = wrong.what();
    return Error(kValueMissing, {{"option", what.substr(0, what.find_first_of(": "))}});
  } catch (const CLI::ParseError& wrong) {
    return Error(kCommandLine, {{"reason", wrong.what()}});
  }
  const auto unknown = app.remaining();
  if (!unknown.empty()) return UnknownOption(unknown.front(), command);
  if (const auto surplus = slots.HandOut(by_place)) {
    return Error(kSurplusWord, {{"word", *surplus}});
  }
  Arguments arguments;
  TANJI_TRY(slots.CollectInto(arguments));
  return arguments;
}

// Index of the first word from `from` on that is neither an option nor an option's value.
std::size_t NextPlain(const std::vector<std::string>& words, std::size_t from) {
  const auto takes_value = [](std::string_view word) {
    if (word == "-o") return true;
    for (const auto options : {GlobalOptions(), WritingOptions()}) {
      for (const auto& option : options) {
        if (word.starts_with("--") && word.substr(2) == option.name) {
          return option.kind != Kind::kFlag;
        }
      }
    }
    return false;
  };
  while (from < words.size() && words[from].starts_with("-"))
    from += takes_value(words[from]) ? 2 : 1;
  return std::min(from, words.size());
}

}  // namespace

std::string Nearest(std::string_view word, const std::vector<std::string>& candidates) {
  // Levenshtein distance, row by row.
  const auto distance = [](std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
      std::size_t diagonal = std::exchange(row[0], i);
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t above = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
        diagonal = above;
      }
    }
    return row.back();
  };
  std::string nearest;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  if (word.size() > 64) return nearest;
  for (const auto& candidate : candidates) {
    const std::size_t d = distance(word, candidate);
    if (d < least) {
      least = d;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string LanguageOption(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang" && i + 1 < words.size()) return words[i + 1];
    if (words[i].starts_with("--lang=")) return words[i].substr(7);
  }
  return "";
}

Result<ParsedCommand> ParseCommandLine(const std::vector<std::string>& words) {
  ParsedCommand parsed;
  std::vector<std::string> rest = words;
  const std::size_t at = NextPlain(rest, 0);
  if (at < rest.size()) {
    parsed.noun = FindNoun(rest[at]);
    if (parsed.noun == nullptr) return UnknownNoun(rest[at]);
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
  }
  if (parsed.noun != nullptr && parsed.noun->commands.front().verb.empty()) {
    parsed.command = &parsed.noun->commands.front();
  } else if (parsed.noun != nullptr) {
    const std::size_t verb_at = NextPlain(rest, at);
    if (verb_at < rest.size()) {
      for (const auto& command : parsed.noun->commands) {
        if (command.verb == rest[verb_at]) parsed.command = &command;
      }
      if (parsed.command == nullptr) return UnknownVerb(*parsed.noun, rest[verb_at]);
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(verb_at));
    }
  }
  TANJI_ASSIGN(parsed.arguments, ParseWords(parsed.command, std::move(rest)));
  const bool only_told = parsed.arguments.Has("help") || parsed.arguments.Has("version");
  if (parsed.command != nullptr && !only_told) {
    TANJI_TRY(CheckRequired(*parsed.command, parsed.arguments));
  }
  return parsed;
}

}  // namespace tanji::client::cli
