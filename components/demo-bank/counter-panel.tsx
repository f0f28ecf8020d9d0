import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { type ControlOp, controlOps } from '#lib/demo/bank/control.ts'
import { type CounterLogin, counterOf } from '#lib/demo/bank/counter.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { localeOf } from '#lib/i18n/locales.ts'
import type { ConnectSearch } from './connect-panel.tsx'
import { BankHeading } from './frame.tsx'

/** Each login of the household with what can be done to it at the bank. */
export async function CounterPanel({ search }: { search: ConnectSearch }) {
  const scope = await requireScope()
  const t = await getTranslations('demo.bank')
  const { done } = await search
  const said = controlOps.find((op) => op === done)
  const logins = await counterOf(scope)
  return (
    <>
      <BankHeading title={t('counterTitle')} text={t('counterText')} />
      <div className="grid gap-4">
        {said && (
          <Notice tone="success" role="status">
            {t(`done.${said}`)}
          </Notice>
        )}
        {logins.length === 0 && <p className="text-muted">{t('none')}</p>}
        {logins.map((login) => (
          <Login key={login.id} login={login} />
        ))}
        <div className="flex flex-wrap gap-2">
          <ButtonLink href="/accounts">{t('back')}</ButtonLink>
          <ButtonLink href="/link" kind="quiet">
            {t('linkOne')}
          </ButtonLink>
        </div>
      </div>
    </>
  )
}

const tones = { ok: 'positive', broken: 'warning', withdrawn: 'negative', waiting: 'neutral' } as const

async function Login({ login }: { login: CounterLogin }) {
  const t = await getTranslations('demo.bank')
  const locale = localeOf(await getLocale())
  const ops: ControlOp[] =
    login.state === 'withdrawn'
      ? []
      : ['day', 'week', login.state === 'broken' ? 'mend' : 'break', 'withdraw']
  return (
    <section className="rounded-card border border-border bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{t('login', { date: formatDate(login.openedOn, locale) })}</h2>
        <Badge tone={tones[login.state]}>{t(`states.${login.state}`)}</Badge>
      </div>
      <p className="mt-1 text-muted">{t('accounts', { count: login.accounts, pending: login.pending })}</p>
      {ops.length > 0 && (
        <form method="post" action="/api/demo-bank/control" className="mt-4 flex flex-wrap gap-2">
          <input type="hidden" name="login" value={login.id} />
          <input type="hidden" name="locale" value={locale} />
          {ops.map((op) => (
            <Button
              key={op}
              type="submit"
              name="op"
              value={op}
              kind={op === 'withdraw' ? 'danger' : 'secondary'}
            >
              {t(op)}
            </Button>
          ))}
        </form>
      )}
    </section>
  )
}
