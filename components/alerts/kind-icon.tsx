import {
  ArrowUpRight,
  Copy,
  CreditCard,
  type LucideIcon,
  Percent,
  Store,
  TrendingDown,
  Unplug,
} from 'lucide-react'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { RuleType } from '#lib/alerts/types.ts'

const pictures: Record<RuleType, LucideIcon> = {
  low_balance: TrendingDown,
  large_transaction: ArrowUpRight,
  duplicate_charge: Copy,
  fee_charged: Percent,
  card_use: CreditCard,
  new_merchant: Store,
  connection_trouble: Unplug,
}

/** The picture of a kind of alert; amber while it waits for a look. */
export function KindIcon({ type, waiting }: { type: RuleType; waiting?: boolean }) {
  const colours = waiting ? 'bg-warning-wash text-warning' : 'bg-inset text-muted'
  return (
    <span className={classNames('grid size-9 shrink-0 place-items-center rounded-control', colours)}>
      <Icon of={pictures[type]} />
    </span>
  )
}
