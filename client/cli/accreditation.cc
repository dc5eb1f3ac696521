// tanji accreditation: who may verify or certify what (ISO/IEC 17011).
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/messages.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Text kTemplate{
    R"({
  // 获认可的机构。核查活动须为 AUDITOR，认证活动须为 CERTIFIER。
  "body": "participants/gdp-verify",
  "scope": {
    "activity": "VERIFICATION",
    // 以下各列表按字母次序，不得为空。
    "schemes": ["schemes/hainan-low-carbon"],
    "sub_scopes": ["ISO 14067"],
    // CPC 或 HS 类别代码。
    "product_categories": ["CPC:0131"],
    // 仅用于核查：LIMITED、REASONABLE。
    "assurance_levels": ["LIMITED", "REASONABLE"]
  },
  // 有效期；“至”不含该时刻。
  "valid_from_time": "2026-03-01",
  "valid_until_time": "2029-03-01",
  // 互认安排的编号和日期，没有则删去。
  "arrangement": "GAC-MRA 2026-01-01"
  // 证书文件：先 tanji document register，再写 "document": "documents/摘要"。
}
)",
    R"({
  // The body accredited: an AUDITOR for verification, a CERTIFIER for certification.
  "body": "participants/gdp-verify",
  "scope": {
    "activity": "VERIFICATION",
    // These lists ascend and are not empty.
    "schemes": ["schemes/hainan-low-carbon"],
    "sub_scopes": ["ISO 14067"],
    // CPC or HS category codes, such as CPC:0131 or HS:0810.
    "product_categories": ["CPC:0131"],
    // For verification only: LIMITED, REASONABLE.
    "assurance_levels": ["LIMITED", "REASONABLE"]
  },
  // Valid from, and until (exclusive).
  "valid_from_time": "2026-03-01",
  "valid_until_time": "2029-03-01",
  // The umbrella arrangement by id and date; leave out where there is none.
  "arrangement": "GAC-MRA 2026-01-01"
  // The certificate: tanji document register, then "document": "documents/SHA256".
}
)"};

Result<Exit> Grant(Session& session, const Arguments& arguments) {
  if (arguments.Has("print-template")) {
    session.Print(session.Say(kTemplate));
    return Exit::kOk;
  }
  const JsonSource source{arguments.Get("file"), session.style().offset};
  if (source.file.empty()) return Error(kArgumentMissing, {{"argument", "FILE"}});
  v1::GrantAccreditation grant;
  TANJI_ASSIGN(const std::string text, ReadFile(source.file));
  TANJI_TRY(ReadJsonMessage(text, source, grant));
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_grant_accreditation() = grant; });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_accreditation()->mutable_name(),
               AccreditationArgument(arguments.Get("accreditation")));
  return AskAndShow(session, std::move(question));
}

struct AccreditationStatus {
  static constexpr Parameter kName{
      Kind::kArgument, "accreditation", "ACCREDITATION", {"认可", "the accreditation"}, true};
  static Result<std::string> Name(const std::string& argument) {
    return AccreditationArgument(argument);
  }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_accreditation_status();
    message.set_accreditation(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kGrantParameters[] = {
    {Kind::kArgument,
     "file",
     "FILE",
     {"JSON 文件，见 --print-template", "JSON file, see --print-template"}},
    kPrintTemplate,
};
constexpr Parameter kShowParameters[] = {AccreditationStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<AccreditationStatus>({
    {"grant", {"授予认可", "grant an accreditation"}, kGrantParameters, Grant},
    {"show", {"显示认可及其状态", "show an accreditation and its status"}, kShowParameters, Show},
    {"list", {"列出认可", "list accreditations"}, kListParameters, ListAccreditations},
});

}  // namespace

constinit const Noun kAccreditationNoun{"accreditation", {"认可", "accreditations"}, kCommands};

}  // namespace tanji::client::cli
