// The command line as such: parsing, help, languages, completion, exit codes of misuse.
#include "client/cli/command_line.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <set>

#include "client/cli/commands.h"
#include "client/cli/completion.h"
#include "tests/client/cli/harness.h"

namespace tanji::client::cli {
namespace {

using PKind = Parameter::Kind;

ParsedCommand Parse(std::vector<std::string> words) {
  auto parsed = ParseCommandLine(words);
  EXPECT_TRUE(parsed.ok()) << parsed.error().Message(Language::kEn);
  return *std::move(parsed);
}
std::string Fault(std::vector<std::string> words) {
  const auto parsed = ParseCommandLine(words);
  return parsed.ok() ? "" : parsed.error().name();
}

TEST(ParseCommandLine, OptionsMayStandAnywhere) {
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"--lang", "zh", "document", "show", "ab"},
                                             {"document", "--lang", "zh", "show", "ab"},
                                             {"document", "show", "--lang=zh", "ab"},
                                             {"document", "show", "ab", "--lang", "zh"}}) {
    const auto parsed = Parse(words);
    EXPECT_EQ(parsed.noun->name, "document");
    EXPECT_EQ(parsed.command->verb, "show");
    EXPECT_EQ(parsed.arguments.Get("document"), "ab");
    EXPECT_EQ(parsed.arguments.Get("lang"), "zh");
  }
}

