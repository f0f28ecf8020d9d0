import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads a statement with Vietnamese and English headers', async () => {
  const read = await readText(
    'Số tài khoản/ Account No: 0123456789\nSTT,Ngày giao dịch/ Transaction Date,Ngày hạch toán/ Posting Date,Số bút toán/ Transaction No,Phát sinh nợ/ Debit,Phát sinh có/ Credit,Số dư/ Balance,Nội dung/ Details\n' +
      '1,17/06/2026,17/06/2026,FT1,,"100,000,000","100,000,000",Góp vốn\n2,21/06/2026,22/06/2026,FT2,"8,221,200",,"91,778,800",Trả tiền\n',
  )
  expect(read.summary).toMatchObject({
    profile: 'mb',
    accounts: [{ currency: 'VND', sourceAccountId: '0123456789' }],
  })
  expect(lines(read)).toEqual(['2026-06-17 100000000 Góp vốn', '2026-06-22 -8221200 Trả tiền'])
})
