import { useTranslations } from 'next-intl'
import { Amount } from '#components/ui/amount.tsx'
import type { Worth } from '#lib/accounts/view.ts'

/** The sentence under net worth: what is owned and owed, and what could not be counted. */
export function NetWorthNote({ worth }: { worth: Worth }) {
  const t = useTranslations('accounts')
  return (
    <>
      {t.rich('netWorthSays', {
        assets: () => <Amount value={worth.assets.known} />,
        owed: () => <Amount value={worth.owed.known} />,
      })}
      {worth.notConverted.length > 0 && (
        <span className="block text-warning">
          {t('notConverted')}{' '}
          {worth.notConverted.map((amount, index) => (
            <span key={amount.currency}>
              {index > 0 && ', '}
              <Amount value={amount} />
            </span>
          ))}
        </span>
      )}
      {worth.unknown > 0 && (
        <span className="block text-warning">{t('notCounted', { count: worth.unknown })}</span>
      )}
    </>
  )
}
