import { getLocale, getTranslations } from 'next-intl/server'
import { DoorCard } from '#components/auth/door-frame.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { ruleFromMail } from '#lib/alerts/mute-from-mail.ts'

export type MuteSearch = Promise<Record<string, string | string[] | undefined>>

/** Asks before it mutes: opening a link in a mail is not a decision. */
export async function MutePanel({ search }: { search: MuteSearch }) {
  const { t: token, done } = await search
  const t = await getTranslations('mail')
  const alerts = await getTranslations('alerts')
  const rule = typeof token === 'string' ? await ruleFromMail(token) : null
  if (!rule || typeof token !== 'string') return <Said title={t('mute.badTitle')} text={t('mute.badText')} />
  const name = alerts(`kinds.${rule.type}.name`)
  if (done === '1' || rule.mutedAt)
    return <Said title={t('mute.doneTitle', { rule: name })} text={t('mute.doneText')} />
  return (
    <DoorCard title={t('mute.title')} text={t('mute.text', { rule: name })}>
      <form method="post" action={`/api/mail/mute?${new URLSearchParams({ t: token })}`}>
        <input type="hidden" name="page" value={await getLocale()} />
        <Button type="submit" kind="primary" className="w-full">
          {t('mute.confirm')}
        </Button>
      </form>
    </DoorCard>
  )
}

async function Said({ title, text }: { title: string; text: string }) {
  const t = await getTranslations('mail')
  return (
    <DoorCard title={title} text={text}>
      <ButtonLink href="/alerts/rules" className="w-full">
        {t('mute.rules')}
      </ButtonLink>
    </DoorCard>
  )
}
