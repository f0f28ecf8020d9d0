import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { requireScope } from '#lib/auth/scope.ts'
import { orFailure } from '#lib/connections/failure-code.ts'
import { listBanks } from '#lib/connections/listed-banks.ts'
import { ImportInstead } from './import-instead.tsx'
import { ListedBanks } from './listed-banks.tsx'

/** The banks that Enable Banking reaches in a country. */
export async function CountryBanksPanel({ country }: { country: string }) {
  const [t, scope] = await Promise.all([getTranslations('connections'), requireScope()])
  const answer = await orFailure(listBanks(scope, 'enablebanking', country))
  if ('failed' in answer)
    return (
      <Notice
        tone="error"
        title={t('europe.failed')}
        actions={<ButtonLink href={`/link/europe?country=${country}`}>{t('europe.again')}</ButtonLink>}
      >
        {t(`errors.${answer.failed}`)}
      </Notice>
    )
  if (answer.done.length === 0) return <ImportInstead title={t('europe.none')} text={t('europe.noneText')} />
  return <ListedBanks banks={answer.done} />
}
