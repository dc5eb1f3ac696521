#include "ledger/modules/schemes/register_scheme.h"

#include "ledger/base/serial.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/schemes/terms.h"

namespace tanji::ledger {
namespace {

Outcome CheckOffset(const v1::RegisterScheme& message) {
  if (!message.has_utc_offset_minutes() || UtcOffset::FromMinutes(message.utc_offset_minutes())) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE,
                {{"field", "utc_offset_minutes"},
                 {"value", std::to_string(message.utc_offset_minutes())},
                 {"lowest", "-720"},
                 {"highest", "840"}});
}

Outcome CheckSerialPrefix(const v1::RegisterScheme& message) {
  const auto& prefix = message.serial_prefix();
  if (message.kind() != v1::SCHEME_KIND_PRODUCT_LABEL) {
    if (prefix.empty()) return Outcome::Ok();
    return Refuse(v1::CODE_NOT_FOR_SCHEME_KIND,
                  {{"field", "serial_prefix"}, {"value", v1::SchemeKind_Name(message.kind())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckSet(!prefix.empty(), "serial_prefix"));
  if (IsSerialPrefix(prefix)) return Outcome::Ok();
  return Refuse(v1::CODE_SERIAL_PREFIX_MALFORMED, {{"value", Shown(prefix)}});
}

}  // namespace

Outcome CheckRegisterScheme(const v1::RegisterScheme& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), "id"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.kind(), "kind"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.name(), "name"));
  TANJI_RETURN_IF_REFUSED(CheckOffset(message));
  TANJI_RETURN_IF_REFUSED(CheckSerialPrefix(message));
  return CheckTerms(message.terms());
}

Outcome AuthoriseRegisterScheme(const v1::RegisterScheme& message, const OperationContext& context,
                                const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_BODY}));
  if (kSchemes.Has(reader, message.id())) {
    return Refuse(v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", MakeName(kSchemesCollection, message.id())}});
  }
  if (const auto taken = kSerialPrefixes.Get(reader, message.serial_prefix())) {
    return Refuse(v1::CODE_SERIAL_PREFIX_TAKEN,
                  {{"value", message.serial_prefix()}, {"scheme", taken->scheme()}});
  }
  return AuthoriseTerms(message.terms(), context, reader);
}

Outcome ApplyRegisterScheme(const v1::RegisterScheme& message, const OperationContext& context,
                            StateWriter& writer) {
  v1::Scheme scheme;
  scheme.set_id(message.id());
  scheme.set_kind(message.kind());
  *scheme.mutable_name() = message.name();
  scheme.set_utc_offset_minutes(message.has_utc_offset_minutes() ? message.utc_offset_minutes()
                                                                 : kDefaultOffsetMinutes);
  scheme.set_serial_prefix(message.serial_prefix());
  scheme.set_example(message.example());
  scheme.set_owner(context.author);
  scheme.set_registered_time(context.time_ms());
  RecordSigners(context, scheme);
  kSchemes.Put(writer, message.id(), scheme);
  if (!message.serial_prefix().empty()) {
    v1::SerialPrefix prefix;
    prefix.set_scheme(MakeName(kSchemesCollection, message.id()));
    kSerialPrefixes.Put(writer, message.serial_prefix(), prefix);
  }
  RecordTerms(message.terms(), message.id(), context, v1::SchemeProgress(), writer);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
