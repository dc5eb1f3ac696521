// tanji key: key files on this machine, and keys in the ledger.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/cli/time_text.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"
#include "crypto/hash/hex.h"
#include "ledger/modules/common/names.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kHolderMissing{ErrorKind::kUsage,
                               "HOLDER_MISSING",
                               {"请用 --holder 写明持有人的代号（新密钥文件中没有）。",
                                "Say who holds the key with --holder; the key file does not."}};
constexpr Fault kParticipantMissing{ErrorKind::kUsage,
                                    "PARTICIPANT_MISSING",
                                    {"请用 --participant 写明密钥属于哪个参与方。",
                                     "Say whose key it will be with --participant."}};
constexpr Fault kTargetMissing{
    ErrorKind::kUsage,
    "TARGET_MISSING",
    {"“{value}”既不是密钥文件，也不是账本上的密钥名称。",
     "“{value}” is neither a key file nor the name of a key in the ledger."}};
constexpr Text kKeepSafe{"请把 {file} 和口令分开备份：两者缺一都无法再签名。",
                         "Keep copies of {file} and of its passphrase in different places: without "
                         "both you cannot sign."};
constexpr Text kKeepSafeUnprotected{"{file} 没有口令：能读到它的人就能签名。",
                                    "{file} has no passphrase: whoever can read it can sign."};
constexpr Text kProtection{"口令保护", "passphrase"};
constexpr Text kYes{"有", "yes"};
constexpr Text kNo{"无", "none"};
constexpr Text kKeyName{"密钥", "key"};
constexpr Text kHolderWord{"持有人", "holder"};
constexpr Text kParticipantWord{"参与方", "participant"};
constexpr Text kGrantWritten{
    "授权申请已写入 {file}，请交给登记机构：tanji participant register … --grant {file}",
    "Wrote the key grant {file}. Hand it to whoever registers you: tanji participant register … "
    "--grant {file}"};

void PrintKeyFile(const Session& session, const std::string& path, const KeyFilePublic& about) {
  const std::string name = ledger::MakeName(ledger::kKeysCollection, about.key_id());
  if (session.json()) {
    session.Print(Session::Json{{"file", path},
                                {"name", name},
                                {"public_key", crypto::ToBase64(about.public_key.view())},
                                {"participant", about.participant},
                                {"holder", about.holder},
                                {"protected", about.is_protected}});
    return;
  }
  Sheet sheet;
  sheet.Add(session.Say(kKeyName), name);
  if (!about.participant.empty()) {
    sheet.Add(session.Say(kParticipantWord), Safe(about.participant));
  }
  if (!about.holder.empty()) sheet.Add(session.Say(kHolderWord), Safe(about.holder));
  sheet.Add(session.Say(kProtection), session.Say(about.is_protected ? kYes : kNo));
  session.Print(sheet.Print());
}

Result<Exit> NewKey(Session& session, const Arguments& arguments) {
  const std::string path = arguments.Get("file");
  const crypto::SigningKey key = crypto::SigningKey::Generate();
  KeyFilePublic about;
  about.public_key = key.public_key();
  about.holder = arguments.Get("holder");
  if (const auto participant = arguments.Find("participant")) {
    TANJI_ASSIGN(about.participant, ParticipantArgument(*participant));
  }
  about.is_protected = !arguments.Has("unprotected");
  if (about.is_protected) {
    TANJI_ASSIGN(const Secret passphrase, session.NewPassphrase(path));
    TANJI_TRY(CreateKeyFile(path, key, about, passphrase, session.terminal().kdf_cost));
  } else {
    TANJI_TRY(CreateUnprotectedKeyFile(path, key, about));
  }
  PrintKeyFile(session, path, about);
  session.Note(
      session.Say(about.is_protected ? kKeepSafe : kKeepSafeUnprotected, {{"file", Safe(path)}}));
  return Exit::kOk;
}

Result<Exit> ShowKey(Session& session, const Arguments& arguments) {
  const std::string target = arguments.Get("key-or-file");
  const auto about = ReadKeyFilePublic(target);
  if (about.ok()) {
    PrintKeyFile(session, target, *about);
    return Exit::kOk;
  }
  const auto name = KeyArgument(target);
  if (!name.ok()) {
    // A file that is there but no good says what is wrong with it.
    if (about.error().name() != "FILE_UNREADABLE") return about.error();
    return Error(kTargetMissing, {{"value", target}});
  }
  v1::Question question;
  question.mutable_key()->set_name(*name);
  return AskAndShow(session, std::move(question));
}

