import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPayee } from './payee.ts'

describe('cleanPayee', () => {
  test.each([
    ['SQ *BLUE BOTTLE 8435 OAKLAND CA', 'Blue Bottle'],
    ['WHOLEFDS 1025 GILMAN BERKELEY CA US', 'Whole Foods'],
    ['AMZN Mktp US*2K4L91 AMZN.COM/BILL WA', 'Amazon'],
    ['TST* OAK & IVY KITCHEN 0043 DENVER CO', 'Oak & Ivy Kitchen'],
    ['POS DEBIT JOES CORNER DELI BROOKLYN NY', 'Joes Corner Deli'],
    ['PAYPAL *SPOTIFY 402-935-7733', 'Spotify'],
    ['UBER *EATS HELP.UBER.COM CA', 'Uber Eats'],
    ['UBER *TRIP HELP.UBER.COM CA', 'Uber'],
    ['Thanh toan tai HIGHLANDS COFFEE TP HCM', 'Highlands Coffee'],
    ['BACH HOA XANH 12345 HO CHI MINH VN', 'Bách Hóa Xanh'],
    ['CONG TY TNHH MINH LONG', 'Cong Ty TNHH Minh Long'],
    ["MAMA ROSA'S TRATTORIA #12 SEATTLE WA", "Mama Rosa's Trattoria"],
    ['7-ELEVEN 34567 PLANO TX', '7-Eleven'],
    ['Chị Lan tạp hóa', 'Chị Lan tạp hóa'],
  ])('%s → %s', (raw, name) => {
    expect(cleanPayee(raw).name).toBe(name)
  })

  test('one shop has one key, whatever the store number and the place', () => {
    const keys = ['JOES DELI #12 BOSTON MA', 'JOES DELI 4411 BOSTON MA', 'Joe’s Deli'].map(
      (raw) => cleanPayee(raw).key,
    )
    expect(new Set(keys)).toEqual(new Set(['joes deli']))
  })

  test('anything gives a name and a key, and the same one again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (raw) => {
        const { name, key } = cleanPayee(raw)
        expect(name.length).toBeGreaterThan(0)
        expect(key.length).toBeGreaterThan(0)
        expect(cleanPayee(raw)).toEqual({ name, key })
      }),
    )
  })
})
