#include "client/cli/reading.h"

#include "client/cli/certificates/answer_sheet.h"
#include "client/cli/footprints/answer_sheet.h"
#include "client/cli/goods.h"
#include "client/cli/json_message.h"
#include "client/cli/labels.h"
#include "client/cli/messages.h"
#include "client/cli/product_labels/answer_sheet.h"
#include "client/cli/statement_sheet.h"
#include "client/cli/threshold.h"
#include "client/cli/time_text.h"
#include "client/cli/writing.h"
#include "crypto/hash/hex.h"
#include "ledger/base/names.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::client::cli {
namespace {

constexpr Text kAnswerWord{"答复", "answer"};
constexpr Text kYesWord{"有效", "in force"};
constexpr Text kNoWord{"不在有效状态（本身：{status}）", "not in force (its own status: {status})"};
constexpr Text kRegisteredWord{"已登记", "registered"};
constexpr Text kNotYetWord{"当时尚未登记，或其签名已不算数",
                           "not registered by then, or its signatures no longer count"};
constexpr Text kNotFoundWord{"账本上没有（已证明）", "not in the ledger (proved)"};
constexpr Text kRecordsWord{"记录", "records"};
constexpr Text kSubjectWord{"对象", "subject"};
constexpr Text kNoThresholdWord{"没有限值", "no threshold"};
constexpr Text kHistoryNote{"这是历史情况，不是最新状态。",
                            "This shows history, not the newest state."};
constexpr Text kLabelledWord{"带有 {scheme} 的标识（千克）", "bears labels of {scheme} (kg)"};
constexpr Text kLeftWord{"现余（千克）", "left now (kg)"};
constexpr Text kAbsentRecord{"（没有）", "(none)"};
constexpr Text kKeyWord{"密钥", "key"};
constexpr Text kHolderWord{"持有人", "holder"};
constexpr Text kMayWord{"可签署事项", "may sign for"};
constexpr Text kStatusWord{"状态", "status"};
constexpr Text kUntilWord{"失效时间", "until"};
constexpr Text kVotesWord{"投票", "votes"};
constexpr Text kNoVote{"尚未投票", "has not voted"};
constexpr Text kVoteAt{"{vote}（{time}）", "{vote} ({time})"};

// The message that is set in the oneof of `message`; nullptr where none is.
const google::protobuf::Message* SetIn(const google::protobuf::Message& message) {
  const auto& reflection = *message.GetReflection();
  const auto* const arm =
      reflection.GetOneofFieldDescriptor(message, message.GetDescriptor()->oneof_decl(0));
  return arm == nullptr ? nullptr : &reflection.GetMessage(message, arm);
}

// Every question but the one about records names its subject.
std::string SubjectName(const v1::Question& question) {
  if (question.has_records()) return std::to_string(question.records().keys_size());
  const auto* const asked = SetIn(question);
  if (asked == nullptr) return "";
  return asked->GetReflection()->GetString(*asked, asked->GetDescriptor()->FindFieldByName("name"));
}

// The subject's own status, whatever that of others makes of it; documents, corrections and records
// have none.
v1::StatusKind OwnStatus(const v1::Answer& answer) {
  const auto* const subject = SetIn(answer);
  const auto* const status =
      subject ? subject->GetDescriptor()->FindFieldByName("status") : nullptr;
  if (status == nullptr) return v1::STATUS_KIND_UNSPECIFIED;
  const auto& message = subject->GetReflection()->GetMessage(*subject, status);
  return static_cast<const v1::StatusAnswer&>(message).kind();
}

std::string Verdict(const Session& session, const v1::Answer& answer) {
  if (answer.has_records()) return session.Say(kRecordsWord);
  if (!answer.found()) return session.Say(kNotFoundWord);
  if (answer.has_certificate()) return CertificateVerdict(answer.certificate(), session.style());
  if (answer.has_label()) return LabelVerdict(answer.label(), session.style());
  const bool yes = IsYes(answer);
  if (answer.has_document() || answer.has_correction()) {
    return session.Say(yes ? kRegisteredWord : kNotYetWord);
  }
  if (yes) return session.Say(kYesWord);
  return session.Say(kNoWord, {{"status", EnumWord(OwnStatus(answer), session.style())}});
}

// The part of the answer that is about the subject, whatever kind it is.
Sheet SubjectSheet(const Session& session, const v1::Answer& answer) {
  const auto* const subject = SetIn(answer);
  if (subject == nullptr || !answer.found()) return Sheet();
  if (answer.has_footprint()) return FootprintSheet(answer.footprint(), session.style());
  if (answer.has_statement()) return StatementSheet(answer.statement(), session.style());
  if (answer.has_certificate()) return CertificateSheet(answer.certificate(), session.style());
  if (answer.has_label()) return LabelSheet(answer.label(), session.style());
  if (!answer.has_records()) {
    Sheet sheet = RenderMessage(*subject, session.style());
    if (answer.has_lot()) {
      for (const auto& row : answer.lot().balance().labelled()) {
        sheet.Add(session.Say(kLabelledWord, {{"scheme", Safe(row.scheme())}}),
                  Safe(row.mass_kg()));
      }
      sheet.Add(session.Say(kLeftWord), LeftKg(answer.lot().lot(), answer.lot().balance()));
    }
    return sheet;
  }
  Sheet sheet;
  for (const auto& row : answer.records().records()) {
    sheet.Add(crypto::ToHex(row.key()),
              row.record().empty() ? session.Say(kAbsentRecord) : crypto::ToHex(row.record()));
  }
  return sheet;
}

// The answer has the code alone; people read the sentence.
void AddWhyNoThreshold(const Session& session, const ledger::VerifiedBundle& verified,
                       Sheet& sheet) {
  const auto why = WhyNoThreshold(verified.question.scheme_version(),
                                  verified.answer.scheme_version(), session.language());
  if (!why.empty()) sheet.Add(session.Say(kNoThresholdWord), why);
}

// Other answers are names, digests and times, which nobody wants broken.
bool HasLongTexts(const v1::Answer& answer) {
  return answer.has_footprint() || answer.has_certificate() || answer.has_label();
}

bool IsOfExample(const v1::Answer& answer) {
  return answer.scheme_version().scheme().example() || answer.certificate().scheme().example() ||
         answer.label().certificate().scheme().example();
}

Session::Json JsonOf(const ledger::VerifiedBundle& verified) {
  auto proof = VerifiedJson(verified.checkpoint);
  proof["block_height"] = verified.block.height();
  proof["block_time"] = verified.block.time();
  return Session::Json{{"question", ToJson(verified.question)},
                       {"yes", IsYes(verified.answer)},
                       {"found", verified.answer.found()},
                       {"answer", ToJson(verified.answer)},
                       {"as_of", verified.as_of},
                       {"verified", proof}};
}

std::string KeyStatus(const Session& session, const v1::KeyAnswer& key) {
  // Of two reasons the key's own comes first.
  const auto kind = key.status().kind() != v1::STATUS_KIND_IN_FORCE
                        ? key.status().kind()
                        : key.participant_status().kind();
  return EnumWord(kind, session.style());
}

std::string Permissions(const Session& session, const v1::Key& key) {
  std::string out;
  for (const int permission : key.permissions()) {
    out += (out.empty() ? "" : ", ") +
           EnumWord(static_cast<v1::Permission>(permission), session.style());
  }
  return out;
}

// A day means its end; today, which has not ended yet, means now, and so does nothing.
Result<std::optional<std::int64_t>> AskedTime(const Session& session, const char* option) {
  const auto text = session.arguments().Find(option);
  if (!text) return std::optional<std::int64_t>();
  TANJI_ASSIGN(
      const std::int64_t time_ms,
      ParseTimeText(*text, session.style().offset, DayEdge::kEnd, "--" + std::string(option)));
  const std::int64_t ahead_ms = time_ms - session.now_ms();
  const bool is_today =
      text->find('T') == std::string::npos && ahead_ms >= 0 && ahead_ms < ledger::kMillisPerDay;
  return is_today ? std::nullopt : std::optional(time_ms);
}

}  // namespace

