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

const bankTypes: Record<string, AccountType> = {
  CHECKING: 'checking',
  SAVINGS: 'savings',
  MONEYMRKT: 'savings',
  CD: 'savings',
  CREDITLINE: 'credit_card',
}

export function typeOf(statement: Statement): AccountType {
  if (statement.tag === 'CCSTMTRS') return 'credit_card'
  if (statement.tag === 'INVSTMTRS') return 'investment'
  if (statement.tag === 'LOANSTMTRS') return 'loan'
  return bankTypes[(statement.account.get('ACCTTYPE') ?? 'CHECKING').toUpperCase()] ?? 'other'
}
