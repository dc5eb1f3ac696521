#include "ledger/modules/factors/publish_gwp_set.h"

#include <google/protobuf/repeated_field.h>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/membership/standing.h"

namespace tanji::ledger {
namespace {

Outcome CheckGwp(const v1::Gwp& gwp, const std::string& field) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(gwp.gas(), Path(field, "gas")));
  if (gwp.gas() == v1::GAS_CO2E) {
    return Refuse(v1::CODE_GWP_OF_CO2E, {{"field", Path(field, "gas")}});
  }
  TANJI_RETURN_IF_REFUSED(CheckDecimal(gwp.value(), Path(field, "value"), Sign::kPositive));
  return CheckMaxBytes(gwp.note(), kMaxGwpNoteBytes, Path(field, "note"));
}

Outcome CheckValues(const v1::PublishGwpSet& message) {
  TANJI_RETURN_IF_REFUSED(CheckCount(message.values_size(), kMaxGwpValues, "values"));
  google::protobuf::RepeatedField<int> gases;
  for (int i = 0; i < message.values_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckGwp(message.values(i), Item("values", i)));
    gases.Add(message.values(i).gas());
  }
  TANJI_RETURN_IF_REFUSED(
      CheckAscending(gases, "values", [](int gas) { return std::string(v1::Gas_Name(gas)); }));
  // CO2 is the lowest gas: what all others are measured against.
  const auto& first = message.values(0);
  if (first.gas() == v1::GAS_CO2 && first.value() == "1") return Outcome::Ok();
  return Refuse(v1::CODE_GWP_CO2_NOT_ONE,
                {{"field", "values[0]"},
                 {"value", v1::Gas_Name(first.gas()) + " = " + Shown(first.value())}});
}

}  // namespace

Outcome CheckPublishGwpSet(const v1::PublishGwpSet& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), "id"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.title(), "title"));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.source().empty(), "source"));
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(message.source(), kMaxSourceBytes, "source"));
  return CheckValues(message);
}

Outcome AuthorisePublishGwpSet(const v1::PublishGwpSet& message, const OperationContext& context,
                               const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_BODY}));
  if (!kGwpSets.Has(reader, message.id())) return Outcome::Ok();
  return Refuse(v1::CODE_ALREADY_EXISTS,
                {{"field", "id"}, {"value", MakeName(kGwpSetsCollection, message.id())}});
}

Outcome ApplyPublishGwpSet(const v1::PublishGwpSet& message, const OperationContext& context,
                           StateWriter& writer) {
  v1::GwpSet set;
  set.set_id(message.id());
  *set.mutable_title() = message.title();
  set.set_source(message.source());
  *set.mutable_values() = message.values();
  set.set_published_by(context.author);
  set.set_published_time(context.time_ms());
  RecordSigners(context, set);
  kGwpSets.Put(writer, message.id(), set);
  GwpSetHistory(message.id()).Create(writer, context.stamp(), context.time_ms(), std::nullopt);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
