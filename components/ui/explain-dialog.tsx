'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { Link } from '#lib/i18n/navigation.ts'
import { Amount } from './amount.tsx'
import { ButtonLink } from './button.tsx'
import { DataList } from './data-list.tsx'
import { Dialog } from './dialog.tsx'
import type { Explanation } from './explanation.ts'
import { Notice } from './notice.tsx'
import { LineSkeleton } from './panel-skeleton.tsx'

export type ExplainDialogProps = {
  title: string
  explanation?: Explanation
  load?: () => Promise<Explanation>
  open: boolean
  onOpenChange: (open: boolean) => void
  finalFocus: RefObject<HTMLElement | null>
}

export function ExplainDialog({
  title,
  explanation,
  load,
  open,
  onOpenChange,
  finalFocus,
}: ExplainDialogProps) {
  const t = useTranslations('common')
  const [loaded, setLoaded] = useState<Explanation | 'failed' | undefined>(explanation)
  useEffect(() => {
    if (!open || !load) return
    let wanted = true
    load().then(
      (result) => wanted && setLoaded(result),
      () => wanted && setLoaded('failed'),
    )
    return () => {
      wanted = false
    }
  }, [open, load])
  const known = loaded === 'failed' ? undefined : loaded
  const href = known?.included.href
  return (
    <Dialog
      title={title}
      description={t('explain')}
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
      footer={href && <ButtonLink href={href}>{t('explainOpen')}</ButtonLink>}
    >
      {loaded === 'failed' && <Notice tone="error">{t('explainFailed')}</Notice>}
      {!loaded && <Waiting />}
      {known && <ExplanationText explanation={known} />}
    </Dialog>
  )
}

function Waiting() {
  const t = useTranslations('common')
  return (
    <div aria-busy className="grid gap-4 py-2">
      <p className="sr-only">{t('loading')}</p>
      <LineSkeleton />
      <LineSkeleton className="w-4/5" />
      <LineSkeleton className="w-2/3" />
    </div>
  )
}

const orDash = (value: Explanation['included']['total'] | undefined) =>
  value ? <Amount value={value} /> : '–'

function ExplanationText({ explanation }: { explanation: Explanation }) {
  const t = useTranslations('common')
  const { included, excluded, asOf, note } = explanation
  return (
    <div className="grid gap-4">
      <DataList
        items={[{ label: t('explainRows', { count: included.count }), value: orDash(included.total) }]}
        className="font-medium"
      />
      <section>
        <h3 className="text-label font-medium text-muted">{t('explainExcluded')}</h3>
        {excluded.length === 0 && <p className="py-2">{t('explainNothingExcluded')}</p>}
        <DataList
          items={excluded.map((reason) => ({
            label: `${reason.reason} · ${t('excludedReason', { count: reason.count })}`,
            value: reason.href ? (
              <Link href={reason.href} className="text-accent hover:underline">
                {orDash(reason.total)}
              </Link>
            ) : (
              orDash(reason.total)
            ),
          }))}
        />
      </section>
      {note && <p className="text-muted text-pretty">{note}</p>}
      {asOf && <p className="text-label text-subtle">{t('explainAsOf', { when: asOf })}</p>}
    </div>
  )
}
