// The answers by kind of subject. Each fills its part of the answer and returns whether the subject
// exists. What a rule settled at block time and nothing can change later is not asked again.
#pragma once

#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::ledger {

bool AnswerDocument(const v1::DocumentQuestion& question, AsOf at, const StateReader& source,
                    v1::DocumentAnswer& out);
bool AnswerParticipant(const v1::ParticipantQuestion& question, AsOf at, const StateReader& source,
                       v1::ParticipantAnswer& out);
bool AnswerKey(const v1::KeyQuestion& question, AsOf at, const StateReader& source,
               v1::KeyAnswer& out);
bool AnswerAccreditation(const v1::AccreditationQuestion& question, AsOf at,
                         const StateReader& source, v1::AccreditationAnswer& out);
bool AnswerLicence(const v1::LicenceQuestion& question, AsOf at, const StateReader& source,
                   v1::LicenceAnswer& out);
bool AnswerDataset(const v1::DatasetQuestion& question, AsOf at, const StateReader& source,
                   v1::DatasetAnswer& out);
bool AnswerFactor(const v1::FactorQuestion& question, AsOf at, const StateReader& source,
                  v1::FactorAnswer& out);
bool AnswerGwpSet(const v1::GwpSetQuestion& question, AsOf at, const StateReader& source,
                  v1::GwpSetAnswer& out);
bool AnswerFacility(const v1::FacilityQuestion& question, AsOf at, const StateReader& source,
                    v1::FacilityAnswer& out);
bool AnswerProduct(const v1::ProductQuestion& question, AsOf at, const StateReader& source,
                   v1::ProductAnswer& out);
bool AnswerLot(const v1::LotQuestion& question, AsOf at, const StateReader& source,
               v1::LotAnswer& out);
bool AnswerSchemeVersion(const v1::SchemeVersionQuestion& question, AsOf at,
                         const StateReader& source, v1::SchemeVersionAnswer& out);
bool AnswerFootprint(const v1::FootprintQuestion& question, AsOf at, const StateReader& source,
                     v1::FootprintAnswer& out);
bool AnswerCorrection(const v1::CorrectionQuestion& question, AsOf at, const StateReader& source,
                      v1::CorrectionAnswered& out);
bool AnswerStatement(const v1::StatementQuestion& question, AsOf at, const StateReader& source,
                     v1::StatementAnswer& out);
bool AnswerCertificate(const v1::CertificateQuestion& question, AsOf at, const StateReader& source,
                       v1::CertificateAnswer& out);
bool AnswerLabel(const v1::LabelQuestion& question, AsOf at, const StateReader& source,
                 v1::LabelAnswer& out);
bool AnswerRecords(const v1::RecordsQuestion& question, const StateReader& source,
                   v1::RecordsAnswer& out);

}  // namespace tanji::ledger
