#include "client/cli/product_labels/released.h"

#include "client/cli/product_labels/answer_sheet.h"
#include "client/sdk/ask.h"
#include "ledger/base/serial.h"

namespace tanji::client::cli {
namespace {

constexpr Text kNext{
    "序列号：{serial}。生成可打印的标签：tanji label sheet {name} --out 目录",
    "Serial: {serial}. Make labels to print with: tanji label sheet {name} --out DIRECTORY"};

constexpr std::string_view kPrefix = "labels/";

Result<std::string> SerialPrefixOf(Session& session, const std::string& certificate) {
  v1::Question question;
  question.mutable_certificate()->set_name(certificate);
  TANJI_ASSIGN(Client* const client, session.client());
  TANJI_ASSIGN(const Answered answered, Ask(*client, question));
  return answered.verified.answer.certificate().scheme().serial_prefix();
}

}  // namespace

void AddReleasedNames(Session& session, const crypto::Hash& id, const v1::TransactionBody& body,
                      std::vector<std::string>& names) {
  for (int i = 0; i < body.operations_size(); ++i) {
    if (!body.operations(i).has_release_label()) continue;
    const auto prefix = SerialPrefixOf(session, body.operations(i).release_label().certificate());
    if (!prefix.ok() || !ledger::IsSerialPrefix(*prefix)) continue;
    names[static_cast<std::size_t>(i)] =
        std::string(kPrefix) + ledger::DeriveSerial(*prefix, id, static_cast<std::uint16_t>(i), 0);
  }
}

void NoteReleased(const Session& session, const std::vector<std::string>& names) {
  for (const auto& name : names) {
    if (!name.starts_with(kPrefix)) continue;
    const auto serial = name.substr(kPrefix.size());
    session.Note(session.Say(kNext, {{"serial", SerialInGroups(serial)}, {"name", serial}}));
  }
}

}  // namespace tanji::client::cli
