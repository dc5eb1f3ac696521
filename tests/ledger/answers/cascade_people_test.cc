// The cascade from whoever stands behind a label: bodies, their accreditations, decisions and keys.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/modules/membership/tables.h"
#include "tests/ledger/answers/support/cascade.h"
#include "tests/ledger/modules/membership/grants.h"

namespace tanji::ledger {
namespace {

using testing::CheckCascade;
using testing::kDayMs;
using testing::kInForce;
using testing::kReview;
using testing::kRevoked;
using testing::kSuspended;
using testing::kVoid;
using testing::kWithdrawn;
using testing::Labelled;
using testing::LabelNow;
using testing::Names;
using testing::OpenStatus;
using testing::Shown;
using testing::Since;

Names ChangeAccreditationOf(Labelled& l, const std::string& name, v1::StatusKind kind) {
  l.By("cnas", testing::ChangeAccreditation(name, OpenStatus(kind)));
  return {name};
}

TEST(CascadeOfPeople, FollowsAccreditationsAndTheLicence) {
  const auto auditors = [](v1::StatusKind kind) {
    return [=](Labelled& l) { return ChangeAccreditationOf(l, l.accreditation, kind); };
  };
  const auto certifiers = [](v1::StatusKind kind) {
    return [=](Labelled& l) { return ChangeAccreditationOf(l, l.names.accreditation, kind); };
  };
  const auto licence = [](v1::StatusKind kind) {
    return [=](Labelled& l) {
      l.By("body-hn", testing::ChangeLicence(l.names.licence, OpenStatus(kind)));
      return Names{l.names.licence};
    };
  };
  CheckCascade({
      {"the auditor's accreditation is suspended", auditors(kSuspended), kSuspended},
      {"the auditor's accreditation is withdrawn", auditors(kWithdrawn), kSuspended},
      {"the certifier's accreditation is suspended", certifiers(kSuspended), kSuspended},
      {"the certifier's accreditation is withdrawn", certifiers(kWithdrawn), kSuspended},
      {"the licence is under review", licence(kReview), kReview},
      {"the licence is suspended", licence(kSuspended), kSuspended},
      {"the licence is withdrawn", licence(kWithdrawn), kSuspended},
  });
}

TEST(CascadeOfPeople, FollowsTheCertifiersDecisions) {
  const auto lots = [](v1::StatusKind kind) {
    return [=](Labelled& l) {
      testing::Farm::Expect(
          l.Certify(testing::ChangeReleasedLots(l.certificate, OpenStatus(kind))));
      return Names{l.certificate};
    };
  };
  CheckCascade({
      {"the certificate is suspended, and nothing is said of released lots",
       [](Labelled& l) {
         testing::Farm::Expect(
             l.Certify(testing::ChangeCertificate(l.certificate, OpenStatus(kSuspended))));
         return Names{};
       },
       kInForce},
      {"released lots are under review", lots(kReview), kReview, {}, true},
      {"released lots are suspended", lots(kSuspended), kSuspended, {}, true},
      {"released lots are withdrawn", lots(kWithdrawn), kWithdrawn, {}, true},
      {"released lots are revoked", lots(kRevoked), kRevoked, {}, true},
      {"both are",
       [](Labelled& l) {
         auto change = testing::ChangeCertificate(l.certificate, OpenStatus(kWithdrawn));
         *change.mutable_released_lots() = OpenStatus(kSuspended);
         testing::Farm::Expect(l.Certify(change));
         return Names{l.certificate};
       },
       kSuspended},
      {"the label itself is suspended",
       [](Labelled& l) {
         testing::Farm::Expect(l.Certify(testing::ChangeLabel(l.label, OpenStatus(kSuspended))));
         return Names{};
       },
       kSuspended,
       {},
       true},
  });
}

TEST(CascadeOfPeople, FollowsKeysLostBeforeTheySigned) {
  const auto lose = [](const char* participant, int key, auto names) {
    return [=](Labelled& l) {
      testing::Lose(l.world, participant, key);
      auto out = names(l);
      std::ranges::sort(out);
      return out;
    };
  };
  const std::string first(testing::kFirstVersion);
  const Since none{Since::kNone};
  CheckCascade({
      {"the producer's key for labels", lose("farm", 1, [](Labelled& l) { return Names{l.label}; }),
       kVoid, none, true, true},
      {"the producer's other key",
       lose("farm", 0,
            [](Labelled& l) {
              return Names{l.rated, testing::LotName("h26")};
            }),
       kVoid, none, false, true},
      {"the certifier's", lose("certifier", 1, [](Labelled& l) { return Names{l.certificate}; }),
       kVoid, none, false, true},
      {"the lead verifier's", lose("auditor", 0, [](Labelled& l) { return Names{l.statement}; }),
       kVoid, none, false, true},
      {"the reviewer's", lose("auditor", 1, [](Labelled& l) { return Names{l.statement}; }), kVoid,
       none, false, true},
      {"the accreditor's",
       lose("cnas", 0,
            [](Labelled& l) {
              return Names{l.accreditation, l.names.accreditation};
            }),
       kVoid, none, false, true},
      {"the scheme owner's",
       lose("body-hn", 0,
            [=](Labelled& l) {
              return Names{l.names.licence, first};
            }),
       kVoid, none, false, true},
      {"the publisher's of factors",
       lose("body-cn", 0,
            [](Labelled&) {
              return Names{"datasets/power", "gwpSets/ar6"};
            }),
       kVoid, none, false, true},
  });
}

// Kinds of participants are decided by ballots; here they are put in place.
Names End(Labelled& l, const char* participant, v1::StatusKind kind, std::int64_t from_ms) {
  ParticipantHistory(participant)
      .Open(l.world.state(), {l.world.now_ms(), "ballots/x"}, kind, from_ms, testing::Reason());
  return {};
}

TEST(CascadeOfPeople, FollowsParticipantsOnTheDayTheyActed) {
  const Since none{Since::kNone};
  CheckCascade({
      {"the certifier is suspended later",
       [](Labelled& l) { return End(l, "certifier", kSuspended, l.world.now_ms()); },
       kInForce,
       {},
       true},
      {"the certifier was void by then",
       [](Labelled& l) {
         End(l, "certifier", kVoid, testing::kGenesisTimeMs);
         return Names{l.certificate};
       },
       kVoid, none, false, true},
      {"the auditor was void by then",
       [](Labelled& l) {
         End(l, "auditor", kVoid, testing::kGenesisTimeMs);
         return Names{"participants/auditor"};
       },
       kVoid, none, false, true},
      {"the producer is suspended later",
       [](Labelled& l) {
         End(l, "farm", kSuspended, l.world.now_ms());
         return Names{"participants/farm"};
       },
       kSuspended,
       {},
       true},
  });
}

// The rules are those of the technical version, whoever published the edition.
TEST(CascadeOfPeople, FollowsTheKeyThatPublishedTheRulesOfAnEdition) {
  testing::Certification c;
  v1::AddKey key;
  *key.mutable_key() = testing::Grant("body-hn", 1, testing::AllPermissions());
  testing::Farm::Expect(c.world.Do("body-hn", key));
  auto rewording = testing::Edition();
  rewording.set_effective_day("2026-07-01");
  testing::Farm::Expect(c.world.Do("body-hn", rewording));
  const std::string edition = "schemes/pilot/versions/v1-en";
  const auto publication = testing::VersionPublication(c.world, edition);
  testing::Farm::Expect(c.world.Run("body-hn", {testing::Op(publication)}, {1}));
  testing::Farm::Expect(
      c.world.Run("body-hn", {testing::Op(testing::PilotLicence("certifier"))}, {1}));
  auto message = c.Message();
  message.set_licence(c.world.CreatedName("licences"));
  c.world.Advance(40 * kDayMs);
  message.set_valid_from_day("2026-07-12");
  message.set_scheme_version(edition);
  const auto label = c.Released(testing::Release(c.Certified(message), "h26", "100"));
  EXPECT_EQ(LabelNow(c.world, label).kind(), kInForce);
  testing::Lose(c.world, "body-hn", 0);
  const auto answer = LabelNow(c.world, label);
  EXPECT_EQ(answer.kind(), kVoid);
  EXPECT_EQ(Shown(answer.causes()), (Names{"schemes/pilot/versions/v1 STATUS_KIND_VOID -"}));
}

}  // namespace
}  // namespace tanji::ledger
