'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Amount } from '#components/ui/amount.tsx'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { formatDate } from '#lib/i18n/format.ts'
import { decideReviewsAction, listReviewsAction } from '#lib/imports/actions.ts'
import type { ImportReview } from '#lib/imports/types.ts'

type Props = { importId: string; name: string; open: number }
type Decision = 'restore' | 'merge' | 'keep'
type Listed = { data: ImportReview[]; open: Record<ImportReview['kind'], number> }

const said = { restore: 'restored', merge: 'merged', keep: 'kept' } as const

/** What an import leaves to a person: rows they had deleted, and rows that may be stored twice. */
export function ImportReviews({ importId, name, open }: Props) {
  const t = useTranslations('statements.review')
  const [shown, setShown] = useState(false)
  const [listed, setListed] = useState<Listed | null>(null)
  const [busy, start] = useTransition()

  const load = async () => {
    const result = await listReviewsAction({ id: importId }).catch(() => null)
    if (result?.ok) setListed(result.data)
    else showToast({ text: result?.error.message ?? t('failed'), tone: 'error' })
  }
  const show = (next: boolean) => {
    setShown(next)
    if (next) start(load)
  }
  const decide = (kind: ImportReview['kind'], decision: Decision, rows?: string[]) =>
    start(async () => {
      const result = await decideReviewsAction({
        id: importId,
        decision,
        rows,
        ...(kind === 'deleted' ? {} : { kind }),
      }).catch(() => null)
      if (!result?.ok) return showToast({ text: result?.error.message ?? t('failed'), tone: 'error' })
      const { decided, left } = result.data
      if (decided > 0) showToast({ text: t(said[decision], { count: decided }), tone: 'success' })
      if (left > 0) showToast({ text: t('mergeLeft', { count: left }), tone: 'error' })
      await load()
    })
  const part = (kind: ImportReview['kind'], all: readonly Decision[]) =>
    listed && listed.open[kind] > 0 ? (
      <Part
        key={kind}
        kind={kind}
        reviews={listed.data.filter((review) => review.kind === kind)}
        count={listed.open[kind]}
        decisions={all}
        busy={busy}
        onDecide={(decision, rows) => decide(kind, decision, rows)}
      />
    ) : null

  return (
    <>
      <Button onClick={() => show(true)}>{t('open', { count: open })}</Button>
      <Sheet title={t('title', { name })} open={shown} onOpenChange={show}>
        <div aria-busy={busy || undefined} className="flex flex-col gap-6">
          {part('deleted', ['restore'])}
          {part('posts', ['merge', 'keep'])}
          {part('resembles', ['merge', 'keep'])}
          {listed && listed.open.deleted + listed.open.resembles + listed.open.posts === 0 && (
            <p className="text-muted">{t('nothing')}</p>
          )}
        </div>
      </Sheet>
    </>
  )
}

type PartProps = {
  kind: ImportReview['kind']
  reviews: readonly ImportReview[]
  count: number
  decisions: readonly Decision[]
  busy: boolean
  onDecide: (decision: Decision, rows?: string[]) => void
}

function Part({ kind, reviews, count, decisions, busy, onDecide }: PartProps) {
  const t = useTranslations('statements.review')
  return (
    <section>
      <h3 className="font-semibold">{t(`${kind}Title`, { count })}</h3>
      <p className="text-muted text-pretty">{t(`${kind}Text`)}</p>
      <ul className="divide-y divide-border">
        {reviews.map((review) => (
          <li key={review.stored.id} className="py-3">
            <RowText row={review.stored} mark={review.fresh ? t('stored') : null} />
            {review.fresh && <RowText row={review.fresh} mark={t('fresh')} />}
            <div className="mt-2 flex flex-wrap gap-2">
              {decisions.map((decision) => (
                <Button
                  key={decision}
                  busy={busy}
                  aria-label={t('actionFor', { action: t(decision), row: review.stored.payee })}
                  onClick={() => onDecide(decision, [review.stored.id])}
                >
                  {t(decision)}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {count > reviews.length && <p className="text-muted">{t('more', { count: count - reviews.length })}</p>}
      {count > 1 && (
        <div className="mt-2 flex flex-wrap gap-2 border-t border-border pt-3">
          {decisions.map((decision) => (
            <Button key={decision} kind="quiet" busy={busy} onClick={() => onDecide(decision)}>
              {t(`${decision}All`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}

function RowText({ row, mark }: { row: ImportReview['stored']; mark: string | null }) {
  const locale = useLocale()
  return (
    <p className="flex items-baseline gap-2">
      {mark && <span className="w-14 shrink-0 text-xs text-subtle">{mark}</span>}
      <span className="min-w-0 flex-1 wrap-anywhere">
        {row.payee} <span className="text-xs text-subtle">{formatDate(row.date, locale)}</span>
      </span>
      <Amount value={row.amount} />
    </p>
  )
}
