import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { Amount } from '#components/ui/amount.tsx'
import type { Money } from '#lib/core/money.ts'
import { formatMoney } from '#lib/i18n/format.ts'

/** A sentence that was put together elsewhere, with its amounts printed the way all amounts are (they can be hidden). */
export function Sentence({ text, amounts }: { text: string; amounts: readonly Money[] }) {
  const locale = useLocale()
  const shown = new Map(amounts.map((amount) => [formatMoney(amount, locale), amount]))
  const longest = [...shown.keys()].toSorted((a, b) => b.length - a.length)
  return <>{split(text, longest, shown)}</>
}

function split(text: string, wanted: readonly string[], shown: ReadonlyMap<string, Money>): ReactNode[] {
  const found = wanted
    .map((piece) => ({ piece, at: text.indexOf(piece) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0]
  const amount = found && shown.get(found.piece)
  if (!found || !amount) return text === '' ? [] : [text]
  const rest = text.slice(found.at + found.piece.length)
  const closing = /^[,.;:)]*/.exec(rest)?.[0] ?? ''
  return [
    text.slice(0, found.at),
    <span key={text.length} className="whitespace-nowrap">
      <Amount value={amount} />
      {closing}
    </span>,
    ...split(rest.slice(closing.length), wanted, shown),
  ]
}