TEST(ParseCommandLine, RepeatsOnlyWhatMayBeRepeated) {
  const auto parsed = Parse({"document", "list", "--key", "a", "--key", "b"});
  EXPECT_EQ(parsed.arguments.All("key"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(Fault({"document", "list", "--node", "a", "--node", "b"}), "OPTION_TWICE");
}

TEST(ParseCommandLine, TakesAnyNumberOfFiles) {
  const auto parsed = Parse({"transaction", "combine", "a", "b", "c", "-o", "d"});
  EXPECT_EQ(parsed.arguments.All("files"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(parsed.arguments.Get("out"), "d");
}

TEST(ParseCommandLine, AValueMayBeginWithADash) {
  EXPECT_EQ(Parse({"document", "list", "--page-token=-x"}).arguments.Get("page-token"), "-x");
  EXPECT_EQ(Parse({"verify", "-"}).arguments.Get("file"), "-");
}

TEST(ParseCommandLine, SaysWhatIsWrong) {
  EXPECT_EQ(Fault({"documnet"}), "UNKNOWN_COMMAND");
  EXPECT_EQ(Fault({"document", "shwo"}), "UNKNOWN_COMMAND");
  EXPECT_EQ(Fault({"document", "show", "a", "--frob"}), "UNKNOWN_OPTION");
  EXPECT_EQ(Fault({"document", "show", "a", "b"}), "SURPLUS_WORD");
  EXPECT_EQ(Fault({"document", "show"}), "ARGUMENT_MISSING");
  EXPECT_EQ(Fault({"document", "list", "--node"}), "VALUE_MISSING");
  EXPECT_EQ(Fault({"document", "list", "--output", "xml"}), "NOT_A_CHOICE");
  EXPECT_EQ(Fault({"ballot", "vote", "b", "maybe"}), "NOT_A_CHOICE");
  EXPECT_EQ(Fault({"licence", "grant", "--certifier", "c"}), "ARGUMENT_MISSING");
}

TEST(Nearest, FindsTypingErrorsOnly) {
  const std::vector<std::string> names = {"document", "participant", "key"};
  EXPECT_EQ(Nearest("documnet", names), "document");
  EXPECT_EQ(Nearest("kye", names), "key");
  EXPECT_EQ(Nearest("zzzzzzzz", names), "");
}

// --- The tables --------------------------------------------------------------------------------

TEST(Tables, NamesAreUniqueAndDoNotHideEachOther) {
  std::set<std::string_view> nouns, shared;
  for (const auto options : {GlobalOptions(), WritingOptions()}) {
    for (const auto& option : options) EXPECT_TRUE(shared.insert(option.name).second);
  }
  for (const auto* noun : AllNouns()) {
    EXPECT_TRUE(nouns.insert(noun->name).second) << noun->name;
    ASSERT_FALSE(noun->commands.empty());
    std::set<std::string_view> verbs;
    for (const auto& command : noun->commands) {
      EXPECT_TRUE(verbs.insert(command.verb).second) << noun->name << " " << command.verb;
      EXPECT_NE(command.run, nullptr);
      std::set<std::string_view> names = shared;
      bool optional_seen = false;
      for (const auto& parameter : command.parameters) {
        EXPECT_TRUE(names.insert(parameter.name).second)
            << noun->name << " " << command.verb << " --" << parameter.name;
        EXPECT_EQ(parameter.value.empty(), parameter.kind == PKind::kFlag) << parameter.name;
        if (parameter.kind != PKind::kArgument) continue;
        EXPECT_FALSE(parameter.required && optional_seen) << parameter.name;
        optional_seen |= !parameter.required;
      }
    }
  }
}

TEST(Help, IsThereForEveryCommandInBothLanguages) {
  Harness harness;
  for (const auto* noun : AllNouns()) {
    for (const auto& command : noun->commands) {
      std::vector<std::string> words = {std::string(noun->name)};
      if (!command.verb.empty()) words.emplace_back(command.verb);
      words.push_back("--help");
      for (const auto* const language : {"zh", "en"}) {
        harness.variables["LANG"] = language;
        const auto run = harness.Run(words);
        EXPECT_EQ(run.code, 0) << noun->name << " " << command.verb;
        for (const auto& parameter : command.parameters) {
          const bool zh = std::string_view(language) == "zh";
          EXPECT_NE(run.out.find(parameter.help.In(zh ? Language::kZh : Language::kEn)),
                    std::string::npos)
              << parameter.name;
        }
      }
    }
  }
  EXPECT_EQ(harness.node.calls, 0);
}

TEST(Help, OfNothingIsMisuseUnlessItWasAskedFor) {
  Harness harness;
  EXPECT_EQ(harness.Run("--help").code, 0);
  EXPECT_EQ(harness.Run("").code, 1);
  const auto noun = harness.Run("document");
  EXPECT_EQ(noun.code, 1);
  EXPECT_NE(noun.err.find("document register"), std::string::npos);
  EXPECT_EQ(harness.Run("--version").out.substr(0, 6), "tanji ");
}

TEST(Language, FollowsTheOptionThenTheLocale) {
  Harness harness;
  harness.variables["LANG"] = "zh_CN.UTF-8";
  EXPECT_NE(harness.Run("documnet").err.find("没有"), std::string::npos);
  EXPECT_NE(harness.Run("documnet --lang en").err.find("There is no"), std::string::npos);
  harness.variables["LC_ALL"] = "en_US.UTF-8";
  EXPECT_NE(harness.Run("documnet").err.find("There is no"), std::string::npos);
  harness.variables.clear();
  EXPECT_NE(harness.Run("documnet --lang zh").err.find("您是否想用：document"), std::string::npos);
}

// --- Completion --------------------------------------------------------------------------------

// What bash offers for a line whose last word is being written.
std::string Complete(const std::string& words, int current) {
  TemporaryDirectory directory;
  const std::string script = directory / "tanji.bash";
  EXPECT_TRUE(WriteFile(script, BashCompletion(), Overwrite::kNo).ok());
  const std::string command = "bash -c 'set -u; source " + script + "; COMP_WORDS=(" + words +
                              "); COMP_CWORD=" + std::to_string(current) +
                              "; COMPREPLY=(); _tanji; echo \"${COMPREPLY[*]-}\"' 2>&1";
  FILE* const pipe = popen(command.c_str(), "r");
  std::string out;
  char buffer[4096];
  while (fgets(buffer, sizeof buffer, pipe) != nullptr) out += buffer;
  EXPECT_EQ(pclose(pipe), 0) << out;
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

TEST(Completion, OffersNounsVerbsOptionsAndValues) {
  EXPECT_EQ(Complete("tanji doc", 1), "document");
  EXPECT_EQ(Complete("tanji document re", 2), "register");
  EXPECT_EQ(Complete("tanji document register --vis", 3), "--visibility");
  EXPECT_EQ(Complete("tanji document register --visibility re", 4), "restricted");
  EXPECT_EQ(Complete("tanji --output j", 2), "json");
  EXPECT_EQ(Complete("tanji verify --max", 2), "--max-age");
  EXPECT_EQ(Complete("tanji document register --title-zh x", 4), "");
}

}  // namespace
}  // namespace tanji::client::cli
