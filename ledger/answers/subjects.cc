#include "ledger/answers/subjects.h"

#include "ledger/answers/parts.h"
#include "ledger/base/names.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

v1::KeyAnswer DescribeKey(const crypto::Hash& key_id, const v1::Key& key,
                          const v1::StatusAnswer& participant_status, AsOf at,
                          const StateReader& source) {
  v1::KeyAnswer out;
  out.set_name(MakeName("keys", key_id));
  *out.mutable_key() = key;
  *out.mutable_status() = Status(KeyHistory(key_id), at, source);
  *out.mutable_participant_status() = participant_status;
  out.set_in_force(InForce(out.status()) && InForce(participant_status));
  return out;
}

}  // namespace

bool AnswerDocument(const v1::DocumentQuestion& question, AsOf at, const StateReader& source,
                    v1::DocumentAnswer& out) {
  const auto document = kDocuments.Get(source, *ParseHashName("documents", question.name()));
  if (!document) return false;
  *out.mutable_document() = *document;
  FillSigners(document->signed_by(), document->registered_time(), at, source,
              *out.mutable_signers());
  return true;
}

bool AnswerParticipant(const v1::ParticipantQuestion& question, AsOf at, const StateReader& source,
                       v1::ParticipantAnswer& out) {
  const std::string id(*ParseName("participants", question.name()));
  const auto participant = kParticipants.Get(source, id);
  if (!participant) return false;
  *out.mutable_participant() = *participant;
  *out.mutable_status() = Status(ParticipantHistory(id), at, source);
  for (std::uint32_t number = 0; number < participant->key_count(); ++number) {
    const auto reference = kKeyReferences.Get(source, id, number);
    const auto key_id = reference ? crypto::Hash::FromBytes(reference->key_id()) : std::nullopt;
    const auto key = key_id ? kKeys.Get(source, *key_id) : std::nullopt;
    if (!key) throw StorageFailure("a key of " + question.name() + " is missing");
    *out.add_keys() = DescribeKey(*key_id, *key, out.status(), at, source);
  }
  return true;
}

bool AnswerKey(const v1::KeyQuestion& question, AsOf at, const StateReader& source,
               v1::KeyAnswer& out) {
  const auto key_id = *ParseHashName("keys", question.name());
  const auto key = kKeys.Get(source, key_id);
  if (!key) return false;
  out = DescribeKey(key_id, *key, ParticipantStatus(key->participant(), at, source), at, source);
  return true;
}

bool AnswerAccreditation(const v1::AccreditationQuestion& question, AsOf at,
                         const StateReader& source, v1::AccreditationAnswer& out) {
  const auto id = *ParseIdName("accreditations", question.name());
  const auto accreditation = kAccreditations.Get(source, id);
  if (!accreditation) return false;
  *out.mutable_accreditation() = *accreditation;
  *out.mutable_status() = Status(AccreditationHistory(id), at, source);
  *out.mutable_accreditor_status() = ParticipantStatus(accreditation->accreditor(), at, source);
  *out.mutable_body_status() = ParticipantStatus(accreditation->body(), at, source);
  FillSigners(accreditation->signed_by(), accreditation->granted_time(), at, source,
              *out.mutable_signers());
  out.set_in_force(InForce(out.status()) && InForce(out.accreditor_status()) &&
                   InForce(out.body_status()) && AllCounted(out.signers()));
  return true;
}

bool AnswerLicence(const v1::LicenceQuestion& question, AsOf at, const StateReader& source,
                   v1::LicenceAnswer& out) {
  const auto id = *ParseIdName("licences", question.name());
  const auto licence = kLicences.Get(source, id);
  if (!licence) return false;
  *out.mutable_licence() = *licence;
  *out.mutable_status() = Status(LicenceHistory(id), at, source);
  *out.mutable_owner_status() = ParticipantStatus(licence->owner(), at, source);
  *out.mutable_certifier_status() = ParticipantStatus(licence->certifier(), at, source);
  FillSigners(licence->signed_by(), licence->granted_time(), at, source, *out.mutable_signers());
  out.set_in_force(InForce(out.status()) && InForce(out.owner_status()) &&
                   InForce(out.certifier_status()) && AllCounted(out.signers()));
  return true;
}

bool AnswerRecords(const v1::RecordsQuestion& question, const StateReader& source,
                   v1::RecordsAnswer& out) {
  for (const auto& key : question.keys()) {
    auto& row = *out.add_records();
    row.set_key(key);
    row.set_record(source.Get(key).value_or(""));
  }
  return true;
}

}  // namespace tanji::ledger
