#include "tests/crash/workload.h"

#include <algorithm>

#include "tests/crash/fail.h"
#include "tests/crash/node.h"
#include "tests/crash/random.h"

namespace tanji::crash {
namespace {

constexpr std::string_view kZero("\0", 1);
constexpr std::string_view kTransactionTag = "tanji-transaction-v1";
constexpr std::string_view kPossessionTag = "tanji-key-possession-v1";
constexpr std::string_view kHolder = "holder";
constexpr std::uint64_t kNonceBytes = 16;
constexpr int kSearches = 24;  // for something earlier to refer to

// In percent of all.
constexpr struct {
  Kind kind;
  unsigned percent;
} kMix[] = {
    {Kind::kDocuments, 38},    {Kind::kDocumentsRefused, 14},  {Kind::kRivals, 8},
    {Kind::kParticipant, 14},  {Kind::kParticipantRefused, 5}, {Kind::kAddKey, 10},
    {Kind::kAddKeyRefused, 5}, {Kind::kFalseSignature, 2},     {Kind::kWrongChain, 1},
    {Kind::kExpired, 1},       {Kind::kUnknownKey, 2},
};

void SetText(v1::BilingualText& text, const std::string& zh) {
  text.set_zh(zh);
  text.set_prevailing(v1::PREVAILING_ZH);
  text.set_translation(v1::TRANSLATION_MISSING);
}

v1::RegisterDocument DocumentOf(const crypto::Hash& sha256) {
  v1::RegisterDocument document;
  document.set_sha256(sha256.str());
  SetText(*document.mutable_title(), fmt::format("文件 {}", sha256.Hex().substr(0, 8)));
  document.set_media_type("application/pdf");
  document.set_size_bytes(1 + sha256.bytes[0]);
  document.set_visibility(v1::VISIBILITY_PUBLIC);
  return document;
}

void AddDocument(const crypto::Hash& sha256, v1::TransactionBody& body) {
  *body.add_operations()->mutable_register_document() = DocumentOf(sha256);
}

std::string ParticipantId(std::uint64_t number) {
  return fmt::format("p-{}", number);
}

std::string Sign(const crypto::SigningKey& key, const std::string& body, bool spoilt) {
  const std::string message = std::string(kTransactionTag).append(kZero).append(body);
  v1::Transaction transaction;
  transaction.set_body(body);
  auto& signature = *transaction.add_signatures();
  signature.set_key_id(key.key_id().str());
  std::string bytes(key.Sign(message).view());
  if (spoilt) bytes[0] = static_cast<char>(bytes[0] ^ 1);
  signature.set_signature(bytes);
  return transaction.SerializeAsString();
}

v1::Code DropCodeOf(Kind kind) {
  switch (kind) {
    case Kind::kFalseSignature:
      return v1::CODE_SIGNATURE_FALSE;
    case Kind::kWrongChain:
      return v1::CODE_WRONG_CHAIN;
    case Kind::kExpired:
      return v1::CODE_EXPIRED;
    case Kind::kUnknownKey:
      return v1::CODE_KEY_UNKNOWN;
    default:
      return v1::CODE_OK;
  }
}

}  // namespace

Workload::Workload(std::uint64_t seed, crypto::SigningKey operator_key, std::int64_t expire_time_ms)
    : seed_(seed), operator_key_(std::move(operator_key)), expire_time_ms_(expire_time_ms) {}

std::uint64_t Workload::BatchSize(std::uint64_t batch) const {
  return Random(seed_, "size", batch).Between(1, kMaxBatch);
}

Kind Workload::KindOf(std::uint64_t number) const {
  std::uint64_t point = Random(seed_, "kind", number).Between(0, 99);
  for (const auto& [kind, percent] : kMix) {
    if (point < percent) return kind;
    point -= percent;
  }
  Fail("the shares of the kinds are less than 100 percent");
}

std::optional<std::uint64_t> Workload::Earlier(std::uint64_t number, std::string_view purpose,
                                               std::initializer_list<Kind> kinds) const {
  const std::uint64_t batch = number / kMaxBatch;
  if (batch < kReferenceDistance) return std::nullopt;
  Random random(seed_, purpose, number);
  for (int i = 0; i < kSearches; ++i) {
    const std::uint64_t earlier = random.Between(0, batch - kReferenceDistance);
    const std::uint64_t found = earlier * kMaxBatch + random.Between(0, BatchSize(earlier) - 1);
    if (std::find(kinds.begin(), kinds.end(), KindOf(found)) != kinds.end()) return found;
  }
  return std::nullopt;
}

Batch Workload::MakeBatch(std::uint64_t number) const {
  Random random(seed_, "batch", number);
  Batch batch{number, random.Percent(50), {}};
  const std::uint64_t size = BatchSize(number);
  for (std::uint64_t position = 0; position < size; ++position) {
    const std::uint64_t own = number * kMaxBatch + position;
    batch.items.push_back(Make(own));
    // Something that has been answered long ago, at times with false signatures.
    if (random.Percent(8)) {
      const auto answered = Earlier(own, "again",
                                    {Kind::kDocuments, Kind::kDocumentsRefused, Kind::kRivals,
                                     Kind::kParticipant, Kind::kAddKey});
      if (answered) batch.items.push_back(Make(*answered, random.Percent(30)));
    }
    // The same twice in one call, or in two calls at a time.
    if (random.Percent(4)) batch.items.push_back(batch.items.back());
    if (number > 0 && random.Percent(2)) batch.items.push_back(Make((number - 1) * kMaxBatch));
  }
  return batch;
}

Item Workload::Make(std::uint64_t number, bool spoilt) const {
  const Kind kind = KindOf(number);
  Author author = AuthorOf(number);
  const v1::TransactionBody body = BodyOf(number, author);
  const std::string bytes = body.SerializeAsString();
  Item item;
  item.number = number;
  item.id = crypto::Sha256({kTransactionTag, kZero, bytes});
  item.bytes = Sign(author.key, bytes, spoilt || kind == Kind::kFalseSignature);
  item.dropped = DropCodeOf(kind);
  return item;
}

crypto::SigningKey Workload::KeyOf(std::uint64_t number, std::uint64_t position) const {
  const auto seed = crypto::Sha256(fmt::format("{}/key/{}/{}", seed_, number, position));
  return *crypto::SigningKey::FromSeed(seed.view());
}

Workload::Author Workload::ParticipantOf(std::uint64_t number) const {
  return {"participants/" + ParticipantId(number), KeyOf(number, 0)};
}

Workload::Author Workload::AuthorOf(std::uint64_t number) const {
  Author the_operator{"participants/operator", operator_key_};
  switch (KindOf(number)) {
    case Kind::kParticipant:
    case Kind::kParticipantRefused:
      return the_operator;
    case Kind::kUnknownKey:
      return {"participants/operator", KeyOf(number, 0)};
    default:
      const auto participant = Earlier(number, "author", {Kind::kParticipant});
      return participant ? ParticipantOf(*participant) : the_operator;
  }
}

void Workload::AddDocuments(std::uint64_t number, std::uint64_t count,
                            v1::TransactionBody& body) const {
  for (std::uint64_t i = 0; i < count; ++i) {
    AddDocument(
        crypto::Sha256(fmt::format("{}/document/{}/{}", seed_, number, body.operations_size())),
        body);
  }
}

v1::KeyGrant Workload::Grant(const crypto::SigningKey& key, const std::string& participant) const {
  v1::KeyGrant grant;
  grant.set_public_key(std::string(key.public_key().view()));
  grant.set_holder(std::string(kHolder));
  grant.add_permissions(v1::PERMISSION_MANAGE_KEYS);
  grant.add_permissions(v1::PERMISSION_REGISTER_DOCUMENTS);
  const std::string message = std::string(kPossessionTag)
                                  .append(kZero)
                                  .append(kChainId)
                                  .append(kZero)
                                  .append(participant)
                                  .append(kZero)
                                  .append(kHolder);
  grant.set_possession_signature(std::string(key.Sign(message).view()));
  return grant;
}

v1::RegisterParticipant Workload::Registration(std::uint64_t number,
                                               std::uint64_t key_number) const {
  v1::RegisterParticipant participant;
  participant.set_id(ParticipantId(number));
  participant.add_kinds(v1::PARTICIPANT_KIND_PRODUCER);
  SetText(*participant.mutable_legal_name(), fmt::format("农场 {}", number));
  participant.set_region("CN-HI");
  *participant.add_keys() = Grant(KeyOf(key_number, 0), "participants/" + ParticipantId(number));
  return participant;
}

v1::TransactionBody Workload::BodyOf(std::uint64_t number, Author& author) const {
  Random random(seed_, "body", number);
  v1::TransactionBody body;
  const Kind kind = KindOf(number);
  switch (kind) {
    case Kind::kDocuments:
      AddDocuments(number, random.Between(1, 5), body);
      break;
    case Kind::kRivals: {
      // Three documents for every four batches: neighbours collide.
      const std::uint64_t group = number / kMaxBatch / 4;
      AddDocuments(number, random.Between(0, 2), body);
      AddDocument(crypto::Sha256(fmt::format("{}/rival/{}/{}", seed_, group, random.Between(0, 2))),
                  body);
      break;
    }
    case Kind::kParticipant:
      *body.add_operations()->mutable_register_participant() = Registration(number, number);
      AddDocuments(number, 1, body);
      break;
    case Kind::kAddKey:
      FillAddKey(number, author, body);
      break;
    case Kind::kDocumentsRefused:
    case Kind::kParticipantRefused:
    case Kind::kAddKeyRefused:
      FillRefused(number, author, body);
      break;
    default:
      AddDocuments(number, 1, body);
  }
  body.set_chain_id(kind == Kind::kWrongChain ? "crash.example/other" : std::string(kChainId));
  body.set_author(author.name);
  body.set_expire_time(kind == Kind::kExpired ? 1 : expire_time_ms_);
  body.set_nonce(
      crypto::Sha256(fmt::format("{}/nonce/{}", seed_, number)).str().substr(0, kNonceBytes));
  return body;
}

void Workload::FillAddKey(std::uint64_t number, Author& author, v1::TransactionBody& body) const {
  *body.add_operations()->mutable_add_key()->mutable_key() = Grant(KeyOf(number, 0), author.name);
  AddDocuments(number, 1, body);
}

// Something new first: of that nothing may be left when the last operation is refused.
void Workload::FillRefused(std::uint64_t number, Author& author, v1::TransactionBody& body) const {
  Random random(seed_, "refused", number);
  AddDocuments(number, random.Between(1, 4), body);
  switch (KindOf(number)) {
    case Kind::kDocumentsRefused:
      if (const auto there = Earlier(number, "document", {Kind::kDocuments})) {
        AddDocument(crypto::Sha256(fmt::format("{}/document/{}/0", seed_, *there)), body);
      }
      break;
    case Kind::kParticipantRefused:
      if (const auto there = Earlier(number, "participant", {Kind::kParticipant})) {
        *body.add_operations()->mutable_register_participant() = Registration(*there, number);
      }
      break;
    default: {
      // Its own first key is taken; another's is not shown to be owned.
      auto& grant = *body.add_operations()->mutable_add_key()->mutable_key();
      grant = Grant(random.Percent(50) ? author.key : KeyOf(number, 1), author.name);
      if (grant.public_key() != author.key.public_key().view()) {
        grant.set_possession_signature(std::string(author.key.Sign("another message").view()));
      }
    }
  }
  // At times not the last operation.
  if (random.Percent(30)) AddDocuments(number, 1, body);
}

}  // namespace tanji::crash
