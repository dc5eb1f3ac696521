#include "ledger/modules/membership/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

// The status record of an object that exists; it was made with it.
void ReadStatus(const StateReader& reader, const std::string& state_key, v1::StatusRecord& out) {
  ParseRecordInto(reader.Get(state_key).value(), out);
}

void FillKey(const StateReader& reader, const crypto::Hash& key_id, v1::Key key, v1::KeyView& out) {
  out.set_name(MakeName(kKeysCollection, key_id));
  *out.mutable_key() = std::move(key);
  ReadStatus(reader, MakeKey(KeySpace::kKeyStatus, key_id), *out.mutable_status());
}

void FillBallot(const StateReader& reader, const Id& id, v1::Ballot ballot, v1::BallotView& out) {
  out.set_name(MakeName(kBallotsCollection, id));
  for (const auto& body : ballot.electorate()) {
    auto vote = kBallotVotes.Get(reader, id, ParseParticipantName(body).value());
    if (!vote) continue;
    auto& view = *out.add_votes();
    view.set_participant(body);
    *view.mutable_vote() = std::move(*vote);
  }
  *out.mutable_ballot() = std::move(ballot);
}

void FillAccreditation(const StateReader& reader, const Id& id, v1::Accreditation accreditation,
                       v1::AccreditationView& out) {
  out.set_name(MakeName(kAccreditationsCollection, id));
  *out.mutable_accreditation() = std::move(accreditation);
  ReadStatus(reader, MakeKey(KeySpace::kAccreditationStatus, id), *out.mutable_status());
}

void FillLicence(const StateReader& reader, const Id& id, v1::Licence licence,
                 v1::LicenceView& out) {
  out.set_name(MakeName(kLicencesCollection, id));
  *out.mutable_licence() = std::move(licence);
  ReadStatus(reader, MakeKey(KeySpace::kLicenceStatus, id), *out.mutable_status());
}

Id IdOfKey(std::string_view state_key) {
  return Id::FromBytes(state_key.substr(1)).value();
}

}  // namespace

Outcome GetParticipant(const v1::GetParticipantRequest& request, const StateReader& reader,
                       v1::GetParticipantResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kParticipantsCollection, request.name(), "name"));
  const auto id = ParseParticipantName(request.name()).value();
  auto participant = kParticipants.Get(reader, id);
  if (!participant) return RefuseNotFound("name", request.name());
  for (std::uint32_t number = 0; number < participant->key_count(); ++number) {
    const auto reference = kKeyReferences.Get(reader, id, number).value();
    const auto key_id = crypto::Hash::FromBytes(reference.key_id()).value();
    FillKey(reader, key_id, kKeys.Get(reader, key_id).value(), *response.add_keys());
  }
  *response.mutable_participant() = std::move(*participant);
  ReadStatus(reader, MakeKey(KeySpace::kParticipantStatus, id), *response.mutable_status());
  return Outcome::Ok();
}

Outcome ListParticipants(const v1::ListParticipantsRequest& request, const StateScan& scan,
                         v1::ListParticipantsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kParticipant, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    ParseRecordInto(record, *response.add_participants());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetKey(const v1::GetKeyRequest& request, const StateReader& reader,
               v1::GetKeyResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckHashName(kKeysCollection, request.name(), "name"));
  const auto key_id = ParseHashName(kKeysCollection, request.name()).value();
  auto key = kKeys.Get(reader, key_id);
  if (!key) return RefuseNotFound("name", request.name());
  FillKey(reader, key_id, std::move(*key), *response.mutable_key());
  return Outcome::Ok();
}

Outcome GetBallot(const v1::GetBallotRequest& request, const StateReader& reader,
                  v1::GetBallotResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kBallotsCollection, request.name(), "name"));
  const auto id = ParseIdName(kBallotsCollection, request.name()).value();
  auto ballot = kBallots.Get(reader, id);
  if (!ballot) return RefuseNotFound("name", request.name());
  FillBallot(reader, id, std::move(*ballot), *response.mutable_ballot());
  return Outcome::Ok();
}

Outcome ListBallots(const v1::ListBallotsRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListBallotsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kBallot, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillBallot(reader, IdOfKey(key), ParseRecord<v1::Ballot>(record), *response.add_ballots());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetAccreditation(const v1::GetAccreditationRequest& request, const StateReader& reader,
                         v1::GetAccreditationResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kAccreditationsCollection, request.name(), "name"));
  const auto id = ParseIdName(kAccreditationsCollection, request.name()).value();
  auto accreditation = kAccreditations.Get(reader, id);
  if (!accreditation) return RefuseNotFound("name", request.name());
  FillAccreditation(reader, id, std::move(*accreditation), *response.mutable_accreditation());
  return Outcome::Ok();
}

Outcome ListAccreditations(const v1::ListAccreditationsRequest& request, const StateReader& reader,
                           const StateScan& scan, v1::ListAccreditationsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kAccreditation, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillAccreditation(reader, IdOfKey(key), ParseRecord<v1::Accreditation>(record),
                      *response.add_accreditations());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetLicence(const v1::GetLicenceRequest& request, const StateReader& reader,
                   v1::GetLicenceResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kLicencesCollection, request.name(), "name"));
  const auto id = ParseIdName(kLicencesCollection, request.name()).value();
  auto licence = kLicences.Get(reader, id);
  if (!licence) return RefuseNotFound("name", request.name());
  FillLicence(reader, id, std::move(*licence), *response.mutable_licence());
  return Outcome::Ok();
}

Outcome ListLicences(const v1::ListLicencesRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListLicencesResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kLicence, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillLicence(reader, IdOfKey(key), ParseRecord<v1::Licence>(record), *response.add_licences());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
