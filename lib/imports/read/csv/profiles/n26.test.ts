import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it.each([
  [
    'the layout of 2024',
    '"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"\n2025-03-07,2025-03-08,"Rewe",DE1,"Presentment","","Main",-3.20,-3.20,EUR,1\n',
  ],
  [
    'German',
    '"Datum","Empfänger","Kontonummer","Transaktionstyp","Verwendungszweck","Kategorie","Betrag (EUR)","Betrag (Fremdwährung)","Fremdwährung","Wechselkurs"\n"2025-03-07","Rewe","DE27100110000000000000","Lastschrift","","Essen","-3.2","","",""\n',
  ],
  [
    'English',
    '"Date","Payee","Account number","Transaction type","Payment reference","Category","Amount (EUR)","Amount (Foreign Currency)","Type Foreign Currency","Exchange Rate"\n"2025-03-07","Rewe","DE27100110000000000000","Direct Debit","","Food","-3.2","","",""\n',
  ],
])('reads %s, whose account number is the other side’s', async (_name, text) => {
  const read = await readText(text)
  expect(read.summary).toMatchObject({
    profile: 'n26',
    accounts: [{ currency: 'EUR', sourceAccountId: null }],
  })
  expect(lines(read)).toEqual(['2025-03-07 -3.20 Rewe'])
})
