'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { CategorySelect } from '#components/categories/category-select.tsx'
import { Amount } from '#components/ui/amount.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Input } from '#components/ui/input.tsx'
import { money, parseDecimal, toDecimal } from '#lib/core/money.ts'
import { splitTransactionAction } from '#lib/transactions/actions.ts'
import type { Transaction } from '#lib/transactions/types.ts'
import { runAction } from './run-action.ts'

type Part = { key: number; amount: string; categoryId: string }

const partsOf = (row: Transaction): Part[] =>
  row.isSplit
    ? row.splits.map((split, key) => ({
        key,
        amount: toDecimal(split.amount),
        categoryId: split.categoryId ?? '',
      }))
    : [
        { key: 0, amount: toDecimal(row.amount), categoryId: row.categoryId ?? '' },
        { key: 1, amount: '', categoryId: '' },
      ]

/** Parts with a category each that add up to the amount. */
export function SplitForm({ row, onChange }: { row: Transaction; onChange: (row: Transaction) => void }) {
  const t = useTranslations('transactions')
  const c = useTranslations('categories')
  const [parts, setParts] = useState(() => partsOf(row))
  const [open, setOpen] = useState(row.isSplit)
  const [busy, start] = useTransition()
  const { currency } = row.amount
  const assigned = parts.reduce((sum, part) => sum + (parseDecimal(part.amount, currency)?.minor ?? 0n), 0n)
  const rest = row.amount.minor - assigned
  const moves = row.kind !== 'standard' && row.kind !== 'one_off'
  if (row.status === 'pending' || moves) return null

  const edit = (key: number, change: Partial<Part>) =>
    setParts((known) => known.map((part) => (part.key === key ? { ...part, ...change } : part)))
  const send = (splits: { amount: string; categoryId: string | null }[]) =>
    start(async () => {
      const saved = await runAction(splitTransactionAction({ id: row.id, splits }))
      if (!saved) return
      onChange(saved)
      setParts(partsOf(saved))
      setOpen(saved.isSplit)
    })

  if (!open)
    return (
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t('splitTitle')}
      </Button>
    )
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-label font-medium">{t('splitTitle')}</h3>
      {parts.map((part, index) => (
        <div key={part.key} className="flex items-center gap-2">
          <Input
            className="num w-28 shrink-0 text-right"
            inputMode="decimal"
            aria-label={t('splitAmount', { number: index + 1 })}
            value={part.amount}
            onChange={(event) => edit(part.key, { amount: event.target.value.trim().replace('\u2212', '-') })}
          />
          <CategorySelect
            className="min-w-0 flex-1"
            aria-label={t('splitCategory', { number: index + 1 })}
            emptyLabel={c('uncategorised')}
            value={part.categoryId}
            onChange={(event) => edit(part.key, { categoryId: event.target.value })}
          />
          <IconButton
            label={t('splitRemove', { number: index + 1 })}
            icon={<Icon of={X} size={16} />}
            disabled={parts.length <= 2}
            onClick={() => setParts((known) => known.filter((other) => other.key !== part.key))}
          />
        </div>
      ))}
      <p role="status" className="text-label text-muted">
        {rest === 0n
          ? t('splitDone')
          : t.rich('splitRest', { amount: () => <Amount value={money(rest, currency)} /> })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Icon of={Plus} size={16} />}
          onClick={() =>
            setParts((known) => [
              ...known,
              {
                key: Math.max(...known.map((part) => part.key)) + 1,
                amount: rest === 0n ? '' : toDecimal(money(rest, currency)),
                categoryId: '',
              },
            ])
          }
        >
          {t('splitAdd')}
        </Button>
        <Button
          kind="primary"
          busy={busy}
          disabled={rest !== 0n}
          onClick={() =>
            send(parts.map(({ amount, categoryId }) => ({ amount, categoryId: categoryId || null })))
          }
        >
          {t('splitSave')}
        </Button>
        {row.isSplit && (
          <Button kind="quiet" onClick={() => send([])}>
            {t('splitUndo')}
          </Button>
        )}
      </div>
    </section>
  )
}
