// tanji verify: is a proof file true? Offline: it needs the file and a policy, nothing else.
#include "client/cli/commands.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/cli/time_text.h"
#include "client/sdk/file.h"

namespace tanji::client::cli {
namespace {

constexpr Text kAge{"签署于 {age}前。", "Signed {age} ago."};

// --policy or --ledger, or the pinned policy of the ledger that the bundle says it is of.
Result<Trust> TrustFor(Session& session, std::string_view bundle) {
  const auto& arguments = session.arguments();
  const auto claimed = LedgerOfBundle(bundle);
  if (arguments.Has("policy") || arguments.Has("ledger") || !claimed) {
    TANJI_ASSIGN(const auto* const trust, session.trust());
    return *trust;
  }
  TANJI_ASSIGN(const auto* const home, session.home());
  TANJI_ASSIGN(const LedgerHome ledger, home->Ledger(*claimed));
  TANJI_ASSIGN(std::string policy, ledger.Policy());
  return ParsePolicy(std::move(policy));
}

Result<Exit> Verify(Session& session, const Arguments& arguments) {
  std::int64_t max_age_ms = ledger::kDefaultMaxAgeMs;
  if (const auto given = arguments.Find("max-age")) {
    TANJI_ASSIGN(max_age_ms, ParseDuration(*given, "--max-age"));
  }
  // Read whole, so that a proof file that is too large is refused by the verifier, and for that.
  TANJI_ASSIGN(const std::string bundle, ReadFile(arguments.Get("file")));
  TANJI_ASSIGN(const Trust trust, TrustFor(session, bundle));
  TANJI_ASSIGN(const auto verified, OpenBundle(bundle, trust, session.now_ms(), max_age_ms));
  ShowAnswer(session, verified);
  if (!session.json()) {
    session.Print(session.Say(kAge, {{"age", ShowAge(session.now_ms() - verified.time_ms,
                                                     session.language())}}) +
                  "\n");
  }
  return ExitOf(verified);
}

constexpr Parameter kParameters[] = {
    {Kind::kArgument, "file", "FILE", {"证明文件", "the proof file"}, true},
    {Kind::kOption,
     "max-age",
     "DURATION",
     {"最多容许多旧，默认 24h", "oldest that is accepted; by default 24h"}},
};

constexpr Command kCommands[] = {
    {"", {"离线验证证明文件", "verify a proof file, offline"}, kParameters, Verify},
};

}  // namespace

constinit const Noun kVerifyNoun{"verify", {"离线验证证明文件", "verify a proof file"}, kCommands};

}  // namespace tanji::client::cli
