'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import type { Explanation } from './explanation.ts'

const ExplainDialog = dynamic(() => import('./explain-dialog.tsx').then((module) => module.ExplainDialog))

export type ExplainProps = {
  /** Known from the start … */
  explanation?: Explanation
  /** … or asked for when opened: a server action. */
  load?: () => Promise<Explanation>
  /** What the number is: the dialog's title. */
  title: string
  /** The number itself. */
  children: ReactNode
  className?: string
}

/** Makes a number open its explanation. The dialog is fetched on first use. */
export function Explain({ explanation, load, title, children, className }: ExplainProps) {
  const t = useTranslations('common')
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        title={t('explain')}
        onClick={() => {
          setUsed(true)
          setOpen(true)
        }}
        className={classNames(
          'rounded-small text-left decoration-border-strong decoration-dotted decoration-1 underline-offset-4 hover:underline',
          className,
        )}
      >
        {children}
        <span className="sr-only"> ({t('explain')})</span>
      </button>
      {used && (
        <ExplainDialog
          title={title}
          explanation={explanation}
          load={load}
          open={open}
          onOpenChange={setOpen}
          finalFocus={button}
        />
      )}
    </>
  )
}
