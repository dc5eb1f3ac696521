// tanji log: the log itself, for auditors and monitors.
#include <limits>

#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/json_message.h"
#include "client/cli/labels.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/writing.h"
#include "client/sdk/faults.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kBeyondEnd{ErrorKind::kUsage,
                           "BEYOND_END",
                           {"日志只有 {size} 条，没有第 {index} 条。",
                            "The log has {size} entries; there is no entry {index}."}};
constexpr Text kFollowed{"日志从已验证的 {known} 条延续到 {size} 条，没有改写。",
                         "The log continues from the {known} entries verified earlier to {size}; "
                         "nothing was rewritten."};
constexpr Text kFirstSeen{
    "首次见到这个日志，有 {size} 条；今后都从这里核对。",
    "First sight of this log, {size} entries; from now on it is followed from here."};
constexpr Text kIndexWord{"序号", "index"};
constexpr Text kKindWord{"类别", "kind"};
constexpr Text kWhatWord{"内容", "content"};
constexpr Text kByWord{"提交人", "author"};
constexpr Text kResultWord{"结果", "result"};
constexpr Text kBlockWord{"区块", "block"};
constexpr Text kGenesisWord{"创世", "genesis"};
constexpr Text kTransactionWord{"交易", "transaction"};
constexpr Text kHeightAt{"高度 {height}，{time}", "height {height}, {time}"};
constexpr Text kRootWord{"根", "root"};
constexpr Text kSizeWord{"条数", "size"};
constexpr Text kTimeWord{"签署时间", "cosigned"};
constexpr Text kWatching{"从第 {index} 条起等候新条目，按 Ctrl-C 结束。",
                         "Watching from entry {index} on; Ctrl-C ends it."};

// One entry, taken apart.
struct OpenEntry {
  v1::LogEntry entry;
  v1::TransactionBody body;  // of a transaction
  std::string id;            // of a transaction, in hex
};

Result<OpenEntry> Open(const ProvedEntry& proved) {
  OpenEntry open;
  const Error malformed(kEntryMalformed, {{"index", std::to_string(proved.index)}});
  if (!open.entry.ParseFromString(proved.entry)) return malformed;
  if (open.entry.has_transaction()) {
    v1::Transaction transaction;
    if (!transaction.ParseFromString(open.entry.transaction().transaction()) ||
        !open.body.ParseFromString(transaction.body())) {
      return malformed;
    }
    open.id = TransactionId(transaction.body()).Hex();
  }
  return open;
}

std::string OperationNames(const v1::TransactionBody& body, const Style& style) {
  std::string out;
  for (const auto& operation : body.operations()) {
    const auto* const arm = operation.GetReflection()->GetOneofFieldDescriptor(
        operation, v1::Operation::descriptor()->oneof_decl(0));
    out += (out.empty() ? "" : ", ") + (arm != nullptr ? FieldWord(*arm, style.language) : "?");
  }
  return out;
}

// Index, kind, content, author, result.
std::vector<std::string> Row(const Session& session, std::uint64_t index, const OpenEntry& open) {
  const auto& entry = open.entry;
  if (entry.has_block()) {
    return {std::to_string(index), session.Say(kBlockWord),
            session.Say(kHeightAt, {{"height", std::to_string(entry.block().height())},
                                    {"time", session.Time(entry.block().time())}}),
            "", ""};
  }
  if (entry.has_genesis()) {
    return {std::to_string(index), session.Say(kGenesisWord), Safe(entry.genesis().chain_id()), "",
            ""};
  }
  return {std::to_string(index), session.Say(kTransactionWord),
          OperationNames(open.body, session.style()), Safe(open.body.author()),
          ledger::CodeName(entry.transaction().receipt().code())};
}

Session::Json JsonOf(std::uint64_t index, const OpenEntry& open) {
  Session::Json json{{"index", index}};
  if (!open.entry.has_transaction()) {
    json["entry"] = ToJson(open.entry);
    return json;
  }
  json["transaction_id"] = open.id;
  json["body"] = ToJson(open.body);
  json["receipt"] = ToJson(open.entry.transaction().receipt());
  return json;
}

std::vector<std::string> Headers(const Session& session) {
  return {session.Say(kIndexWord), session.Say(kKindWord), session.Say(kWhatWord),
          session.Say(kByWord), session.Say(kResultWord)};
}

