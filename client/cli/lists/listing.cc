#include "client/cli/lists/listing.h"

#include "client/cli/labels.h"
#include "client/sdk/faults.h"
#include "ledger/answers/answer.h"

namespace tanji::client::cli {
namespace {

constexpr Text kProving{"正在验证第 {number} 行，共 {count} 行", "Proving row {number} of {count}"};
constexpr Text kNodeListsNone{"节点没有列出任何记录。", "The node lists none."};
constexpr Text kEmptyIncomplete{"“没有遗漏”无法证明。", "That none is missing cannot be proved."};
constexpr Text kEmptyComplete{"已证明没有遗漏。", "It is proved that none is missing."};

}  // namespace

void Listing::Add(std::vector<std::string> cells, Session::Json json) {
  AddLine(std::move(cells));
  AddJson(std::move(json));
}

void Listing::Progress(int number, int count) {
  session_.Progress(session_.Say(
      kProving, {{"number", std::to_string(number)}, {"count", std::to_string(count)}}));
}

Result<Exit> Listing::Print(const std::string& next_page_token) {
  const auto& oldest = checkpoints_.oldest();
  if (session_.json()) {
    session_.Print(Session::Json{{"rows", rows_},
                                 {"next_page_token", next_page_token},
                                 {"complete", complete_},
                                 {"verified", oldest ? VerifiedJson(*oldest) : Session::Json()}});
    return Exit::kOk;
  }
  const bool empty = table_.empty();
  if (empty) {
    session_.Note(session_.Say(kNodeListsNone));
  } else {
    session_.Print(table_.Print());
  }
  if (oldest) session_.Print(VerifiedLine(session_, *oldest) + "\n");
  if (empty) {
    session_.Note(session_.Say(complete_ ? kEmptyComplete : kEmptyIncomplete));
  } else {
    session_.Note(session_.Say(complete_ ? kListComplete : kListIncomplete));
  }
  if (!next_page_token.empty()) {
    session_.Note(session_.Say(kMorePages, {{"token", Safe(next_page_token)}}));
  }
  return Exit::kOk;
}

Error Differs(const std::string& name) {
  return Error(kRowDiffers, {{"name", Safe(name)}});
}

Result<v1::Answer> Prove(Client& client, Listing& listing, const v1::Question& question,
                         const std::string& name) {
  if (!ledger::CheckQuestion(question).ok() || !listing.TakeName(name)) return Differs(name);
  TANJI_ASSIGN(const Answered answered, Ask(client, question));
  if (!answered.verified.answer.found()) return Differs(name);
  listing.Add(answered.verified.checkpoint);
  return answered.verified.answer;
}

std::string EffectiveStatus(const Session& session, const v1::StatusAnswer& own, bool in_force) {
  const bool others = !in_force && own.kind() == v1::STATUS_KIND_IN_FORCE;
  return EnumWord(others ? v1::STATUS_KIND_UNSPECIFIED : own.kind(), session.style());
}

}  // namespace tanji::client::cli
