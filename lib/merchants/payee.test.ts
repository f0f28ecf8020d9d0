import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brandAliases } from './find-brand.ts'
import { cleanPayee } from './payee.ts'
import { fold } from './words.ts'

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
    ['PAYPAL           INST XFER  SPOTIFYUSAI    WEB ID: PAYPALSI77', 'Spotify'],
    ['ORIG CO NAME:BRIGHT WATER CO-OP ORIG ID:0000213249 DESC DATE:260801 SEC:PPD', 'Bright Water Co-Op'],
    ['ACME ROCKETS DES:PAYROLL ID:XXXXX1234 INDN:JANE DOE CO ID:XXXXX56789 PPD', 'Acme Rockets'],
    ['Zelle payment to MARIA LOPEZ JPM99a1b2c3d', 'Maria Lopez'],
    [
      'MBVCB.4711223344.091827.LE THI HOA chuyen tien.CT tu 0011002233 LE THI HOA toi 1903 TRAN NAM tai TCB',
      'Le Thi Hoa',
    ],
    ['FT26214123456789 CT DEN:402115423232 CONG TY TNHH AN PHAT THANH TOAN LUONG', 'Cong Ty TNHH An Phat'],
    ['CỬA HÀNG XĂNG DẦU SỐ 12', 'Cửa Hàng Xăng Dầu Số 12'],
    ['RED BARN FEED STORE   SNOHOMISH', 'Red Barn Feed Store'],
    ['HILL ST NOODLES CIN03/15HILL ST NOO', 'Hill ST Noodles Cin'],
    ['QUIET CORNER BAKERYBERKELEYCA 09/06', 'Quiet Corner Bakery'],
    ['CHEESECAKE FACTOR 0045', 'Cheesecake Factory'],
    ['EL SOL TAQUERIA LAS CRUCES NM', 'El Sol Taqueria'],
    ['Lastschrift Bäckerei Jung GmbH', 'Bäckerei Jung'],
    ['PIX ENVIADO - CHAVE: x@y.com - ID: E99 - NOME: ANA SOUZA', 'Ana Souza'],
    ['KARTE SUNNY CAFE EUR 12.40', 'Karte Sunny Cafe'],
  ])('%s → %s', (raw, name) => {
    expect(cleanPayee(raw).name).toBe(name)
  })

  test('one shop has one key, whatever the store number and the place', () => {
    const keys = ['JOES DELI #12 BOSTON MA', 'JOES DELI 4411 BOSTON MA', 'Joe’s Deli'].map(
      (raw) => cleanPayee(raw).key,
    )
    expect(new Set(keys)).toEqual(new Set(['joes deli']))
  })

  test('a known name stays itself', () => {
    for (const { brand } of brandAliases())
      expect(cleanPayee(brand.name)).toEqual({ name: brand.name, key: brand.key })
  })

  const word = fc.constantFrom(
    ...'green oak river lotus phở sao mai bà tư xưa kim long vàng twin harbor'.split(' '),
  )
  const names = fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => words.join(' '))
  const before = fc.constantFrom('', 'SQ *', 'TST* ', 'POS DEBIT ', 'PAYPAL *', 'CHECKCARD 0812 ')
  const after = fc.constantFrom(
    '',
    ' 00412',
    ' #12',
    ' 8435 OAKLAND CA',
    ' SEATTLE WA',
    ' 408-555-0123 CA',
    ' 09/06',
  )

  test('twins of one merchant have one key, whatever is wrapped around the name', () => {
    fc.assert(
      fc.property(names, before, after, (name, head, tail) => {
        expect(cleanPayee(`${head}${name.toUpperCase()}${tail}`).key).toBe(cleanPayee(name).key)
      }),
    )
  })

  test('Vietnamese letters stay', () => {
    fc.assert(
      fc.property(names, after, (name, tail) => {
        const cleaned = cleanPayee(`${name.toUpperCase()}${tail}`)
        expect(cleaned.name.toLowerCase()).toBe(name)
        expect(cleaned.key).toBe(fold(name))
      }),
    )
  })

  test('cleaning a cleaned name changes nothing', () => {
    const token = fc.oneof(
      word,
      fc.constantFrom(
        'SQ *',
        'CA',
        'USA',
        'OAKLAND',
        '#12',
        'REF:99',
        'INC',
        '&',
        'CT',
        'TU',
        '12/09',
        'NOME:',
        'VISA',
        '*',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 8 }), (tokens) => {
        const once = cleanPayee(tokens.join(' '))
        expect(cleanPayee(once.name)).toEqual(once)
      }),
      { numRuns: 2_000 },
    )
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