Result<Exit> ListKeys(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string participant, ParticipantArgument(arguments.Get("participant")));
  return ShowKeysOf(session, participant);
}

Result<KeyGrantTerms> TermsOf(const Session& session, const Arguments& arguments,
                              const KeyFilePublic& about) {
  KeyGrantTerms terms;
  terms.holder = arguments.Find("holder").value_or(about.holder);
  if (terms.holder.empty()) return kHolderMissing;
  for (const auto& permission : arguments.All("permission")) {
    TANJI_ASSIGN(const auto value, EnumArgument<v1::Permission>(permission, "--permission"));
    terms.permissions.push_back(value);
  }
  if (const auto from = arguments.Find("from")) {
    TANJI_ASSIGN(terms.valid_from_time_ms,
                 ParseTimeText(*from, session.style().offset, DayEdge::kStart, "--from"));
  }
  if (const auto until = arguments.Find("until")) {
    TANJI_ASSIGN(terms.valid_until_time_ms,
                 ParseTimeText(*until, session.style().offset, DayEdge::kStart, "--until"));
  }
  return terms;
}

// The grant for the key in `path`, signed by that key.
Result<v1::KeyGrant> GrantFor(Session& session, const Arguments& arguments, const std::string& path,
                              std::string participant) {
  TANJI_ASSIGN(const KeyFilePublic about, ReadKeyFilePublic(path));
  if (participant.empty()) participant = about.participant;
  if (participant.empty()) return kParticipantMissing;
  TANJI_ASSIGN(const KeyGrantTerms terms, TermsOf(session, arguments, about));
  TANJI_ASSIGN(const std::string chain_id, ChainToSignFor(session));
  TANJI_ASSIGN(const crypto::SigningKey key, session.OpenKey(path));
  return MakeKeyGrant(key, chain_id, participant, terms);
}

Result<Exit> WriteGrant(Session& session, const Arguments& arguments) {
  std::string participant;
  if (const auto given = arguments.Find("participant")) {
    TANJI_ASSIGN(participant, ParticipantArgument(*given));
  }
  TANJI_ASSIGN(const v1::KeyGrant grant,
               GrantFor(session, arguments, arguments.Get("file"), std::move(participant)));
  const auto json = ToJson(grant);
  const auto out = arguments.Find("out");
  if (!out) {
    session.Print(json);
    return Exit::kOk;
  }
  TANJI_TRY(WriteFile(*out, json.dump(2) + "\n", Overwrite::kNo));
  session.Note(session.Say(kGrantWritten, {{"file", Safe(*out)}}));
  return Exit::kOk;
}

Result<Exit> AddKey(Session& session, const Arguments& arguments) {
  v1::KeyGrant grant;
  if (const auto file = arguments.Find("grant")) {
    TANJI_ASSIGN(const std::string text, ReadFile(*file));
    TANJI_TRY(ReadJsonMessage(text, {*file, session.style().offset}, grant));
  } else {
    if (!arguments.Has("file")) return Error(kArgumentMissing, {{"argument", "FILE, --grant"}});
    TANJI_ASSIGN(const auto key_paths, session.KeyPaths());
    TANJI_ASSIGN(const std::string author, session.Author(key_paths));
    TANJI_ASSIGN(grant, GrantFor(session, arguments, arguments.Get("file"), author));
  }
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_add_key()->mutable_key() = grant;
  });
}

Result<Exit> RetireKey(Session& session, const Arguments& arguments) {
  v1::RetireKey retire;
  TANJI_ASSIGN(*retire.mutable_key(), KeyArgument(arguments.Get("retired-key")));
  TANJI_ASSIGN(*retire.mutable_reason(), TextArgument(arguments, "reason"));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_retire_key() = retire; });
}

Result<Exit> DeclareCompromised(Session& session, const Arguments& arguments) {
  v1::DeclareKeyCompromised declare;
  TANJI_ASSIGN(*declare.mutable_key(), KeyArgument(arguments.Get("compromised-key")));
  TANJI_ASSIGN(
      const std::int64_t since_time_ms,
      ParseTimeText(arguments.Get("since"), session.style().offset, DayEdge::kStart, "--since"));
  declare.set_since_time(since_time_ms);
  TANJI_ASSIGN(*declare.mutable_reason(), TextArgument(arguments, "reason"));
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_declare_key_compromised() = declare;
  });
}

