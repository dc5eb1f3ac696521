#include "tests/ledger/answers/support/labelled.h"

#include "ledger/answers/answer.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

v1::DeriveLot Split() {
  auto message = Derived("split", {{"h26", "300"}}, "300");
  message.set_custody(v1::CUSTODY_MODEL_SEGREGATED);
  return message;
}

}  // namespace

Labelled::Labelled(v1::CreateSchemeVersion first)
    : Certification(std::move(first)), certificate(Certified()) {
  label = Released(Release(certificate, "h26", "100"));
  Do(Split());
  split_label = Released(ReleaseMark(certificate, "split", "50"));
}

v1::LabelAnswer LabelAt(World& world, const std::string& name, std::int64_t effective_ms,
                        std::int64_t known_ms, std::uint64_t unit) {
  auto question = AskLabel(name, unit);
  question.set_effective_time(effective_ms);
  question.set_known_time(known_ms);
  v1::Answer answer;
  EXPECT_TRUE(Accepted(AnswerQuestion(question, world.now_ms(), world.state(), answer)));
  EXPECT_TRUE(answer.found());
  return answer.label();
}

v1::LabelAnswer LabelNow(World& world, const std::string& name, std::uint64_t unit) {
  return LabelAt(world, name, world.now_ms(), world.now_ms(), unit);
}

v1::CertificateAnswer CertificateNow(World& world, const std::string& name) {
  v1::Answer answer;
  EXPECT_TRUE(
      Accepted(AnswerQuestion(AskCertificate(name), world.now_ms(), world.state(), answer)));
  EXPECT_TRUE(answer.found());
  return answer.certificate();
}

void Lose(World& world, const char* participant, int key) {
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(KeyNameOf(participant, key));
  compromise.set_since_time(kGenesisTimeMs);
  *compromise.mutable_reason() = Reason();
  EXPECT_TRUE(Accepted(world.Do(participant, compromise)));
}

}  // namespace tanji::ledger::testing
