// Every way in which evidence refuses.
#include "tests/ledger/modules/refusals.h"
#include "ledger/modules/evidence/register_document.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

std::vector<RefusalCase> EvidenceRefusals() {
  using M = v1::RegisterDocument;
  std::vector<RefusalCase> cases;
  AddAlterations<M>(Document("x"), CheckRegisterDocument,
                    {
                        {"no hash",
                         [](M& m) { m.clear_sha256(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "sha256"}}},
                        {"short hash",
                         [](M& m) { m.set_sha256("ab"); },
                         v1::CODE_FIELD_LENGTH,
                         {{"field", "sha256"}, {"value", "2"}, {"expected", "32"}}},
                        {"no title",
                         [](M& m) { m.clear_title(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "title.prevailing"}}},
                        {"no media type",
                         [](M& m) { m.clear_media_type(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "media_type"}}},
                        {"media type",
                         [](M& m) { m.set_media_type("PDF"); },
                         v1::CODE_MEDIA_TYPE_MALFORMED,
                         {{"value", "PDF"}}},
                        {"no bytes",
                         [](M& m) { m.clear_size_bytes(); },
                         v1::CODE_FIELD_OUT_OF_RANGE,
                         {{"field", "size_bytes"},
                          {"value", "0"},
                          {"lowest", "1"},
                          {"highest", "1099511627776"}}},
                        {"too many bytes",
                         [](M& m) { m.set_size_bytes((std::uint64_t{1} << 40) + 1); },
                         v1::CODE_FIELD_OUT_OF_RANGE,
                         {{"field", "size_bytes"},
                          {"value", "1099511627777"},
                          {"lowest", "1"},
                          {"highest", "1099511627776"}}},
                        {"no visibility",
                         [](M& m) { m.clear_visibility(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "visibility"}}},
                        {"long url",
                         [](M& m) { m.set_url("https://" + std::string(505, 'a')); },
                         v1::CODE_FIELD_TOO_LONG,
                         {{"field", "url"}, {"value", "513"}, {"limit", "512"}}},
                        {"url",
                         [](M& m) { m.set_url("ftp://x"); },
                         v1::CODE_URL_MALFORMED,
                         {{"value", "ftp://x"}}},
                    },
                    cases);
  cases.push_back({"registered before",
                   v1::CODE_ALREADY_EXISTS,
                   {{"field", "sha256"}, {"value", "documents/" + crypto::Sha256("x").Hex()}},
                   [] {
                     World world;
                     EXPECT_TRUE(Accepted(world.Do("cnas", Document("x"))));
                     return world.Do("zone", Document("x"));
                   }});
  return cases;
}

}  // namespace tanji::ledger::testing
