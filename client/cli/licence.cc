// tanji licence: which certifier a scheme's owner lets certify. Accredited is not licensed.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/reading.h"
#include "client/cli/status_verbs.h"
#include "client/cli/time_text.h"
#include "client/cli/writing.h"

namespace tanji::client::cli {
namespace {

Result<Exit> Grant(Session& session, const Arguments& arguments) {
  const auto offset = session.style().offset;
  v1::GrantLicence grant;
  TANJI_ASSIGN(*grant.mutable_certifier(), ParticipantArgument(arguments.Get("certifier")));
  TANJI_ASSIGN(*grant.mutable_scheme(), SchemeArgument(arguments.Get("scheme")));
  TANJI_ASSIGN(const std::int64_t from_ms,
               ParseTimeText(arguments.Get("from"), offset, DayEdge::kStart, "--from"));
  TANJI_ASSIGN(const std::int64_t until_ms,
               ParseTimeText(arguments.Get("until"), offset, DayEdge::kStart, "--until"));
  grant.set_valid_from_time(from_ms);
  grant.set_valid_until_time(until_ms);
  return WriteOperation(
      session, [&](v1::Operation& operation) { *operation.mutable_grant_licence() = grant; });
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  v1::Question question;
  TANJI_ASSIGN(*question.mutable_licence()->mutable_name(),
               LicenceArgument(arguments.Get("licence")));
  return AskAndShow(session, std::move(question));
}

struct LicenceStatus {
  static constexpr Parameter kName{
      Kind::kArgument, "licence", "LICENCE", {"许可", "the licence"}, true};
  static Result<std::string> Name(const std::string& argument) { return LicenceArgument(argument); }
  static v1::StatusChange& Make(v1::Operation& operation, std::string name) {
    auto& message = *operation.mutable_change_licence_status();
    message.set_licence(std::move(name));
    return *message.mutable_change();
  }
};

constexpr Parameter kGrantParameters[] = {
    {Kind::kOption, "certifier", "PARTICIPANT", {"获许可的认证机构", "the certifier"}, true},
    {Kind::kOption, "scheme", "SCHEME", {"标准体系", "the scheme"}, true},
    {Kind::kOption, "from", "TIME", {"有效期自", "valid from"}, true},
    {Kind::kOption, "until", "TIME", {"有效期至（不含该时刻）", "valid until, exclusive"}, true},
};
constexpr Parameter kShowParameters[] = {LicenceStatus::kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr auto kCommands = WithStatusVerbs<LicenceStatus>({
    {"grant", {"授予许可", "grant a licence"}, kGrantParameters, Grant},
    {"show", {"显示许可及其状态", "show a licence and its status"}, kShowParameters, Show},
    {"list", {"列出许可", "list licences"}, kListParameters, ListLicences},
});

}  // namespace

constinit const Noun kLicenceNoun{"licence", {"许可", "licences"}, kCommands};

}  // namespace tanji::client::cli
