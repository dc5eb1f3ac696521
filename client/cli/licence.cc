// tanji licence: which certifier a scheme's owner lets certify. Accredited is not licensed.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists.h"
#include "client/cli/reading.h"
#include "client/cli/status_change.h"
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

Result<Exit> WriteChange(Session& session, const Arguments& arguments,
                         const v1::StatusChange& change) {
  v1::ChangeLicenceStatus message;
  TANJI_ASSIGN(*message.mutable_licence(), LicenceArgument(arguments.Get("licence")));
  *message.mutable_change() = change;
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_change_licence_status() = message;
  });
}

template <v1::StatusKind kind>
Result<Exit> Open(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto change, OpeningChange(session, arguments, kind));
  return WriteChange(session, arguments, change);
}

Result<Exit> Reinstate(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const auto change, EndingChange(session, arguments));
  return WriteChange(session, arguments, change);
}

constexpr Parameter kName{Kind::kArgument, "licence", "LICENCE", {"许可", "the licence"}, true};
constexpr Parameter kGrantParameters[] = {
    {Kind::kOption, "certifier", "PARTICIPANT", {"获许可的认证机构", "the certifier"}, true},
    {Kind::kOption, "scheme", "SCHEME", {"标准体系", "the scheme"}, true},
    {Kind::kOption, "from", "TIME", {"有效期自", "valid from"}, true},
    {Kind::kOption, "until", "TIME", {"有效期至（不含该时刻）", "valid until, exclusive"}, true},
};
constexpr Parameter kShowParameters[] = {kName, kOn, kKnown};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};
constexpr Parameter kOpenParameters[] = {
    kName, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};
constexpr Parameter kReinstateParameters[] = {
    kName, kInterval, kEffective, kReasonZh, kReasonEn, kPrevailing, kMachineTranslated, kSettledBy,
};

constexpr Command kCommands[] = {
    {"grant", {"授予许可", "grant a licence"}, kGrantParameters, Grant},
    {"show", {"显示许可及其状态", "show a licence and its status"}, kShowParameters, Show},
    {"list", {"列出许可", "list licences"}, kListParameters, ListLicences},
    {"review",
     {"列为复核中", "put under review"},
     kOpenParameters,
     Open<v1::STATUS_KIND_UNDER_REVIEW>},
    {"suspend", {"暂停", "suspend"}, kOpenParameters, Open<v1::STATUS_KIND_SUSPENDED>},
    {"withdraw", {"注销", "withdraw"}, kOpenParameters, Open<v1::STATUS_KIND_WITHDRAWN>},
    {"revoke", {"撤销", "revoke"}, kOpenParameters, Open<v1::STATUS_KIND_REVOKED>},
    {"reinstate",
     {"恢复：结束一段状态", "reinstate: end an interval"},
     kReinstateParameters,
     Reinstate},
};

}  // namespace

constinit const Noun kLicenceNoun{"licence", {"许可", "licences"}, kCommands};

}  // namespace tanji::client::cli
