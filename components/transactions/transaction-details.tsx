'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Amount } from '#components/ui/amount.tsx'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LineSkeleton } from '#components/ui/panel-skeleton.tsx'
import { Day } from '#components/ui/time.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import {
  deleteTransactionsAction,
  getTransactionAction,
  restoreTransactionsAction,
} from '#lib/transactions/actions.ts'
import type { Transaction, TransactionRow } from '#lib/transactions/types.ts'
import { CategoryButton } from './category-button.tsx'
import { DetailFacts } from './detail-facts.tsx'
import { DetailForm } from './detail-form.tsx'
import { runAction } from './run-action.ts'
import { SplitForm } from './split-form.tsx'
import { TransferNote } from './transfer-note.tsx'

export type TransactionDetailsProps = {
  /** The row to show, or null when the sheet is closed. */
  id: string | null
  onClose: () => void
  onPatch: (id: string, change: Partial<TransactionRow>) => void
  onRemove: (id: string) => void
}

/** Everything about one row, and everything that can be done with it. */
export function TransactionDetails({ id, onClose, onPatch, onRemove }: TransactionDetailsProps) {
  const t = useTranslations('transactions')
  const [row, setRow] = useState<Transaction | null>(null)

  useEffect(() => {
    let current = true
    setRow(null)
    if (id)
      runAction(getTransactionAction({ id })).then((found) => {
        if (current && found) setRow(found)
      })
    return () => {
      current = false
    }
  }, [id])

  const change = (next: Transaction) => {
    setRow(next)
    onPatch(next.id, { ...next, hasNote: Boolean(next.note) })
  }

  const remove = async (gone: Transaction) => {
    onClose()
    onRemove(gone.id)
    if (await runAction(deleteTransactionsAction({ ids: [gone.id] })))
      showToast({
        text: t('deleted'),
        onUndo: async () => void (await runAction(restoreTransactionsAction({ ids: [gone.id] }))),
      })
  }

  return (
    <Sheet
      title={row?.payee ?? t('details')}
      open={id !== null}
      onOpenChange={(next) => !next && onClose()}
      footer={
        row && (
          <Button kind="danger" icon={<Icon of={Trash2} size={16} />} onClick={() => remove(row)}>
            {t('delete')}
          </Button>
        )
      }
    >
      {row ? (
        <div key={row.id} className="flex flex-col gap-5">
          <div>
            <p className="num text-kpi font-[650] tracking-[-0.03em]">
              <Amount value={row.amount} tone="flow" />
            </p>
            <p className="text-muted">
              <Day date={row.date} /> · {row.accountName}
            </p>
            {!row.isSplit && (
              <CategoryButton
                row={row}
                className="mt-2 -ml-2"
                onChange={(categoryId) => change({ ...row, categoryId, categorySource: 'user' })}
              />
            )}
          </div>
          {row.transfer && <TransferNote row={row} peer={row.transfer} onChange={change} />}
          <DetailForm row={row} onChange={change} />
          <SplitForm row={row} onChange={change} />
          <DetailFacts row={row} />
        </div>
      ) : (
        <div className="flex flex-col gap-3 py-2">
          <LineSkeleton className="h-9 w-40" />
          <LineSkeleton />
          <LineSkeleton className="w-4/5" />
        </div>
      )}
    </Sheet>
  )
}
