import { ChevronRight } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#lib/i18n/navigation.ts'
import { BankMark } from './bank-mark.tsx'

type PickRowProps = Pick<ComponentProps<typeof Link>, 'href' | 'prefetch'> & { name: string; text?: string }

/** One way into linking: a mark, a name and what one can have. */
export function PickRow({ name, text, ...link }: PickRowProps) {
  return (
    <Link
      {...link}
      className="flex min-h-14 items-center gap-3 rounded-control border border-border bg-surface px-4 py-3 hover:border-border-strong hover:bg-inset"
    >
      <BankMark name={name} />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        {text && <span className="block text-label text-muted">{text}</span>}
      </span>
      <Icon of={ChevronRight} className="text-subtle" />
    </Link>
  )
}
