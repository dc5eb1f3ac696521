#include "ledger/modules/evidence/register_document.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/evidence/rules.h"
#include "ledger/modules/evidence/tables.h"

namespace tanji::ledger {

Outcome CheckRegisterDocument(const v1::RegisterDocument& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckExactBytes(message.sha256(), crypto::Hash::kSize, "sha256"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.title(), "title"));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.media_type().empty(), "media_type"));
  if (!IsMediaType(message.media_type())) {
    return Refuse(v1::CODE_MEDIA_TYPE_MALFORMED, {{"value", Shown(message.media_type())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckRange(message.size_bytes(), 1, kMaxDocumentBytes, "size_bytes"));
  TANJI_RETURN_IF_REFUSED(CheckChosen(message.visibility(), "visibility"));
  TANJI_RETURN_IF_REFUSED(CheckMaxBytes(message.url(), kMaxUrlBytes, "url"));
  if (!message.url().empty() && !IsUrl(message.url())) {
    return Refuse(v1::CODE_URL_MALFORMED, {{"value", Shown(message.url())}});
  }
  return Outcome::Ok();
}

Outcome AuthoriseRegisterDocument(const v1::RegisterDocument& message, const OperationContext&,
                                  const StateReader& reader) {
  const auto hash = *crypto::Hash::FromBytes(message.sha256());
  if (!kDocuments.Has(reader, hash)) return Outcome::Ok();
  return Refuse(v1::CODE_ALREADY_EXISTS,
                {{"field", "sha256"}, {"value", MakeName(kDocumentsCollection, hash)}});
}

Outcome ApplyRegisterDocument(const v1::RegisterDocument& message, const OperationContext& context,
                              StateWriter& writer) {
  v1::Document document;
  document.set_sha256(message.sha256());
  *document.mutable_title() = message.title();
  document.set_media_type(message.media_type());
  document.set_size_bytes(message.size_bytes());
  document.set_visibility(message.visibility());
  document.set_url(message.url());
  document.set_registered_by(context.author);
  document.set_registered_time(context.time_ms());
  RecordSigners(context, document);
  kDocuments.Put(writer, *crypto::Hash::FromBytes(message.sha256()), document);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
