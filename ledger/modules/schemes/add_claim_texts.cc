#include "ledger/modules/schemes/add_claim_texts.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

constexpr int kMaxTextsOfMarket = 3;

const std::string& MarketOf(const v1::ClaimTexts& texts) {
  return texts.market();
}

Outcome CheckMarket(const v1::ClaimTexts& market, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!market.market().empty(), Path(field, "market")));
  TANJI_RETURN_IF_REFUSED(CheckArea(market.market(), false));
  if (market.texts_size() == 0) return CheckChosen(market.unknown(), Path(field, "unknown"));
  TANJI_RETURN_IF_REFUSED(CheckNotWanted(market.unknown() == 0, Path(field, "unknown")));
  const auto texts_field = Path(field, "texts");
  TANJI_RETURN_IF_REFUSED(CheckCount(market.texts_size(), kMaxTextsOfMarket, texts_field));
  for (int i = 0; i < market.texts_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckText(market.texts(i), Item(texts_field, i)));
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckAddClaimTexts(const v1::AddClaimTexts& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.version(), "version"));
  return CheckRows(message.markets(), "markets", "market", MarketOf, CheckMarket);
}

Outcome AuthoriseAddClaimTexts(const v1::AddClaimTexts& message, const OperationContext& context,
                               const StateReader& reader) {
  OwnVersion draft;
  TANJI_RETURN_IF_REFUSED(
      FindOwnTechnicalDraft(context, reader, message.version(), "markets", draft));
  return CheckComesAfter(message.markets(0).market(), draft.progress.last_market(),
                         "markets[0].market");
}

Outcome ApplyAddClaimTexts(const v1::AddClaimTexts& message, const OperationContext&,
                           StateWriter& writer) {
  const auto ids = ParseVersionName(message.version()).value();
  auto progress = kSchemeVersionProgress.Get(writer, ids.scheme, ids.version).value();
  progress.set_markets_digest(
      AppendRows(writer, kClaimTexts, ids, message.markets(), MarketOf, progress.markets_digest()));
  progress.set_market_count(progress.market_count() +
                            static_cast<std::uint32_t>(message.markets_size()));
  progress.set_last_market(message.markets(message.markets_size() - 1).market());
  StoreDraftProgress(writer, ids, std::move(progress));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
