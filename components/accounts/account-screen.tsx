import { getTranslations } from 'next-intl/server'
import { Panel } from '#components/spending/panel.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { FactsPanel, HistoryPanel, ranges } from './account-panels.tsx'
import { CoveragePanel } from './coverage-panel.tsx'

type Props = { id: string; search: Promise<{ days?: string | string[] }> }

/** The balance's line beside what is known about the account. */
export async function AccountScreen({ id, search }: Props) {
  const [{ days }, t, s] = await Promise.all([
    search,
    getTranslations('accounts'),
    getTranslations('statements.coverage'),
  ])
  const range = ranges.find((known) => known === days) ?? '90'
  return (
    <CardGrid>
      <Panel heading={t('history')} span="wide" chart>
        <HistoryPanel id={id} range={range} />
      </Panel>
      <Panel heading={t('details')} span="narrow" rows={5} takeaway={false}>
        <FactsPanel id={id} />
      </Panel>
      <Panel heading={s('title')} span="full" rows={3}>
        <CoveragePanel id={id} />
      </Panel>
    </CardGrid>
  )
}
