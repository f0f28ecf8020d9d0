import { foldHeader } from '../text.ts'
import type { PlacedMapping } from './apply-mapping.ts'
import { decideCurrency } from './decide.ts'
import type { ColumnFacts } from './facts.ts'
import { gatherFacts } from './gather.ts'
import { debitWordsOf } from './headers.ts'
import type { Columns, Layout } from './layout.ts'
import { balanceOf, common, headFacts, preambleOf, type Study } from './layout-parts.ts'
import type { Mapping } from './mapping.ts'

/** The layout that a person's mapping gives: nothing is decided against it. */
export async function mappedLayout(study: Study, placed: PlacedMapping, mapping: Mapping): Promise<Layout> {
  const { debit, credit, type } = placed.columns
  const sided = debit !== -1 || credit !== -1 || type !== -1
  const facts = sided
    ? await gatherFacts(study.each, study.firstRecord, placed.columns)
    : headFacts(study, placed.columns)
  const preamble = preambleOf(study)
  const currency =
    mapping.currency ?? decideCurrency(facts, placed.headers, preamble, study.hints.defaultCurrency)
  return {
    ...common(study, placed.headers, placed.headerRecord, placed.columns, preamble, facts),
    profile: null,
    institution: null,
    dateOrder: mapping.dateOrder,
    decimal: mapping.decimal,
    mixedMarks: false,
    sign: mapping.sign === 'inverted' ? -1 : 1,
    debitWords: debitWordsFor(mapping, placed.columns, facts),
    currency,
    accountType: mapping.accountType ?? 'checking',
    opening: balanceOf(preamble.opening, mapping.decimal, currency, null),
    ledger: balanceOf(preamble.ledger, mapping.decimal, currency, preamble.asOf),
    available: balanceOf(preamble.available, mapping.decimal, currency, preamble.asOf),
    judge: null,
    assumed: [],
  }
}

function debitWordsFor(mapping: Mapping, columns: Columns, facts: ColumnFacts): ReadonlySet<string> | null {
  if (columns.type === -1) return null
  if (mapping.debitWords) return new Set(mapping.debitWords.map(foldHeader))
  return debitWordsOf(facts.typeWords)
}
