#include "client/cli/draft_import.h"

#include "client/cli/messages.h"
#include "client/cli/writing.h"

namespace tanji::client::cli {
namespace {

constexpr Text kStateWord{"结果", "result"};
constexpr Text kImported{"已导入并公布", "imported and published"};
constexpr Text kThereAlready{"账本上已有同样的内容", "the ledger holds all of this already"};

}  // namespace

Done ConfirmImport(const Session& session, const Sheet& content, const std::string& about) {
  if (session.arguments().Has("yes")) return {};
  session.Warn(content.Print());
  session.Warn(about);
  if (!session.Confirm(kAskToSign)) return kNotConfirmed;
  return {};
}

Result<ImportWriter> ImportWriter::Open(Session& session) {
  TANJI_ASSIGN(Writer writer, Writer::Open(session));
  return ImportWriter(session, std::move(writer));
}

Result<Submitted> ImportWriter::SubmitEach(const std::vector<v1::Operation>& operations,
                                           std::size_t count, v1::Wait wait) {
  std::optional<Submitted> last;
  for (const auto& operation : operations) {
    session_->Progress(session_->Say(
        kSending, {{"number", std::to_string(++sent_)}, {"count", std::to_string(count)}}));
    TANJI_ASSIGN(const OpenTransaction transaction, writer_.Sign({operation}));
    TANJI_ASSIGN(last, writer_.Submit(transaction, wait));
  }
  session_->EndProgress();
  return *std::move(last);
}

void PrintImported(Session& session, Sheet facts, Session::Json json, std::size_t transactions,
                   const Submitted* last) {
  const bool proved = last != nullptr && last->proof != nullptr;
  if (session.json()) {
    json["transactions"] = transactions;
    json["already_there"] = last == nullptr;
    json["verified"] = proved ? VerifiedJson(last->proof->log) : Session::Json();
    session.Print(json);
    return;
  }
  facts.Add(session.Say(kStateWord), session.Say(last == nullptr ? kThereAlready : kImported));
  session.Print(facts.Print());
  if (proved) session.Print(VerifiedLine(session, last->proof->log) + "\n");
}

}  // namespace tanji::client::cli
