import { expect, it } from 'vitest'
import { lines, readText } from '../../testing.ts'

it('reads Vietcombank in đồng, with the account above and a total below', async () => {
  const read = await readText(
    'NGAN HANG TMCP NGOAI THUONG VIET NAM\nTai khoan: 0011001234567\nSTT,Ngày giao dịch,Số tham chiếu,Số tiền ghi nợ,Số tiền ghi có,Mô tả\n' +
      '1,02/08/2026,FT1,"85.000",,GRAB\n2,03/08/2026,FT2,,"25.000.000",LUONG\n,,Tổng,"85.000","25.000.000",\n',
  )
  expect(read.summary).toMatchObject({ profile: 'vietcombank', skipped: 1 })
  expect(read.summary.accounts[0]).toMatchObject({
    currency: 'VND',
    sourceAccountId: '0011001234567',
    last4: '4567',
  })
  expect(lines(read)).toEqual(['2026-08-02 -85000 GRAB', '2026-08-03 25000000 LUONG'])
})
