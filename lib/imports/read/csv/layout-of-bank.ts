import type { DateOrder } from '../types.ts'
import {
  type Decision,
  decideCurrency,
  decideDateOrder,
  decideDecimal,
  guessType,
  profileCurrency,
} from './decide.ts'
import type { ColumnFacts } from './facts.ts'
import type { Table } from './find-table.ts'
import { gatherFacts } from './gather.ts'
import { debitWordsOf, foldColumn } from './headers.ts'
import type { Assumption, Layout } from './layout.ts'
import { ask, balanceOf, common, headFacts, preambleOf, type Study } from './layout-parts.ts'
import { type BankLayout, placeColumns } from './profile.ts'

/** The layout of a recognised bank; the whole file is looked at only when the profile leaves something open. */
export async function bankLayout(study: Study, table: Table, bank: BankLayout): Promise<Layout> {
  const headers = table.headers.map(foldColumn)
  const columns = placeColumns(bank, headers)
  const sided = columns.debit !== -1 || columns.credit !== -1
  const signed = columns.type === -1 && (bank.absolute || !sided)
  const settled = bank.dateOrder !== 'detect' && bank.decimal !== undefined && signed
  const facts = settled
    ? headFacts(study, columns)
    : await gatherFacts(study.each, study.firstRecord, columns)
  const preamble = preambleOf(study)
  const currency =
    bank.currency === 'detect'
      ? decideCurrency(facts, table.headers, preamble, study.hints.defaultCurrency)
      : profileCurrency(bank.currency, study.hints.defaultCurrency)
  const order =
    bank.dateOrder !== 'detect'
      ? { value: provenOrder(facts) ?? bank.dateOrder }
      : decideDateOrder(
          facts,
          'date',
          bank.otherwise?.(study.rows, headers) ?? null,
          study.hints.dateOrderHint,
        )
  const decimal: Decision<'.' | ','> =
    bank.decimal && !contradicts(facts, bank.decimal)
      ? { value: bank.decimal }
      : decideDecimal(facts.amounts, currency)
  const layout = {
    ...common(study, table.headers, table.headerRecord, columns, preamble, facts),
    profile: table.profile?.id ?? null,
    institution: table.profile?.institution ?? null,
    dateOrder: order.value,
    decimal: decimal.value,
    mixedMarks: decimal.assumed === true,
    sign: bank.sign === 'inverted' ? -1 : 1,
    debitWords: columns.type === -1 ? null : debitWordsOf(facts.typeWords),
    currency,
    accountType:
      bank.accountType === 'guess' ? guessType(facts.cardPayments.positive > 0, '') : bank.accountType,
    opening: balanceOf(preamble.opening, decimal.value, currency, null),
    ledger: balanceOf(preamble.ledger, decimal.value, currency, preamble.asOf),
    available: balanceOf(preamble.available, decimal.value, currency, preamble.asOf),
    judge: bank.judge ?? null,
    assumed: 'assumed' in order && order.assumed ? [orderAssumed(order.value, facts)] : [],
  } satisfies Partial<Layout>
  const finished: Layout = {
    ...layout,
    sign: layout.sign === 1 ? 1 : -1,
    absolute: bank.absolute ? { debit: true, credit: true } : layout.absolute,
  }
  ask([order, decimal], finished, study)
  return finished
}

/** The order of days that only one reading allows: a bank hands the same columns out in other countries too. */
const provenOrder = ({ dates }: ColumnFacts): DateOrder | null =>
  dates.dayFirst !== null && dates.monthFirst === null
    ? 'dmy'
    : dates.monthFirst !== null && dates.dayFirst === null
      ? 'mdy'
      : null

/** Whether amounts are written with the other mark only. */
const contradicts = ({ amounts }: ColumnFacts, mark: '.' | ','): boolean =>
  mark === '.' ? amounts.comma > 0 && amounts.dot === 0 : amounts.dot > 0 && amounts.comma === 0

const orderAssumed = (order: string, facts: ColumnFacts): Assumption => ({
  code: 'date_order_assumed',
  message: `Dates such as '${facts.dates.example ?? ''}' were read ${order === 'mdy' ? 'month' : 'day'} first, as this bank writes them.`,
  values: { example: facts.dates.example ?? '', order },
})
