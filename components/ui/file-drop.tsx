'use client'

import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

export type FileDropProps = {
  /** What to drop, in words: "OFX, CSV or Excel, up to 50 MB". */
  hint?: ReactNode
  accept?: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** A place to drop or choose files; the whole of it is the button. */
export function FileDrop({ hint, accept, multiple = true, disabled, onFiles }: FileDropProps) {
  const t = useTranslations('common')
  const id = useId()
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = useEffectEvent(() => {
    const files = [...(input.current?.files ?? [])]
    if (input.current) input.current.value = ''
    if (files.length > 0) onFiles(files)
  })
  // Files may have been chosen before the page came to life.
  useEffect(() => take(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside is the control
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length > 0 && !disabled) onFiles(files)
      }}
      className={classNames(
        'move relative flex min-h-44 flex-col items-center justify-center gap-1 rounded-card border border-dashed px-4 py-8 text-center transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        over ? 'border-accent bg-accent-wash' : 'border-border-strong bg-surface hover:bg-inset',
        disabled && 'opacity-55',
      )}
    >
      <span className="mb-2 grid size-12 place-items-center rounded-card bg-accent-wash text-accent">
        <Icon of={Upload} size={24} />
      </span>
      <label htmlFor={id} className="text-base font-semibold after:absolute after:inset-0">
        {t('dropFiles')} <span className="text-accent underline underline-offset-2">{t('chooseFiles')}</span>
      </label>
      {hint && <p className="text-muted">{hint}</p>}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
        ref={input}
      />
    </div>
  )
}
