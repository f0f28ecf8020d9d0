/** Amounts are in minor units (cents, đồng); days are of the calendar month, weekdays count from Monday = 1. */
export type AccountKey = 'checking' | 'savings' | 'card' | 'dong'

export const demoAccounts = {
  checking: {
    name: 'Chase Total Checking',
    institution: 'Chase',
    type: 'checking',
    currency: 'USD',
    last4: '4471',
    opening: 412_055n,
  },
  savings: {
    name: 'Wells Fargo Savings',
    institution: 'Wells Fargo',
    type: 'savings',
    currency: 'USD',
    last4: '0932',
    opening: 1_265_000n,
  },
  card: {
    name: 'Citi Double Cash',
    institution: 'Citi',
    type: 'credit_card',
    currency: 'USD',
    last4: '8810',
    opening: -48_210n,
  },
  dong: {
    name: 'Vietcombank',
    institution: 'Vietcombank',
    type: 'checking',
    currency: 'VND',
    last4: '2206',
    opening: 38_500_000n,
  },
} as const

export type Monthly = {
  account: AccountKey
  day: number
  text: string
  minor: bigint
  /** From this many months before today on, the amount is this instead: a price rise. */
  later?: { monthsAgo: number; minor: bigint }
  /** Share of the amount by which a month may differ, for bills that follow use. */
  spread?: number
}

export const monthly: readonly Monthly[] = [
  { account: 'checking', day: 1, text: 'RENT MAPLE COURT APARTMENTS', minor: -165_000n },
  { account: 'checking', day: 12, text: 'CON EDISON ELECTRIC BILL PMT', minor: -8_400n, spread: 0.3 },
  { account: 'checking', day: 18, text: 'VERIZON WIRELESS AUTOPAY', minor: -7_500n },
  { account: 'card', day: 24, text: 'SPOTIFY USA', minor: -1_099n, later: { monthsAgo: 1, minor: -1_199n } },
  {
    account: 'card',
    day: 6,
    text: 'NETFLIX.COM LOS GATOS CA',
    minor: -1_549n,
    later: { monthsAgo: 4, minor: -1_799n },
  },
  { account: 'card', day: 9, text: 'PLANET FITNESS CLUB FEES', minor: -2_500n },
  { account: 'card', day: 15, text: 'GOOGLE *GOOGLE ONE', minor: -299n },
  { account: 'card', day: 20, text: 'GEICO *AUTO INSURANCE', minor: -11_840n },
  { account: 'savings', day: 28, text: 'INTEREST PAYMENT', minor: 3_120n, spread: 0.1 },
  { account: 'dong', day: 5, text: 'CHUYEN TIEN TU NGUYEN VAN AN', minor: 9_000_000n },
  { account: 'dong', day: 8, text: 'EVN HCMC TIEN DIEN', minor: -1_150_000n, spread: 0.35 },
  { account: 'dong', day: 14, text: 'VIETTEL CUOC INTERNET', minor: -265_000n },
]

export type Habit = {
  account: AccountKey
  texts: readonly string[]
  /** Chance on each weekday, Monday first. */
  chance: readonly [number, number, number, number, number, number, number]
  low: number
  high: number
}

export const habits: readonly Habit[] = [
  {
    account: 'card',
    texts: ["TRADER JOE'S #552 NEW YORK NY", 'WHOLEFDS MKT 10245', 'COSTCO WHSE #0214'],
    chance: [0.12, 0.1, 0.22, 0.12, 0.2, 0.62, 0.38],
    low: 2_400,
    high: 11_800,
  },
  {
    account: 'card',
    texts: ['SQ *BLUE BOTTLE COFFEE 8435', 'STARBUCKS STORE 07712'],
    chance: [0.55, 0.5, 0.5, 0.45, 0.6, 0.3, 0.2],
    low: 420,
    high: 980,
  },
  {
    account: 'card',
    texts: ['CHIPOTLE 1402', 'TST* PHO HOA RESTAURANT', 'SWEETGREEN UNION SQ', 'DOORDASH*THAI BASIL'],
    chance: [0.12, 0.15, 0.18, 0.2, 0.42, 0.5, 0.36],
    low: 1_250,
    high: 6_400,
  },
  {
    account: 'card',
    texts: ['MTA*NYCT PAYGO', 'UBER *TRIP HELP.UBER.COM', 'LYFT *RIDE'],
    chance: [0.5, 0.48, 0.5, 0.48, 0.52, 0.3, 0.18],
    low: 290,
    high: 2_450,
  },
  {
    account: 'card',
    texts: ['AMAZON.COM*RT4X', 'TARGET 00021345', 'UNIQLO USA LLC'],
    chance: [0.06, 0.06, 0.08, 0.08, 0.1, 0.2, 0.14],
    low: 1_400,
    high: 12_900,
  },
  {
    account: 'card',
    texts: ['CVS/PHARMACY #02311'],
    chance: [0.04, 0.03, 0.05, 0.03, 0.04, 0.06, 0.03],
    low: 640,
    high: 4_200,
  },
  {
    account: 'dong',
    texts: ['GRAB* A-6FK2', 'HIGHLANDS COFFEE LE LOI', 'WINMART+ THAO DIEN', 'SHOPEE VN'],
    chance: [0.14, 0.12, 0.14, 0.12, 0.18, 0.26, 0.2],
    low: 35_000,
    high: 480_000,
  },
]