constexpr Parameter kHolder{Kind::kOption,
                            "holder",
                            "ID",
                            {"持有人代号：四眼原则按持有人计，不按密钥计",
                             "pseudonym of who holds it: four eyes are holders, not keys"}};
constexpr Parameter kOfParticipant{
    Kind::kOption, "participant", "PARTICIPANT", {"密钥属于哪个参与方", "whose key it will be"}};
constexpr Parameter kPermission{
    Kind::kRepeated,
    "permission",
    "NAME",
    {"可签署的事项，可多次给出：MANAGE_KEYS、GOVERN、REGISTER_PARTICIPANTS、ACCREDIT、LICENSE、"
     "REGISTER_DOCUMENTS",
     "what it may sign for, repeatable: MANAGE_KEYS, GOVERN, REGISTER_PARTICIPANTS, ACCREDIT, "
     "LICENSE, REGISTER_DOCUMENTS"}};
constexpr Parameter kFrom{Kind::kOption,
                          "from",
                          "TIME",
                          {"何时起有效；默认入账时", "valid from; by default when recorded"}};
constexpr Parameter kUntil{
    Kind::kOption, "until", "TIME", {"何时失效（不含该时刻）", "valid until, exclusive"}};

constexpr Parameter kNewParameters[] = {
    {Kind::kArgument, "file", "FILE", {"要新建的密钥文件", "key file to create"}, true},
    kOfParticipant,
    kHolder,
    {Kind::kFlag,
     "unprotected",
     "",
     {"不设口令，仅供无人值守的机器", "no passphrase; for unattended machines only"}},
};
constexpr Parameter kShowParameters[] = {
    {Kind::kArgument,
     "key-or-file",
     "FILE",
     {"密钥文件，或账本上的密钥", "a key file, or a key in the ledger"},
     true},
    kOn,
    kKnown,
};
constexpr Parameter kListParameters[] = {
    {Kind::kArgument, "participant", "PARTICIPANT", {"哪个参与方", "whose"}, true},
    kOn,
    kKnown,
};
constexpr Parameter kGrantParameters[] = {
    {Kind::kArgument, "file", "FILE", {"自己的密钥文件", "your key file"}, true},
    kOfParticipant,
    kHolder,
    kPermission,
    kFrom,
    kUntil,
};
constexpr Parameter kAddParameters[] = {
    {Kind::kArgument, "file", "FILE", {"新密钥的文件", "file of the new key"}},
    {Kind::kOption,
     "grant",
     "FILE",
     {"他人用 key grant 生成的文件，代替密钥文件",
      "in its place, what its holder wrote with key grant"}},
    kHolder,
    kPermission,
    kFrom,
    kUntil,
};
constexpr Parameter kRetireParameters[] = {
    {Kind::kArgument, "retired-key", "KEY", {"要停用的密钥", "key to retire"}, true},
    kReasonZh,
    kReasonEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};
constexpr Parameter kCompromisedParameters[] = {
    {Kind::kArgument, "compromised-key", "KEY", {"已泄露的密钥", "the key"}, true},
    {Kind::kOption,
     "since",
     "TIME",
     {"自何时起泄露，可在过去", "since when; may lie in the past"},
     true},
    kReasonZh,
    kReasonEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
};

constexpr Command kCommands[] = {
    {"new", {"新建密钥文件", "make a key file"}, kNewParameters, NewKey},
    {"show",
     {"显示密钥文件的公开部分，或账本上的密钥",
      "show a key file's public part, or a key in the ledger"},
     kShowParameters,
     ShowKey},
    {"list", {"列出一个参与方的密钥", "list a participant's keys"}, kListParameters, ListKeys},
    {"grant",
     {"生成授权申请，证明自己持有密钥，交给登记机构",
      "prove that you hold a key, for whoever registers it"},
     kGrantParameters,
     WriteGrant},
    {"add", {"为自己的参与方增加密钥", "add a key to your participant"}, kAddParameters, AddKey},
    {"retire",
     {"停用自己的密钥，旧签名仍有效", "end a key of yours; old signatures stay good"},
     kRetireParameters,
     RetireKey},
    {"compromised",
     {"声明自己的密钥已泄露", "declare a key of yours compromised"},
     kCompromisedParameters,
     DeclareCompromised},
};

}  // namespace

constinit const Noun kKeyNoun{"key", {"密钥", "keys"}, kCommands};

}  // namespace tanji::client::cli
