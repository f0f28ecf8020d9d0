'use client'

import { useRef, useState, useTransition } from 'react'
import { listTransactionsAction } from '#lib/transactions/actions.ts'
import type { TransactionFilters } from '#lib/transactions/schema.ts'
import type { TransactionPage, TransactionRow } from '#lib/transactions/types.ts'
import { mergeFirstPage } from './list-items.ts'
import { runAction } from './run-action.ts'

export type Rows = {
  rows: TransactionRow[]
  hasMore: boolean
  loading: boolean
  loadMore: () => void
  /** Changes a row on the screen until the server's version arrives. */
  patch: (id: string, change: Partial<TransactionRow>) => void
  remove: (id: string) => void
}

/** The loaded part of the list: the server's first page, further pages on demand, and changes before they are confirmed. */
export function useRows(first: TransactionPage, filters: TransactionFilters): Rows {
  const [rows, setRows] = useState(first.rows)
  const [cursor, setCursor] = useState(first.nextCursor)
  const [seen, setSeen] = useState(first)
  const [loading, start] = useTransition()
  const asked = useRef<string | null>(null)
  if (seen !== first) {
    setSeen(first)
    const merged = mergeFirstPage(rows, first.rows, first.nextCursor === null)
    setRows(merged)
    if (merged.length === first.rows.length) setCursor(first.nextCursor)
  }

  const loadMore = () => {
    if (!cursor || asked.current === cursor.id) return
    asked.current = cursor.id
    start(async () => {
      const page = await runAction(listTransactionsAction({ filters, cursor, limit: 100 }))
      if (!page) {
        asked.current = null
        return
      }
      setRows((known) => {
        const ids = new Set(known.map((row) => row.id))
        return [...known, ...page.rows.filter((row) => !ids.has(row.id))]
      })
      setCursor(page.nextCursor)
    })
  }

  return {
    rows,
    hasMore: cursor !== null,
    loading,
    loadMore,
    patch: (id, change) =>
      setRows((known) => known.map((row) => (row.id === id ? { ...row, ...change } : row))),
    remove: (id) => setRows((known) => known.filter((row) => row.id !== id)),
  }
}
