#include "ledger/modules/membership/grant_licence.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {

Outcome CheckGrantLicence(const v1::GrantLicence& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(
      CheckChosenName(kParticipantsCollection, message.certifier(), "certifier"));
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kSchemesCollection, message.scheme(), "scheme"));
  return CheckPeriod(message.valid_from_time(), message.valid_until_time(), "valid_from_time",
                     "valid_until_time");
}

// Whether the author owns the scheme is checked by whoever relies on the licence: the scheme may
// come later, and belongs to a later module.
Outcome AuthoriseGrantLicence(const v1::GrantLicence& message, const OperationContext& context,
                              const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_BODY}));
  v1::Participant certifier;
  TANJI_RETURN_IF_REFUSED(
      FindInForce(reader, "certifier", message.certifier(), context.time_ms(), certifier));
  TANJI_RETURN_IF_REFUSED(RequireKind(certifier, "certifier", {v1::PARTICIPANT_KIND_CERTIFIER}));
  return CheckPeriod(CountsFrom(message.valid_from_time(), context.time_ms()),
                     message.valid_until_time(), "valid_from_time", "valid_until_time");
}

Outcome ApplyGrantLicence(const v1::GrantLicence& message, const OperationContext& context,
                          StateWriter& writer) {
  v1::Licence licence;
  licence.set_owner(context.author);
  licence.set_certifier(message.certifier());
  licence.set_scheme(message.scheme());
  licence.set_valid_from_time(message.valid_from_time());
  licence.set_valid_until_time(message.valid_until_time());
  licence.set_granted_time(context.time_ms());
  RecordSigners(context, licence);
  const Id id = context.NewId();
  kLicences.Put(writer, id, licence);
  LicenceHistory(id).Create(writer, context.stamp(),
                            CountsFrom(message.valid_from_time(), context.time_ms()),
                            message.valid_until_time());
  return Outcome::Ok();
}

}  // namespace tanji::ledger
