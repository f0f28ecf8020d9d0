import { typeByName } from '../csv/account-name.ts'
import type { Sink } from '../sink.ts'
import type { ReadAccount, ReadBalance } from '../types.ts'

/**
 * Sheets of one workbook share their accounts: twelve sheets of months are one account. `under` lends a sink for one
 * sheet; a prefix keeps the accounts of a different table apart. `settle` takes over the balances a sheet ended with.
 */
export function sharedAccounts(sink: Sink) {
  const published = new Map<string, ReadAccount>()

  const newer = (next: ReadBalance | null, old: ReadBalance | null) =>
    !next || (old?.asOf && (!next.asOf || next.asOf < old.asOf)) ? old : next

  const under = (prefix: string, sheetName: string): { sink: Sink; settle(): void } => {
    const pairs: [ReadAccount, ReadAccount][] = []
    return {
      sink: {
        ...sink,
        account(account) {
          const key = prefix + account.key
          const known = published.get(key)
          const name = account.name ?? (prefix === '' ? null : sheetName)
          const type = account.name || name === null ? account.type : typeByName(name, account.type)
          const shown = known ?? { ...account, key, name, type }
          pairs.push([account, shown])
          if (known) return
          published.set(key, shown)
          sink.account(shown)
        },
        row(row) {
          // The same object: a line that continues it may still add to it.
          row.account = prefix + row.account
          sink.row(row)
        },
      },
      settle() {
        for (const [account, shown] of pairs) {
          shown.ledger = newer(account.ledger, shown.ledger)
          shown.available = newer(account.available, shown.available)
        }
      },
    }
  }
  return { under }
}