Done ApplyTimes(const Session& session, v1::Question& question) {
  TANJI_ASSIGN(const auto on, AskedTime(session, "on"));
  if (on) question.set_effective_time(*on);
  TANJI_ASSIGN(const auto known, AskedTime(session, "known"));
  if (known) question.set_known_time(*known);
  return {};
}

void ShowAnswer(Session& session, const ledger::VerifiedBundle& verified) {
  if (session.json()) {
    session.Print(JsonOf(verified));
    return;
  }
  const v1::Answer& answer = verified.answer;
  Sheet sheet;
  // The answer first: at a shelf one line is read.
  sheet.Add(session.Say(kAnswerWord), Verdict(session, answer));
  sheet.Add(session.Say(kSubjectWord), Safe(SubjectName(verified.question)));
  sheet.Add(session.Say(kAskedWord), session.Time(answer.effective_time()));
  sheet.Add(session.Say(kKnownWord), session.Time(answer.known_time()));
  sheet.Append(SubjectSheet(session, answer), 0);
  AddWhyNoThreshold(session, verified, sheet);
  const std::size_t width = HasLongTexts(answer) ? kReportColumns : 0;
  session.Print(sheet.Print(width) + VerifiedLine(session, verified.checkpoint) + "\n");
  if (IsOfExample(answer)) session.Print(session.Say(kExampleScheme) + "\n");
  if (verified.as_of) session.Print(session.Say(kHistoryNote) + "\n");
}