// --- Commands -----------------------------------------------------------------------------------

Result<Exit> Checkpoint(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const auto log, client->Refresh());
  if (const auto out = arguments.Find("out")) {
    TANJI_ASSIGN(const auto note, client->home().Checkpoint());
    TANJI_TRY(WriteFile(*out, note.value_or(""), Overwrite::kNo));
    session.Note(session.Say(kWrote, {{"file", Safe(*out)}}));
  }
  if (session.json()) {
    session.Print(VerifiedJson(log));
    return Exit::kOk;
  }
  Sheet sheet;
  sheet.Add(session.Say(kSizeWord), std::to_string(log.checkpoint.size));
  sheet.Add(session.Say(kRootWord), log.checkpoint.root.Hex());
  sheet.Add(session.Say(kTimeWord), session.Time(static_cast<std::int64_t>(log.time) * 1000));
  session.Print(sheet.Print() + VerifiedLine(session, log) + "\n");
  return Exit::kOk;
}

Result<Exit> Verify(Session& session, const Arguments&) {
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const std::uint64_t known, client->MinSize());
  TANJI_ASSIGN(const auto log, client->Refresh());
  if (session.json()) {
    auto json = VerifiedJson(log);
    json["known_size"] = known;
    session.Print(json);
    return Exit::kOk;
  }
  session.Print(session.Say(known == 0 ? kFirstSeen : kFollowed,
                            {{"known", std::to_string(known)},
                             {"size", std::to_string(log.checkpoint.size)}}) +
                "\n" + VerifiedLine(session, log) + "\n");
  return Exit::kOk;
}

Result<Exit> Entry(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::uint64_t index,
               NumberArgument(arguments.Get("index"), "N", 0, INT64_MAX));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const auto entries, client->Entries(index, 1));
  if (entries.empty()) {
    TANJI_ASSIGN(const std::uint64_t size, client->MinSize());
    return Error(kBeyondEnd, {{"index", std::to_string(index)}, {"size", std::to_string(size)}});
  }
  TANJI_ASSIGN(const OpenEntry open, Open(entries.front()));
  if (session.json()) {
    session.Print(JsonOf(index, open));
    return Exit::kOk;
  }
  Sheet sheet;
  if (open.entry.has_transaction()) {
    v1::LogEntry outer = open.entry;
    TANJI_ASSIGN(const OpenTransaction transaction,
                 ParseTransaction(outer.transaction().transaction()));
    sheet.Append(RenderTransaction(transaction, session.style()), 0);
    sheet.Add(session.Say(kResultWord),
              Safe(ledger::Render(outer.transaction().receipt().code(), {}, session.language())));
  } else {
    sheet.Append(RenderMessage(open.entry, session.style()), 0);
  }
  session.Print(sheet.Print());
  return Exit::kOk;
}

Result<Exit> Entries(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::uint64_t first,
               NumberArgument(arguments.Find("from").value_or("0"), "--from", 0, INT64_MAX));
  TANJI_ASSIGN(const std::uint64_t count,
               NumberArgument(arguments.Find("count").value_or("20"), "--count", 1, 1000));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const auto entries, client->Entries(first, static_cast<std::uint32_t>(count)));
  Table table(Headers(session));
  auto json = Session::Json::array();
  for (const auto& entry : entries) {
    TANJI_ASSIGN(const OpenEntry open, Open(entry));
    table.Add(Row(session, entry.index, open));
    json.push_back(JsonOf(entry.index, open));
  }
  if (session.json()) {
    session.Print(Session::Json{{"entries", json}});
  } else if (table.empty()) {
    session.Note(session.Say(kNothingListed));
  } else {
    session.Print(table.Print());
  }
  return Exit::kOk;
}

// Prints each entry as it comes, one line each, once it is proved.
class Watcher {
 public:
  Watcher(Session& session, Client& client, std::uint64_t remaining)
      : session_(session), client_(client), remaining_(remaining) {}

  // False: stop.
  bool Take(const v1::WatchResponse& event) {
    error_ = Show(event);
    next_ = event.next_index();
    return error_.ok() && --remaining_ > 0;
  }
  const Done& error() const { return error_; }
  std::uint64_t next() const { return next_; }

