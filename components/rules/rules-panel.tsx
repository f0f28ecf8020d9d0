import { CategoryProvider } from '#components/categories/category-context.tsx'
import { listAccounts } from '#lib/accounts/queries.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { listCategories } from '#lib/categories/queries.ts'
import { listRules } from '#lib/rules/queries.ts'
import { RuleList } from './rule-list.tsx'

/** The rules in the order they are tried. */
export async function CategoryRulesPanel() {
  const scope = await requireScope()
  const [rules, categories, accounts] = await Promise.all([
    listRules(scope),
    listCategories(scope),
    listAccounts(scope),
  ])
  const accountNames = Object.fromEntries(accounts.map((account) => [account.id, account.name]))
  return (
    <CategoryProvider categories={categories}>
      <RuleList rules={rules} accountNames={accountNames} />
    </CategoryProvider>
  )
}
