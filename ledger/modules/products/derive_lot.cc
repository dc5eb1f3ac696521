#include "ledger/modules/products/derive_lot.h"

#include <vector>

#include "ledger/base/rational.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/products/balance.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/new_lot.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

constexpr const char* kFullYield = "1";

std::string PartField(int i, const char* field) {
  return Path(Item("parents", i), field);
}

Outcome CheckParents(const v1::DeriveLot& message) {
  TANJI_RETURN_IF_REFUSED(CheckCount(message.parents_size(), kMaxLotParents, "parents"));
  for (int i = 0; i < message.parents_size(); ++i) {
    const auto& part = message.parents(i);
    TANJI_RETURN_IF_REFUSED(CheckLotName(part.lot(), PartField(i, "lot")));
    TANJI_RETURN_IF_REFUSED(CheckGoods(part.mass(), PartField(i, "mass")));
    if (i > 0 && message.parents(i - 1).lot() >= part.lot()) {
      return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                    {{"field", PartField(i, "lot")}, {"value", part.lot()}});
    }
  }
  return Outcome::Ok();
}

Outcome CheckYieldRatio(const std::string& ratio) {
  TANJI_RETURN_IF_REFUSED(CheckDecimal(ratio, "yield_ratio", Sign::kPositive));
  if (*Decimal::Parse(ratio) <= Decimal::FromInteger(1)) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", "yield_ratio"},
                                              {"value", ratio},
                                              {"lowest", Decimal::FromUnits(1)->Text()},
                                              {"highest", kFullYield}});
}

// No more comes out than went in times the yield. Needs no state.
Outcome CheckYield(const v1::DeriveLot& message) {
  Rational limit;
  for (const auto& part : message.parents()) {
    limit += Rational(MassOf(part.mass()).kilograms());
  }
  limit *= Rational(*Decimal::Parse(message.yield_ratio()));
  const auto mass = MassOf(message.mass()).kilograms();
  if (Rational(mass) <= limit) return Outcome::Ok();
  return Refuse(v1::CODE_YIELD_EXCEEDED,
                {{"value", mass.Text()}, {"limit", RoundToDecimal(limit).value().Text()}});
}

// One parent, which is the author's, in force, holds what is taken, and whose custody the new lot
// may continue.
Outcome CheckParent(const v1::DeriveLot& message, int i, const OperationContext& context,
                    const StateReader& reader, v1::Lot& parent) {
  const auto& part = message.parents(i);
  const auto owned = ParseOwned(kLotsCollection, part.lot()).value();
  TANJI_RETURN_IF_REFUSED(RequireOwn(context, owned));
  TANJI_RETURN_IF_REFUSED(
      FindLot(reader, PartField(i, "lot"), part.lot(), context.time_ms(), parent));
  TANJI_RETURN_IF_REFUSED(
      CheckLeft(reader, owned, parent, MassOf(part.mass()), PartField(i, "mass")));
  if (!IsStricter(message.custody(), parent.custody())) return Outcome::Ok();
  return Refuse(v1::CODE_CUSTODY_STRICTER, {{"value", v1::CustodyModel_Name(message.custody())},
                                            {"lot", part.lot()},
                                            {"expected", v1::CustodyModel_Name(parent.custody())}});
}

// A lot of the same product is a split or merge of lots of that product alone, and keeps all that
// goes in; anything else is a transformation into another product.
Outcome CheckProducts(const v1::DeriveLot& message, const std::vector<v1::Lot>& parents) {
  bool same = false;
  for (const auto& parent : parents) same = same || parent.product() == message.product();
  if (!same) return Outcome::Ok();
  for (std::size_t i = 0; i < parents.size(); ++i) {
    if (parents[i].product() == message.product()) continue;
    const int index = static_cast<int>(i);
    return Refuse(v1::CODE_PRODUCTS_MIXED, {{"field", PartField(index, "lot")},
                                            {"lot", message.parents(index).lot()},
                                            {"value", parents[i].product()},
                                            {"expected", message.product()}});
  }
  if (message.yield_ratio() == kFullYield) return Outcome::Ok();
  return Refuse(v1::CODE_YIELD_OF_SAME_PRODUCT, {{"value", message.yield_ratio()}});
}

}  // namespace

Outcome CheckDeriveLot(const v1::DeriveLot& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckLotId(message.id()));
  TANJI_RETURN_IF_REFUSED(CheckProductName(message.product(), "product"));
  TANJI_RETURN_IF_REFUSED(CheckParents(message));
  TANJI_RETURN_IF_REFUSED(CheckYieldRatio(message.yield_ratio()));
  TANJI_RETURN_IF_REFUSED(CheckGoods(message.mass(), "mass"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.custody(), "custody"));
  if (message.custody() == v1::CUSTODY_MODEL_IDENTITY_PRESERVED && message.parents_size() > 1) {
    return Refuse(v1::CODE_IDENTITY_NOT_PRESERVED,
                  {{"value", std::to_string(message.parents_size())}});
  }
  return CheckYield(message);
}

Outcome AuthoriseDeriveLot(const v1::DeriveLot& message, const OperationContext& context,
                           const StateReader& reader) {
  v1::Product product;
  TANJI_RETURN_IF_REFUSED(
      AuthoriseNewLot(message.id(), message.product(), context, reader, product));
  std::vector<v1::Lot> parents(static_cast<std::size_t>(message.parents_size()));
  for (int i = 0; i < message.parents_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(
        CheckParent(message, i, context, reader, parents[static_cast<std::size_t>(i)]));
  }
  return CheckProducts(message, parents);
}

Outcome ApplyDeriveLot(const v1::DeriveLot& message, const OperationContext& context,
                       StateWriter& writer) {
  for (const auto& part : message.parents()) {
    const auto owned = ParseOwned(kLotsCollection, part.lot()).value();
    auto balance = ReadBalance(writer, owned);
    AddTaken(balance, MassOf(part.mass()));
    PutBalance(writer, owned, balance);
  }
  auto lot = MakeLot(message, context);
  auto& derivation = *lot.mutable_derivation();
  *derivation.mutable_parents() = message.parents();
  derivation.set_yield_ratio(message.yield_ratio());
  StoreNewLot(lot, context, writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
