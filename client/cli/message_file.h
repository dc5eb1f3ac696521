// Commands that write one message from a JSON file, and print an example of it when asked.
#pragma once

#include "client/cli/json_message.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {

inline constexpr Parameter kMessageFile{
    Kind::kArgument,
    "file",
    "FILE",
    {"JSON 文件，见 --print-template", "JSON file, see --print-template"}};

// The message of FILE.
template <class Message>
Result<Message> ReadMessageFile(const Session& session, const Arguments& arguments) {
  const JsonSource source{arguments.Get("file"), session.style().offset};
  if (source.file.empty()) return Error(kArgumentMissing, {{"argument", "FILE"}});
  Message message;
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_TRY(ReadJsonMessage(text, source, message));
  return message;
}

// With --print-template prints `example`; else `fill_in(operation, message)` puts the message of
// FILE where it belongs.
template <class Message, class FillIn>
Result<Exit> WriteMessageFile(Session& session, const Arguments& arguments, const Text& example,
                              FillIn fill_in) {
  if (arguments.Has("print-template")) {
    session.Print(session.Say(example));
    return Exit::kOk;
  }
  TANJI_ASSIGN(const auto message, ReadMessageFile<Message>(session, arguments));
  return WriteOperation(session, [&](v1::Operation& operation) { fill_in(operation, message); });
}

}  // namespace tanji::client::cli
