import type { AccountType } from '../types.ts'

export const statementTags = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS', 'LOANSTMTRS'])
export const rowTags = new Set(['STMTTRN', 'STMTTRNP', 'LOANSTMTTRN'])

/** The aggregates that give a leaf its meaning; every other tag is passed over. */
export const aggregates = new Set([
  'OFX',
  'SONRS',
  'FI',
  'STATUS',
  ...statementTags,
  ...rowTags,
  'BANKACCTFROM',
  'CCACCTFROM',
  'INVACCTFROM',
  'LOANACCTFROM',
  'BANKACCTTO',
  'CCACCTTO',
  'BANKTRANLIST',
  'BANKTRANLISTP',
  'LOANTRANLIST',
  'INVTRANLIST',
  'INVBANKTRAN',
  'LEDGERBAL',
  'AVAILBAL',
  'BALLIST',
  'INVBAL',
  'PAYEE',
  'EXTDPAYEE',
  'CURRENCY',
  'ORIGCURRENCY',
  'SECLIST',
  'INVPOSLIST',
])

/** Aggregates that stand side by side in a statement: where nothing is closed, each ends the one before it. */
export const statementParts = new Set([
  'BANKACCTFROM',
  'CCACCTFROM',
  'INVACCTFROM',
  'LOANACCTFROM',
  'BANKTRANLIST',
  'BANKTRANLISTP',
  'LOANTRANLIST',
  'INVTRANLIST',
  'LEDGERBAL',
  'AVAILBAL',
  'INVBAL',
  'INVPOSLIST',
])

/** What may stand inside an aggregate of a row; any other leaf belongs to the row itself again. */
export const leavesInside: ReadonlyMap<string, RegExp> = new Map([
  ['PAYEE', /^(?:NAME|ADDR\d|CITY|STATE|POSTALCODE|COUNTRY|PHONE)$/],
  ['CURRENCY', /^CUR(?:RATE|SYM)$/],
  ['ORIGCURRENCY', /^CUR(?:RATE|SYM)$/],
  ['BANKACCTTO', /^(?:BANKID|BRANCHID|ACCTID|ACCTTYPE|ACCTKEY)$/],
  ['CCACCTTO', /^(?:ACCTID|ACCTKEY)$/],
])

/** Leaves of a row that may come empty: none of them is an element that holds others. */
export const ownLeaves = new Set(
  'TRNTYPE DTPOSTED DTUSER DTAVAIL TRNAMT FITID CHECKNUM REFNUM SIC PAYEEID NAME EXTDNAME MEMO'.split(' '),
)

/** Investment records that move securities; their cash side is not a bank row. */
export const securityTags = new Set([
  'BUYSTOCK',
  'SELLSTOCK',
  'BUYMF',
  'SELLMF',
  'BUYDEBT',
  'SELLDEBT',
  'BUYOPT',
  'SELLOPT',
  'BUYOTHER',
  'SELLOTHER',
  'INCOME',
  'REINVEST',
  'TRANSFER',
  'INVEXPENSE',
  'MARGININTEREST',
  'RETOFCAP',
  'SPLIT',
  'CLOSUREOPT',
  'JRNLFUND',
  'JRNLSEC',
])

/** One STMTRS and its kin while it is being read; leaves are kept under their tag name. */
export type Statement = {
  tag: string
  line: number
  account: Map<string, string>
  currency: string
  ledger: Map<string, string>
  available: Map<string, string>
  /** DTSTART and DTEND of its list of rows. */
  list: Map<string, string>
  key: string | null
}

export const newStatement = (tag: string, line: number): Statement => ({
  tag,
  line,
  account: new Map(),
  currency: '',
  ledger: new Map(),
  available: new Map(),
  list: new Map(),
  key: null,
})

/** The words of the standard, and those that banks put in their place. */
const bankTypes: readonly (readonly [RegExp, AccountType])[] = [
  [/^(?:CHE(?:CK|QU)|CHK|CURRENT|DDA)/, 'checking'],
  [/^(?:SAV|MONEY|MMA|CD$)/, 'savings'],
  [/^CREDIT/, 'credit_card'],
  [/^(?:LOAN|MORTGAGE)/, 'loan'],
  [/^(?:INVEST|BROKERAGE)/, 'investment'],
]

export function typeOf(statement: Statement): AccountType {
  if (statement.tag === 'CCSTMTRS') return 'credit_card'
  if (statement.tag === 'INVSTMTRS') return 'investment'
  if (statement.tag === 'LOANSTMTRS') return 'loan'
  const written = (statement.account.get('ACCTTYPE') ?? 'CHECKING').toUpperCase()
  return bankTypes.find(([words]) => words.test(written))?.[1] ?? 'other'
}
