import type { CategoryKey } from '#lib/categories/taxonomy.ts'

export type Sign = 'in' | 'out'
type Pattern = {
  /** Tested on the folded words of the bank's text, joined by single spaces. */
  words: RegExp
  category: CategoryKey
  /** 0–100. */
  confidence: number
  sign?: Sign
}

/** What the bank itself says about a movement; tried before names, because `TARGET PAYROLL` is a salary. */
export const bankPatterns: readonly Pattern[] = [
  {
    words: /\b(\w*payroll\w*|gusto pay|salary|direct dep|dir dep|luong|adp \w*pay|paychex|wages)\b/,
    category: 'salary',
    confidence: 90,
    sign: 'in',
  },
  { words: /\b(bonus|thuong tet)\b/, category: 'bonus', confidence: 70, sign: 'in' },
  {
    words: /\b(tax ref|tax refund|irs treas|franchise tax bd casttaxrfd|hoan thue)\b/,
    category: 'tax_refund',
    confidence: 90,
    sign: 'in',
  },
  { words: /\b(dividend|dividends|co tuc)\b/, category: 'dividends', confidence: 85, sign: 'in' },
  {
    words: /\b(ssa treas|social security|unemployment|edd|pension|va benefit|soc sec)\b/,
    category: 'benefits',
    confidence: 80,
    sign: 'in',
  },
  {
    words:
      /\b(interest (paid|payment|earned|credit)|int(er)?est pymt|lai tien gui|tra lai)\b|^interest( |$)|\binterest$/,
    category: 'interest',
    confidence: 85,
    sign: 'in',
  },
  {
    words: /\b(cash ?back|rewards? (redemption|credit)|statement credit)\b/,
    category: 'other_income',
    confidence: 60,
    sign: 'in',
  },
  {
    words:
      /\b(foreign (transaction|exchange|exch)|international (transaction|svc|service)|fgn trans|adj fee foreign|non us)\b.*\b(fee|charge|assess\w*)\b|\bforeign transaction\b/,
    category: 'foreign_fees',
    confidence: 90,
  },
  {
    words: /\b(atm|non \w+ atm|withdrawal)\b.*\bfee\b|\bfee\b.*\batm\b|\bphi rut tien\b/,
    category: 'atm_fees',
    confidence: 90,
  },
  {
    words:
      /\b(interest charge|interest charged|finance charge|overdraft interest|purchase interest|lai vay|lai qua han)\b/,
    category: 'interest_charges',
    confidence: 90,
  },
  {
    words:
      /\b(overdraft|insufficient funds|nsf|late fee|annual (membership )?fee|membership fee|maintenance fee|service fee|monthly fee|service charge|wire fee|returned item|phi (thuong nien|duy tri|quan ly|dich vu|sms|chuyen tien|gd))\b/,
    category: 'bank_fees',
    confidence: 85,
  },
  { words: /\b(atm|cash withdrawal|withdraw\w*|rut tien)\b/, category: 'cash', confidence: 80, sign: 'out' },
  {
    words:
      /\b(online|internet|mobile|acct|account|recurring|automatic|scheduled|funds|odp) (banking )?(transfer|xfer)\b.*\b(to|from)\b.*\b(sav\w*|chk|checking|acct|account|credit ?card|cr card|mma|money market|\w*\d{4})\b|\btransfer (to|from) (sav\w*|chk|checking|brokerage|share|mma)\b|\bto (savings|checking)\b|\bchuyen (tien )?noi bo\b/,
    category: 'transfer',
    confidence: 80,
  },
  {
    words:
      /\b(payment thank you|thank you payment|autopay payment|online payment thank|credit card (bill )?payment|credit crd|crd (auto)?pay\w*|card ?member serv|epay|cc pymt|cardpmt|thanh toan the tin dung|tt the tin dung|applecard gsbank|amex epayment|american express ach|capital one (mobile|online|crcard)|chase credit|citi (card|autopay)|discover e payment|barclaycard\w* (credit|payment)|bk of amer visa)\b/,
    category: 'card_payment',
    confidence: 85,
  },
  { words: /\b(mortgage|mtg|home loan)\b/, category: 'mortgage', confidence: 75, sign: 'out' },
  {
    words: /\b(student ln|student loan|studntloan)\b/,
    category: 'student_loan',
    confidence: 80,
    sign: 'out',
  },
  {
    words: /\b(auto (loan|finance|pay loan)|car loan)\b/,
    category: 'car_payment',
    confidence: 75,
    sign: 'out',
  },
  {
    words: /\b(loan (payment|pymt|pmt)|tra no|tra gop|thu no)\b/,
    category: 'loan_payment',
    confidence: 75,
    sign: 'out',
  },
  {
    words: /\b(rent|tien nha|thue nha|apartments?|apts|property (mgmt|management)|realty|leasing)\b/,
    category: 'rent',
    confidence: 65,
    sign: 'out',
  },
  { words: /\b(tien dien(?! thoai)|dien luc)\b/, category: 'electricity_gas', confidence: 80, sign: 'out' },
  { words: /\b(tien nuoc)\b/, category: 'water_waste', confidence: 80, sign: 'out' },
  { words: /\b(hoc phi|tuition)\b/, category: 'education', confidence: 80, sign: 'out' },
]

/** The first pattern that fits the text and the direction of the money. */
export function matchPattern(patterns: readonly Pattern[], words: string, sign: Sign): Pattern | null {
  return patterns.find((p) => (p.sign === undefined || p.sign === sign) && p.words.test(words)) ?? null
}
