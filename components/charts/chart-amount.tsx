import { Amount, type AmountProps } from '#components/ui/amount.tsx'
import { exponentOf } from '#lib/core/currency.ts'

export type ChartAmountProps = Omit<AmountProps, 'value'> & { value: number | null; currency: string }

/** A chart's figure (major units) printed as money; `–` where there is none. */
export function ChartAmount({ value, currency, ...rest }: ChartAmountProps) {
  if (value === null) return '–'
  const minor = BigInt(Math.round(value * 10 ** exponentOf(currency)))
  return <Amount value={{ minor, currency }} {...rest} />
}
