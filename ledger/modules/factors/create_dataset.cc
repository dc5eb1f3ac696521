#include "ledger/modules/factors/create_dataset.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/values.h"
#include "ledger/modules/evidence/rules.h"
#include "ledger/modules/factors/own_dataset.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/membership/standing.h"

namespace tanji::ledger {
namespace {

Outcome CheckKnownUrl(const v1::KnownText& url) {
  TANJI_RETURN_IF_REFUSED(CheckKnownText(url, "url", kMaxUrlBytes));
  if (!url.has_text() || IsUrl(url.text())) return Outcome::Ok();
  return Refuse(v1::CODE_URL_MALFORMED, {{"value", Shown(url.text())}});
}

}  // namespace

Outcome CheckCreateDataset(const v1::CreateDataset& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), "id"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.title(), "title"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.publisher(), "publisher"));
  TANJI_RETURN_IF_REFUSED(CheckKnownText(message.notice_number(), "notice_number"));
  TANJI_RETURN_IF_REFUSED(CheckKnownHash(message.document_sha256(), "document_sha256"));
  TANJI_RETURN_IF_REFUSED(CheckKnownUrl(message.url()));
  TANJI_RETURN_IF_REFUSED(CheckKnownText(message.licence(), "licence"));
  TANJI_RETURN_IF_REFUSED(
      CheckExactBytes(message.transcription_sha256(), crypto::Hash::kSize, "transcription_sha256"));
  TANJI_RETURN_IF_REFUSED(CheckRange(message.year(), kFirstYear, kLastYear, "year"));
  if (message.supersedes().empty()) return Outcome::Ok();
  return CheckChosenName(kDatasetsCollection, message.supersedes(), "supersedes");
}

Outcome AuthoriseCreateDataset(const v1::CreateDataset& message, const OperationContext& context,
                               const StateReader& reader) {
  // A supplier may publish its own factors; what may be used where is each scheme's matter.
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(
      context, reader,
      {v1::PARTICIPANT_KIND_BODY, v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER,
       v1::PARTICIPANT_KIND_PRODUCER_GROUP, v1::PARTICIPANT_KIND_PRODUCER}));
  if (kDatasets.Has(reader, message.id())) {
    return Refuse(v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", MakeName(kDatasetsCollection, message.id())}});
  }
  if (message.supersedes().empty()) return Outcome::Ok();
  OwnDataset older;
  TANJI_RETURN_IF_REFUSED(
      FindOwnDataset(context, reader, "supersedes", message.supersedes(), older));
  TANJI_RETURN_IF_REFUSED(RequirePublished(older, "supersedes"));
  return CheckRoomForSuccessor(older);
}

Outcome ApplyCreateDataset(const v1::CreateDataset& message, const OperationContext& context,
                           StateWriter& writer) {
  v1::Dataset dataset;
  dataset.set_id(message.id());
  *dataset.mutable_title() = message.title();
  *dataset.mutable_publisher() = message.publisher();
  *dataset.mutable_notice_number() = message.notice_number();
  *dataset.mutable_document_sha256() = message.document_sha256();
  *dataset.mutable_url() = message.url();
  *dataset.mutable_licence() = message.licence();
  dataset.set_transcription_sha256(message.transcription_sha256());
  dataset.set_year(message.year());
  dataset.set_supersedes(message.supersedes());
  dataset.set_created_by(context.author);
  dataset.set_created_time(context.time_ms());
  RecordSigners(context, dataset);
  kDatasets.Put(writer, message.id(), dataset);
  v1::DatasetProgress progress;
  progress.set_rows_digest(DraftDigest().str());
  kDatasetProgress.Put(writer, message.id(), progress);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
