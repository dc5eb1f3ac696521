#include "ledger/modules/schemes/add_criteria.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/tables.h"

namespace tanji::ledger {
namespace {

const std::string& CodeOf(const v1::CategoryCriteria& category) {
  return category.category();
}

}  // namespace

Outcome CheckAddCriteria(const v1::AddCriteria& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(message.version(), "version"));
  return CheckRows(message.categories(), "categories", "category", CodeOf, CheckCategory);
}

Outcome AuthoriseAddCriteria(const v1::AddCriteria& message, const OperationContext& context,
                             const StateReader& reader) {
  OwnVersion draft;
  TANJI_RETURN_IF_REFUSED(
      FindOwnTechnicalDraft(context, reader, message.version(), "categories", draft));
  const auto requirements = kSchemeRequirements.Get(reader, draft.ids.scheme, draft.ids.version);
  if (!requirements) {
    return Refuse(v1::CODE_NOT_FOR_SCHEME_KIND,
                  {{"field", "categories"}, {"value", v1::SchemeKind_Name(draft.scheme.kind())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckComesAfter(
      message.categories(0).category(), draft.progress.last_category(), "categories[0].category"));
  for (int i = 0; i < message.categories_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(
        CheckCategoryFits(message.categories(i), *requirements, Item("categories", i)));
  }
  return Outcome::Ok();
}

Outcome ApplyAddCriteria(const v1::AddCriteria& message, const OperationContext&,
                         StateWriter& writer) {
  const auto ids = ParseVersionName(message.version()).value();
  auto progress = kSchemeVersionProgress.Get(writer, ids.scheme, ids.version).value();
  progress.set_categories_digest(AppendRows(writer, kCategoryCriteria, ids, message.categories(),
                                            CodeOf, progress.categories_digest()));
  progress.set_category_count(progress.category_count() +
                              static_cast<std::uint32_t>(message.categories_size()));
  progress.set_last_category(message.categories(message.categories_size() - 1).category());
  StoreDraftProgress(writer, ids, std::move(progress));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
