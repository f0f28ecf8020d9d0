'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Input } from '#components/ui/input.tsx'

/** A text to take along, with a button that copies it; where copying is forbidden it is selected instead. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: string }) {
  const t = useTranslations('common')
  const [copied, setCopied] = useState(false)
  const copy = (input: HTMLInputElement | null) => {
    input?.select()
    navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    )
  }
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            readOnly
            value={value}
            className="font-mono text-label!"
            onFocus={(event) => event.target.select()}
          />
          <Button
            icon={<Icon of={copied ? Check : Copy} size={16} />}
            onClick={(event) => copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
          >
            <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
          </Button>
        </div>
      )}
    </Field>
  )
}
