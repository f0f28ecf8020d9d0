import { notFound } from 'next/navigation'
import { TopBar } from '#components/shell/top-bar.tsx'
import { getAccount, getAccountUse } from '#lib/accounts/queries.ts'
import { requireScope } from '#lib/auth/scope.ts'
import { isAppError } from '#lib/core/errors.ts'
import { EditAccount } from './edit-account.tsx'

/** The page's head with the account's name and its form; a stranger's account is not found. */
export async function AccountHead({ id }: { id: string }) {
  const scope = await requireScope()
  const [account, use] = await Promise.all([getAccount(scope, id), getAccountUse(scope, id)]).catch(
    (error: unknown) => {
      if (isAppError(error) && error.code === 'not_found') notFound()
      throw error
    },
  )
  return (
    <TopBar
      title={account.name}
      action={<EditAccount account={account} rows={use.count} today={scope.today} />}
    />
  )
}
