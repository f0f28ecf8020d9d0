import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { findInstitutions } from '#lib/connections/institutions.ts'
import { configuredProviders } from '#lib/connections/provider-setups.ts'
import type { Country, Institution } from '#lib/connections/types.ts'
import type { ErrorCode } from '#lib/connections/view.ts'
import {
  demoBank,
  demoMatches,
  europeMatches,
  liveWaysOf,
  offered,
  otherOfSePay,
  otherOfSePayMatch,
} from '#lib/connections/ways.ts'
import { Link } from '#lib/i18n/navigation.ts'
import { PickRow } from './pick-row.tsx'

async function BankRow({ bank, isLive }: { bank: Institution; isLive: boolean }) {
  const t = await getTranslations('connections')
  const file = t('pickFile', { formats: bank.formats.join(', ') })
  const text = isLive ? `${t('pickLive')} · ${file}` : file
  return (
    <li>
      <PickRow href={`/link/${bank.slug}`} name={bank.name} text={text} />
    </li>
  )
}

/** Two clicks to a bank with a history: everyone has it. */
async function DemoRow() {
  const t = await getTranslations('connections')
  return (
    <div className="mb-6 max-w-xl">
      <PickRow href="/link/with/demo" name={demoBank.name} text={t('pickDemo')} />
    </div>
  )
}

type GroupProps = {
  country: Country
  banks: Institution[]
  configured: ReadonlySet<string>
  /** A way into the country's other banks. */
  more: ReactNode
}

async function BankGroup({ country, banks, configured, more }: GroupProps) {
  const t = await getTranslations('onboarding')
  if (banks.length === 0 && !more) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-label font-medium text-muted">{t(`country${country}`)}</h2>
      <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {banks.map((bank) => (
          <BankRow key={bank.slug} bank={bank} isLive={offered(liveWaysOf(bank), configured).length > 0} />
        ))}
        {more && <li>{more}</li>}
      </ul>
    </section>
  )
}

/** Banks that match, by country; an empty result says what to do instead. */
export async function BankList({ query, failed }: { query: string; failed: ErrorCode | null }) {
  const [t, words, configured] = await Promise.all([
    getTranslations('onboarding'),
    getTranslations('connections'),
    configuredProviders(),
  ])
  const banks = findInstitutions(query)
  const sepay = configured.has('sepay') && (
    <PickRow href="/link/with/sepay" name={words('otherOfSePay')} text={otherOfSePay.join(', ')} />
  )
  return (
    <>
      {failed && (
        <Notice tone="error" title={words('failedTitle')} className="mb-4">
          {words(`errors.${failed}`)}
        </Notice>
      )}
      <p aria-live="polite" className="sr-only">
        {t('results', { count: banks.length })}
      </p>
      {demoMatches(query) && <DemoRow />}
      {(['US', 'VN'] as const).map((country) => (
        <BankGroup
          key={country}
          country={country}
          banks={banks.filter((bank) => bank.country === country)}
          configured={configured}
          more={country === 'VN' && otherOfSePayMatch(query) ? sepay : null}
        />
      ))}
      {(europeMatches(query) || banks.length === 0) && (
        <section className="mb-6">
          <h2 className="mb-2 text-label font-medium text-muted">{words('europe.region')}</h2>
          <div className="max-w-xl">
            <PickRow
              href="/link/europe"
              name={words('europe.row')}
              text={words(configured.has('enablebanking') ? 'europe.rowLive' : 'europe.rowFile')}
            />
          </div>
        </section>
      )}
      <section className="rounded-card border border-border bg-surface p-5">
        <h2 className="font-semibold">{banks.length > 0 ? t('otherBank') : t('noBank', { query })}</h2>
        <p className="mt-1 max-w-[68ch] text-muted">{t('noBankText')}</p>
        <Link
          href="/import"
          className="mt-2 inline-flex min-h-10 items-center font-medium text-accent hover:underline"
        >
          {t('goImport')}
        </Link>
      </section>
    </>
  )
}
