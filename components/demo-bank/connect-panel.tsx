import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/checkbox.tsx'
import { Field } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { consentQuery } from '#lib/demo/bank/consent.ts'
import { accountKeys } from '#lib/demo/bank/login-book.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { BankHeading } from './frame.tsx'

export type ConnectSearch = Promise<Record<string, string | string[] | undefined>>

/** The bank's consent page: sign in, choose accounts, allow or refuse. */
export async function ConnectPanel({ search }: { search: ConnectSearch }) {
  await requireScope()
  const t = await getTranslations('demo.bank')
  const parsed = consentQuery.safeParse(await search)
  if (!parsed.success)
    return (
      <>
        <BankHeading title={t('badTitle')} text={t('badText')} />
        <ButtonLink href="/link">{t('linkOne')}</ButtonLink>
      </>
    )
  const { repair, login, state } = parsed.data
  const mends = repair === '1' && login !== undefined
  return (
    <>
      <BankHeading
        title={mends ? t('mendTitle') : t('connectTitle')}
        text={mends ? t('mendText') : t('connectText')}
      />
      <form method="post" action="/api/demo-bank/consent" className="grid gap-5">
        <input type="hidden" name="return" value={parsed.data.return} />
        <input type="hidden" name="state" value={state} />
        {mends && <input type="hidden" name="login" value={login} />}
        <Field label={t('user')}>
          {(control) => <Input {...control} name="user" defaultValue="demo" autoComplete="off" required />}
        </Field>
        <Field label={t('password')}>
          {(control) => (
            <Input
              {...control}
              name="password"
              type="password"
              defaultValue="demo"
              autoComplete="off"
              required
            />
          )}
        </Field>
        {!mends && (
          <fieldset>
            <legend className="text-label font-medium">{t('share')}</legend>
            <p className="mb-1 text-label text-muted">{t('shareHint')}</p>
            {accountKeys.map((key) => (
              <Checkbox key={key} name="accounts" value={key} defaultChecked label={t(key)} />
            ))}
          </fieldset>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Button type="submit" name="decision" value="allow" kind="primary">
            {t('allow')}
          </Button>
          <Button type="submit" name="decision" value="refuse" formNoValidate>
            {t('refuse')}
          </Button>
        </div>
      </form>
      <Link
        href="/demo-bank"
        className="control mt-4 inline-flex items-center text-label text-accent underline"
      >
        {t('counter')}
      </Link>
    </>
  )
}