 private:
  Done Show(const v1::WatchResponse& event) {
    if (session_.verifies()) TANJI_TRY(client_.CheckEntry(event.index(), event.entry()));
    TANJI_ASSIGN(const OpenEntry open, Open({event.index(), event.entry()}));
    if (session_.json()) {
      // One object per line, so that a script can read while it goes on.
      session_.Print(JsonOf(event.index(), open).dump() + "\n");
      return {};
    }
    std::string line;
    for (const auto& cell : Row(session_, event.index(), open)) line += cell + "  ";
    line.erase(line.find_last_not_of(' ') + 1);
    session_.Print(line + "\n");
    return {};
  }

  Session& session_;
  Client& client_;
  std::uint64_t remaining_;
  std::uint64_t next_ = 0;
  Done error_;
};

Result<Exit> Watch(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(Client* const client, session.client());
  v1::WatchRequest request;
  if (const auto author = arguments.Find("by")) {
    TANJI_ASSIGN(*request.mutable_author(), ParticipantArgument(*author));
  }
  if (const auto from = arguments.Find("from")) {
    TANJI_ASSIGN(const std::uint64_t index, NumberArgument(*from, "--from", 0, INT64_MAX));
    request.set_from_index(index);
  } else {
    TANJI_ASSIGN(const auto log, client->Refresh());
    request.set_from_index(log.checkpoint.size);
  }
  std::uint64_t count = std::numeric_limits<std::uint64_t>::max();
  if (const auto given = arguments.Find("count")) {
    TANJI_ASSIGN(count, NumberArgument(*given, "--count", 1, INT64_MAX));
  }
  session.Note(session.Say(kWatching, {{"index", std::to_string(request.from_index())}}));
  Watcher watcher(session, *client, count);
  const auto take = [&](const v1::WatchResponse& event) { return watcher.Take(event); };
  // A stream that breaks is taken up where it ended, as long as it brings anything.
  const auto watch = [&](std::int64_t) -> Done {
    const std::uint64_t before = watcher.next();
    if (before != 0) request.set_from_index(before);
    return client->node().Watch(request, take);
  };
  while (true) {
    const std::uint64_t before = watcher.next();
    const Done done = Retrier(session.retry(), session.terminal().pacing).Run(watch);
    TANJI_TRY(watcher.error());
    if (done.ok()) return Exit::kOk;
    if (!done.error().retryable() || watcher.next() == before) return done.error();
  }
}

constexpr Parameter kIndexParameter[] = {
    {Kind::kArgument, "index", "N", {"条目序号，从 0 起", "number of the entry, from 0"}, true},
};
constexpr Parameter kEntriesParameters[] = {
    {Kind::kOption, "from", "N", {"从第几条起，默认 0", "first entry; by default 0"}},
    {Kind::kOption,
     "count",
     "N",
     {"条数，1 到 1000，默认 20", "how many, 1 to 1000; by default 20"}},
};
constexpr Parameter kWatchParameters[] = {
    {Kind::kOption,
     "from",
     "N",
     {"从第几条起；默认只看新的", "first entry; by default only new ones"}},
    {Kind::kOption, "by", "PARTICIPANT", {"只看此参与方提交的", "only of this author"}},
    {Kind::kOption,
     "count",
     "N",
     {"看到几条后结束；默认一直等候", "end after so many; by default never"}},
};

constexpr Command kCommands[] = {
    {"checkpoint",
     {"最新检查点（可用 --out 存下）", "the newest checkpoint (--out keeps it)"},
     {},
     Checkpoint},
    {"verify",
     {"核对日志自上次以来没有改写", "follow the log from what was verified last to now"},
     {},
     Verify},
    {"entry",
     {"显示一条，并证明它在日志里", "show one entry, proved to be in the log"},
     kIndexParameter,
     Entry},
    {"entries", {"列出若干条，逐条证明", "list entries, each proved"}, kEntriesParameters, Entries},
    {"watch",
     {"等候新条目，逐条证明后显示", "show new entries as they come, each proved"},
     kWatchParameters,
     Watch},
};

}  // namespace

constinit const Noun kLogNoun{"log", {"日志", "the log"}, kCommands};

}  // namespace tanji::client::cli
