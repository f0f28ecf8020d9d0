import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads debit and credit columns by the accounting date', async () => {
  const read = await readText(
    'STT,Ngày hạch toán,Mô tả giao dịch,Nợ,Có,Số dư tài khoản,Số giao dịch\n1,05/08/2026,MUA HANG,"150,000",,"1,850,000",S1\n2,25/08/2026,LUONG,,"20,000,000","21,850,000",S2\n',
  )
  expect(read.summary).toMatchObject({ profile: 'vietinbank', accounts: [{ currency: 'VND' }] })
  expect(lines(read)).toEqual(['2026-08-05 -150000 MUA HANG', '2026-08-25 20000000 LUONG'])
})
