// The example file of `certificate issue --print-template`.
#pragma once

#include "client/sdk/text.h"

namespace tanji::client::cli {

inline constexpr Text kCertificateTemplate{
    R"({
  // 依据哪份核查声明、凭哪份许可和认可，写全名；也可不写在这里，用 --statement、--licence、
  // --accreditation 给出。
  "statement": "statements/00000000-0000-8000-8000-000000000000",
  "licence": "licences/00000000-0000-8000-8000-000000000000",
  "accreditation": "accreditations/00000000-0000-8000-8000-000000000000",
  // 核查声明须按同一技术版本出具。
  "scheme_version": "schemes/baoting-1-5-pilot/versions/v1",
  "sub_scope": "ISO/IEC 17065",
  // 参与评价或复核的人，按字母次序，1 到 8 位，其中至少一位签名；作决定的人不能在其中，也须签名。
  "evaluators": ["chen"],
  "decision_maker": "lu",
  // 日期（按标准体系的时差，首末日都算）。不写：自今日起，到版本允许的最后一日，并按版本的间隔监督。
  // "valid_from_day": "2026-12-01", "valid_until_day": "2028-11-30", "surveillance_days": ["2027-12-01"],
  // 扩项或变更时写前一份证书，或用 --predecessor："predecessor": "certificates/…"。
  // 依据文件，须已登记，按字母次序，最多 16 个；没有就删去："evidence": ["documents/…"]。
  "decision": {
    "zh": "符合该版本要求，准予认证。",
    "en": "Meets the version's requirements; certification is granted.",
    "prevailing": "ZH",
    "translation": "HUMAN"
  },
  // 声明公正，且在规定年限内没有为该生产者提供咨询；不能声明就不能颁发。
  "impartial": true
}
)",
    R"({
  // On which statement, under which licence and accreditation: full names; or leave them out here and
  // give them as --statement, --licence and --accreditation.
  "statement": "statements/00000000-0000-8000-8000-000000000000",
  "licence": "licences/00000000-0000-8000-8000-000000000000",
  "accreditation": "accreditations/00000000-0000-8000-8000-000000000000",
  // The statement was given under the same technical version.
  "scheme_version": "schemes/baoting-1-5-pilot/versions/v1",
  "sub_scope": "ISO/IEC 17065",
  // Who took part in evaluation or review, in the order of the alphabet, 1 to 8; one of them at least
  // signs. Who decides is none of them, and signs too.
  "evaluators": ["chen"],
  "decision_maker": "lu",
  // Days of the scheme, both included. Left out: from today, as long as the version allows, and
  // surveillance as often as it asks.
  // "valid_from_day": "2026-12-01", "valid_until_day": "2028-11-30", "surveillance_days": ["2027-12-01"],
  // Of an extension or change, or as --predecessor: "predecessor": "certificates/…".
  // Documents, registered before, in the order of the alphabet, at most 16; leave out if there are
  // none: "evidence": ["documents/…"].
  "decision": {
    "zh": "符合该版本要求，准予认证。",
    "en": "Meets the version's requirements; certification is granted.",
    "prevailing": "EN",
    "translation": "HUMAN"
  },
  // You are impartial and gave this producer no consultancy within the time that the version names.
  // Without this there is no certificate.
  "impartial": true
}
)"};

}  // namespace tanji::client::cli
