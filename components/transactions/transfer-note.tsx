'use client'

import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Amount } from '#components/ui/amount.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Day } from '#components/ui/time.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import {
  confirmTransferAction,
  getTransactionAction,
  rejectTransferAction,
} from '#lib/transactions/actions.ts'
import type { Transaction, TransferPeer } from '#lib/transactions/types.ts'
import { runAction } from './run-action.ts'

export type TransferNoteProps = {
  row: Transaction
  peer: TransferPeer
  onChange: (row: Transaction) => void
}

/** The other half of a transfer, and the way to say that it is none. */
export function TransferNote({ row, peer, onChange }: TransferNoteProps) {
  const t = useTranslations('transactions')
  const [busy, start] = useTransition()
  const reject = () =>
    start(async () => {
      const pair = await runAction(rejectTransferAction({ id: row.id }))
      const alone = pair && (await runAction(getTransactionAction({ id: row.id })))
      if (!pair || !alone) return
      onChange(alone)
      showToast({
        text: t('unpaired'),
        onUndo: async () => {
          const again = await runAction(confirmTransferAction(pair))
          if (again) onChange(again)
        },
      })
    })
  return (
    <Notice
      title={t(`kind.${row.kind}`)}
      actions={
        <Button busy={busy} onClick={reject}>
          {t('notTransfer')}
        </Button>
      }
    >
      {t('transferWith')} {peer.payee}, <Day date={peer.date} />, <Amount value={peer.amount} sign="always" />
    </Notice>
  )
}
