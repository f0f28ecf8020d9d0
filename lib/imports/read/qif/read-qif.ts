import type { CalendarDate } from '#lib/core/calendar.ts'
import { exponentOf } from '#lib/core/currency.ts'
import { type Amount, markEvidence, readAmount } from '../amount.ts'
import { mostAccounts, refuse, tooManyAccounts } from '../refusal.ts'
import type { Sink, TextReader } from '../sink.ts'
import { clip, collapse, lastFour } from '../text.ts'
import type { AccountType, ReadAccount } from '../types.ts'
import { qifDay } from './day.ts'
import { isCashMovement, signOfAction } from './investment.ts'
import { type QifRecord, qifTokeniser, type Split } from './records.ts'
import { type Section, typeNamed } from './sections.ts'
import type { QifReading } from './study.ts'

type Rows = Extract<Section, { kind: 'rows' }>

/** The parts of a split row as text: the row stays whole. */
const partsText = (splits: readonly Split[]): string =>
  splits
    .map(({ category, memo, amount }) => [category, amount, memo && `(${memo})`].filter(Boolean).join(' '))
    .join(' · ')

/** Reads a QIF by a reading that leaves nothing open (see studyQif). */
export function qifReader(sink: Sink, defaultCurrency: string, reading: QifReading): TextReader {
  const accounts = new Map<string, ReadAccount>()
  /** The account the last `!Account` block named; its balance may come with it. */
  let named: { name: string; type: AccountType | null; number: string; fields: Map<string, string> } | null =
    null
  let found = false
  let records = 0
  let opened: Rows | null = null
  let rows = 0
  let securities = 0

  const problem = (
    severity: 'skipped' | 'warning',
    line: number | null,
    code: string,
    message: string,
    values?: Record<string, string | number>,
  ) => sink.problem({ line, severity, code, message, values })

  const amountOf = (text: string | undefined): Amount | null => {
    if (!text) return null
    const evidence = markEvidence(text)
    const mark = evidence === '.' || evidence === ',' ? evidence : reading.decimal
    return readAmount(text, mark, exponentOf(defaultCurrency))
  }

  /** The day of a balance may be written in another order than those of the rows, where only one order fits. */
  const dayOfBalance = (written: string): CalendarDate | null =>
    qifDay(written, reading.dateOrder) ?? qifDay(written, 'dmy') ?? qifDay(written, 'mdy')

  const accountOf = (section: Rows): ReadAccount => {
    // An investment section without an account of its own is not the bank account before it.
    const own =
      named && (named.type === null || (named.type === 'investment') === section.investment) ? named : null
    const type = own?.type ?? section.type
    const key = own ? `named/${type}/${own.name}` : `unnamed/${type}`
    const known = accounts.get(key)
    if (known) return known
    if (accounts.size >= mostAccounts) throw tooManyAccounts()
    const balance = amountOf(own?.fields.get('$'))
    const asOf = own?.fields.get('/')
    const account: ReadAccount = {
      key,
      sourceAccountId: own?.number || null,
      bankId: null,
      last4: lastFour(own?.number || null),
      name: own?.name ?? null,
      institution: null,
      type,
      currency: defaultCurrency,
      ledger: balance && asOf ? { minor: balance.minor, asOf: dayOfBalance(asOf) } : null,
      available: null,
    }
    accounts.set(key, account)
    sink.account(account)
    return account
  }

  const takeRow = (record: QifRecord, section: Rows) => {
    const { fields, line, splits } = record
    const written = fields.get('D')
    if (!written && !fields.has('T') && !fields.has('U')) return
    found = true
    const account = accountOf(section)
    if (section.investment && !isCashMovement(fields)) {
      securities++
      return
    }
    if (record.end === 'cut') {
      const shown = `${written ?? ''} ${fields.get('T') ?? ''}`.trim()
      return problem('skipped', line, 'unreadable', `'${shown}' is not a whole transaction.`, { text: shown })
    }
    if (!written) return problem('skipped', line, 'no_date', 'The transaction has no date.')
    const date = qifDay(written, reading.dateOrder)
    if (!date)
      return problem('skipped', line, 'bad_date', `The date '${written}' does not exist.`, { date: written })
    const text = fields.get('T') || fields.get('U')
    if (!text) return problem('skipped', line, 'no_amount', 'The transaction has no amount.')
    const amount = amountOf(fields.get('T')) ?? amountOf(fields.get('U'))
    if (!amount)
      return problem('skipped', line, 'bad_amount', `'${text}' is not an amount.`, { amount: text })
    if (amount.rounded)
      problem(
        'warning',
        line,
        'rounded',
        `The amount ${text} was rounded to the decimals of ${account.currency}.`,
        {
          amount: text,
          currency: account.currency,
        },
      )
    rows++
    if (record.end === 'missing')
      problem('warning', line, 'no_end', 'The last record has no end: the file may have been cut off.')
    const number = fields.get('N') ?? ''
    const isCheck = !section.investment && /^\d+$/.test(number)
    const name = fields.get('P') ?? ''
    const memo = fields.get('M') ?? ''
    const category = fields.get('L') ?? ''
    const other = category.replace(/^\[([^\]]*)\]/, '$1')
    const spare = section.investment ? other || number : other
    const parts = splits.length > 0 ? partsText(splits) : ''
    sink.row({
      account: account.key,
      line,
      date,
      transactionDate: null,
      minor: section.investment ? signOfAction(number) * amount.minor : amount.minor,
      payee: collapse(name || memo || spare),
      rawDescription: name === '' || memo === '' || name === memo ? name || memo || spare : `${name} ${memo}`,
      memo: clip([memo, parts].filter(Boolean).join(' · ')) || null,
      externalId: null,
      checkNumber: isCheck ? number : null,
      reference: isCheck ? null : number || null,
      status: 'posted',
      providerCategory: splits.length > 0 ? null : category || null,
      runningBalance: null,
    })
  }

  const tokens = qifTokeniser({
    opened(section) {
      opened ??= section
    },
    record(record, section) {
      records++
      if (section.kind === 'rows') takeRow(record, section)
      else if (section.kind === 'account' && record.fields.get('N')) {
        found = true
        const { fields } = record
        named = {
          name: fields.get('N') ?? '',
          type: typeNamed(fields.get('T') ?? ''),
          number: fields.get('D')?.match(/^[\dX*x -]{4,34}$/)?.[0] ?? '',
          fields,
        }
      } else if (section.kind === 'list') found = true
    },
    option(text) {
      found = true
      // What stands between the two AutoSwitch lines is a list of accounts, not the account of the rows behind it.
      if (text.startsWith('clear:autoswitch')) named = null
    },
  })

  return {
    push: tokens.push,
    end() {
      tokens.end()
      // An account without movements is a statement; lines that make none are not.
      if (!found && opened && records === 0) accountOf(opened)
      else if (!found)
        throw refuse(
          'noEntries',
          'The file begins like QIF but holds no records. Export a period with transactions.',
        )
      if (securities > 0)
        problem('warning', null, 'securities', `${securities} movements of securities were left out.`, {
          count: securities,
        })
      if (reading.decimalAssumed)
        problem(
          'warning',
          null,
          'decimal_assumed',
          `The amounts do not say what their mark means; '${reading.decimal}' was taken for the decimal mark.`,
          { mark: reading.decimal },
        )
      if (rows === 0) problem('warning', null, 'no_rows', 'The file holds no transactions.')
      return { profile: null, institution: null, mapping: null }
    },
  }
}