Exit ExitOf(const ledger::VerifiedBundle& verified) {
  return IsYes(verified.answer) ? Exit::kOk : Exit::kNo;
}

Result<Exit> AskAndShow(Session& session, v1::Question question) {
  TANJI_TRY(ApplyTimes(session, question));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  ShowAnswer(session, answered.verified);
  return ExitOf(answered.verified);
}

Result<Exit> ShowKeysOf(Session& session, const std::string& participant) {
  v1::Question question;
  question.mutable_participant()->set_name(participant);
  TANJI_TRY(ApplyTimes(session, question));
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  const auto& verified = answered.verified;
  if (session.json() || !verified.answer.found()) {
    ShowAnswer(session, verified);
    return verified.answer.found() ? Exit::kOk : Exit::kNo;
  }
  Table table({session.Say(kKeyWord), session.Say(kHolderWord), session.Say(kStatusWord),
               session.Say(kUntilWord), session.Say(kMayWord)});
  for (const auto& key : verified.answer.participant().keys()) {
    table.Add({Safe(key.name()), Safe(key.key().holder()), KeyStatus(session, key),
               key.key().has_valid_until_time() ? session.Time(key.key().valid_until_time()) : "-",
               Permissions(session, key.key())});
  }
  session.Print(table.Print() + VerifiedLine(session, verified.checkpoint) + "\n");
  return Exit::kOk;
}

Result<Exit> ShowBallot(Session& session, const std::string& name) {
  const auto id = *ledger::ParseIdName(ledger::kBallotsCollection, name);
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const ProvedRecords found, ReadRecords(*client, {ledger::kBallots.Key(id)}));
  TANJI_ASSIGN(const auto ballot, ReadProved([&] { return ledger::kBallots.Get(found, id); }));
  if (!ballot) {
    session.Print(session.json() ? Session::Json{{"name", name}, {"found", false}}.dump(2) + "\n"
                                 : session.Say(kNotFoundWord) + "\n");
    return Exit::kNo;
  }
  std::vector<std::string> keys;
  for (const auto& body : ballot->electorate()) {
    keys.push_back(ledger::kBallotVotes.Key(id, ledger::ParseParticipantName(body).value_or(body)));
  }
  TANJI_ASSIGN(const ProvedRecords votes, ReadRecords(*client, keys));
  Sheet sheet;
  sheet.Add(session.Say(kSubjectWord), name);
  sheet.Append(RenderMessage(*ballot, session.style()), 0);
  sheet.Head(session.Say(kVotesWord));
  Session::Json json{{"name", name}, {"found", true}, {"ballot", ToJson(*ballot)}};
  json["votes"] = Session::Json::array();
  for (const auto& body : ballot->electorate()) {
    const std::string voter = ledger::ParseParticipantName(body).value_or(body);
    TANJI_ASSIGN(const auto vote,
                 ReadProved([&] { return ledger::kBallotVotes.Get(votes, id, voter); }));
    sheet.Add(Safe(body),
              vote ? session.Say(kVoteAt, {{"vote", EnumWord(vote->vote(), session.style())},
                                           {"time", session.Time(vote->time())}})
                   : session.Say(kNoVote),
              1);
    if (vote) json["votes"].push_back({{"participant", body}, {"vote", ToJson(*vote)}});
  }
  CheckpointSpan checkpoints = found.checkpoints;
  checkpoints.Add(votes.checkpoints);
  const auto& checkpoint = *checkpoints.oldest();
  json["verified"] = VerifiedJson(checkpoint);
  if (session.json()) {
    session.Print(json);
  } else {
    session.Print(sheet.Print() + VerifiedLine(session, checkpoint) + "\n");
  }
  return Exit::kOk;
}

}  // namespace tanji::client::cli
