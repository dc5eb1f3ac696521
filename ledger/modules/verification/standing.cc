#include "ledger/modules/verification/standing.h"

#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/verification/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {

StatementStanding StandingOf(const StateReader& reader, const Id& id,
                             const v1::Statement& statement, AsOf at) {
  const auto name = MakeName(kStatementsCollection, id);
  const auto issued = WhenMade(statement.issued_time(), at);
  StatementStanding out;
  out.own = StatementHistory(id).At(reader, at);
  out.auditor =
      ParticipantHistory(Must(ParseParticipantName(statement.auditor()), name)).At(reader, issued);
  const auto accreditation_id =
      Must(ParseIdName(kAccreditationsCollection, statement.accreditation()), name);
  const auto granted = Must(kAccreditations.Get(reader, accreditation_id), name);
  const bool granted_well = MadeWell(reader, granted.accreditor(), granted.signed_by(),
                                     WhenMade(granted.granted_time(), at));
  const auto accreditation = AccreditationHistory(accreditation_id);
  out.accreditation_when_issued = accreditation.At(reader, issued);
  out.accreditation = accreditation.At(reader, at);
  const bool signed_well = AllKeysCount(reader, statement.signed_by(), issued);
  out.footprint_id = Must(ParseIdName(kFootprintsCollection, statement.footprint()), name);
  out.footprint = Must(ReadFootprint(reader, out.footprint_id), statement.footprint());
  out.footprint_standing = StandingOf(reader, out.footprint_id, out.footprint, at);

  out.causes = CausesIn(out.footprint_standing);
  if (!out.auditor.in_force()) AddVoid(out.causes, statement.auditor());
  if (!out.accreditation_when_issued.in_force() || !granted_well) {
    AddVoid(out.causes, statement.accreditation());
  }
  AddCauseOfGranted(out.causes, statement.accreditation(), out.accreditation);
  if (!signed_well) AddVoid(out.causes, name);
  Sort(out.causes);
  return out;
}

}  // namespace tanji::ledger
