#include "tests/property/model/evidence.h"

#include "crypto/hash/hex.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

Code RegisterDocument(const v1::RegisterDocument& message, const Act& act, World& world) {
  if (const Code code = Bytes(message.sha256(), 32)) return code;
  if (const Code code = Text(message.title())) return code;
  if (message.size_bytes() < 1 || message.size_bytes() > std::uint64_t{1} << 40) {
    return v1::CODE_FIELD_OUT_OF_RANGE;
  }
  if (message.visibility() == v1::VISIBILITY_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (!world.documents.insert(crypto::ToHex(message.sha256())).second) {
    return v1::CODE_ALREADY_EXISTS;
  }
  v1::Document record;
  record.set_sha256(message.sha256());
  *record.mutable_title() = message.title();
  record.set_media_type(message.media_type());
  record.set_size_bytes(message.size_bytes());
  record.set_visibility(message.visibility());
  record.set_url(message.url());
  record.set_registered_by(act.author);
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  world.kept[KeyOf(KeySpace::kDocument).Raw(message.sha256()).bytes] = BytesOf(record);
  return v1::CODE_OK;
}

constexpr OperationModel kModel[] = {MakeModel<&v1::Operation::register_document, RegisterDocument>(
    v1::Operation::kRegisterDocument, v1::PERMISSION_REGISTER_DOCUMENTS)};

}  // namespace

Code DocumentsShape(const Names& names) {
  std::string hash;
  for (const auto& name : names) {
    if (const Code code = HashName("documents", name, hash)) return code;
  }
  for (int i = 1; i < names.size(); ++i) {
    if (names[i - 1] >= names[i]) return v1::CODE_LIST_NOT_ASCENDING;
  }
  return v1::CODE_OK;
}

Code DocumentsRefusal(const Names& names, const World& world) {
  for (const auto& name : names) {
    const auto hash = name.substr(std::string_view("documents/").size());
    if (!world.documents.contains(hash)) return v1::CODE_NOT_FOUND;
  }
  return v1::CODE_OK;
}

std::span<const OperationModel> EvidenceModel() {
  return kModel;
}

}  // namespace tanji::property
