// tanji document: what is registered under a file's hash.
#include "client/cli/commands.h"
#include "client/cli/inputs.h"
#include "client/cli/lists/lists.h"
#include "client/cli/messages.h"
#include "client/cli/options.h"
#include "client/cli/reading.h"
#include "client/cli/writing.h"
#include "client/sdk/file.h"
#include "ledger/modules/common/names.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kMediaTypeUnknown{
    ErrorKind::kUsage,
    "MEDIA_TYPE_UNKNOWN",
    {"从文件名看不出 {file} 的类型。请用 --media-type，如 application/pdf。",
     "The name of {file} does not tell its type. Give --media-type, such as application/pdf."}};
constexpr Fault kFileEmpty{
    ErrorKind::kLocal,
    "FILE_EMPTY",
    {"文件 {file} 是空的，不能登记。", "The file {file} is empty and cannot be registered."}};
constexpr Text kHashing{"正在计算 {file} 的摘要：{percent}%", "Hashing {file}: {percent} %"};

struct KnownType {
  std::string_view ending, media_type;
};
constexpr KnownType kTypes[] = {
    {".pdf", "application/pdf"},
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".csv", "text/csv"},
    {".txt", "text/plain"},
    {".html", "text/html"},
    {".md", "text/markdown"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".zip", "application/zip"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
};

Result<std::string> MediaType(const Arguments& arguments, const std::string& file) {
  if (const auto given = arguments.Find("media-type")) return *given;
  for (const auto& type : kTypes) {
    if (file.ends_with(type.ending)) return std::string(type.media_type);
  }
  return Error(kMediaTypeUnknown, {{"file", file}});
}

Result<HashedFile> Hash(const Session& session, const std::string& file) {
  return HashFile(file, [&](std::uint64_t done, std::uint64_t total) {
    if (total < (8u << 20)) return;  // over before it could be read
    session.Progress(session.Say(
        kHashing, {{"file", Safe(file)}, {"percent", std::to_string(100 * done / total)}}));
  });
}

Result<Exit> Register(Session& session, const Arguments& arguments) {
  const std::string file = arguments.Get("file");
  TANJI_ASSIGN(const HashedFile hashed, Hash(session, file));
  if (hashed.size_bytes == 0) return Error(kFileEmpty, {{"file", file}});
  v1::RegisterDocument document;
  document.set_sha256(hashed.sha256.str());
  document.set_size_bytes(hashed.size_bytes);
  TANJI_ASSIGN(*document.mutable_title(), TextArgument(arguments, "title"));
  TANJI_ASSIGN(*document.mutable_media_type(), MediaType(arguments, file));
  TANJI_ASSIGN(const auto visibility,
               EnumArgument<v1::Visibility>(arguments.Find("visibility").value_or("public"),
                                            "--visibility"));
  document.set_visibility(visibility);
  document.set_url(arguments.Get("url"));
  return WriteOperation(session, [&](v1::Operation& operation) {
    *operation.mutable_register_document() = document;
  });
}

Result<Exit> Ask(Session& session, const std::string& name) {
  v1::Question question;
  question.mutable_document()->set_name(name);
  return AskAndShow(session, std::move(question));
}

Result<Exit> Show(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const std::string name, DocumentArgument(arguments.Get("document")));
  return Ask(session, name);
}

Result<Exit> Check(Session& session, const Arguments& arguments) {
  TANJI_ASSIGN(const HashedFile hashed, Hash(session, arguments.Get("file")));
  return Ask(session, ledger::MakeName(ledger::kDocumentsCollection, hashed.sha256));
}

constexpr Parameter kTitleZh{
    Kind::kOption, "title-zh", "TEXT", {"标题（中文）", "title in Chinese"}};
constexpr Parameter kTitleEn{
    Kind::kOption, "title-en", "TEXT", {"标题（英文）", "title in English"}};
constexpr Parameter kRegisterParameters[] = {
    {Kind::kArgument,
     "file",
     "FILE",
     {"要登记的文件；内容不会上传，只登记摘要", "the file; only its hash is sent"},
     true},
    kTitleZh,
    kTitleEn,
    kPrevailing,
    kMachineTranslated,
    kSettledBy,
    {Kind::kOption,
     "media-type",
     "TYPE",
     {"媒体类型；默认按文件名", "media type; by default from the file's name"}},
    {Kind::kOption,
     "visibility",
     "public|restricted|sealed",
     {"谁可以看内容，默认 public", "who may read the content; by default public"}},
    {Kind::kOption, "url", "URL", {"公开发布的网址", "where it was published"}},
};
constexpr Parameter kShowParameters[] = {
    {Kind::kArgument,
     "document",
     "DOCUMENT",
     {"documents/摘要，或摘要", "documents/SHA256, or the hash alone"},
     true},
    kOn,
    kKnown,
};
constexpr Parameter kCheckParameters[] = {
    {Kind::kArgument, "file", "FILE", {"要核对的文件", "the file"}, true},
    kOn,
    kKnown,
};
constexpr Parameter kListParameters[] = {kPageSize, kPageToken};

constexpr Command kCommands[] = {
    {"register", {"登记文件的摘要", "register a file's hash"}, kRegisterParameters, Register},
    {"show", {"显示已登记的文件", "show what is registered under a hash"}, kShowParameters, Show},
    {"check",
     {"核对手中的文件是否已登记", "is this very file registered?"},
     kCheckParameters,
     Check},
    {"list", {"列出已登记的文件", "list documents"}, kListParameters, ListDocuments},
};

}  // namespace

constinit const Noun kDocumentNoun{"document", {"文件", "documents"}, kCommands};

}  // namespace tanji::client::cli
