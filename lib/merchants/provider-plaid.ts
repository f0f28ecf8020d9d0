import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import type { ProviderSaid } from './provider-said.ts'

/** Plaid's detailed codes (both versions), without the name of their primary one. */
const detailed: Record<string, Record<string, CategoryKey>> = {
  INCOME: {
    SALARY: 'salary',
    WAGES: 'salary',
    GIG_ECONOMY: 'other_income',
    DIVIDENDS: 'dividends',
    INTEREST_EARNED: 'interest',
    RENTAL: 'rental_income',
    RETIREMENT_PENSION: 'benefits',
    UNEMPLOYMENT: 'benefits',
    LONG_TERM_DISABILITY: 'benefits',
    MILITARY: 'benefits',
    CHILD_SUPPORT: 'other_income',
    TAX_REFUND: 'tax_refund',
  },
  LOAN_PAYMENTS: {
    CAR_PAYMENT: 'car_payment',
    CREDIT_CARD_PAYMENT: 'card_payment',
    MORTGAGE_PAYMENT: 'mortgage',
    STUDENT_LOAN_PAYMENT: 'student_loan',
  },
  TRANSFER_IN: {
    ACCOUNT_TRANSFER: 'transfer',
    INVESTMENT_AND_RETIREMENT_FUNDS: 'investing',
    SAVINGS: 'savings',
  },
  TRANSFER_OUT: {
    ACCOUNT_TRANSFER: 'transfer',
    INVESTMENT_AND_RETIREMENT_FUNDS: 'investing',
    SAVINGS: 'savings',
    WITHDRAWAL: 'cash',
  },
  BANK_FEES: {
    ATM_FEES: 'atm_fees',
    INTEREST_CHARGE: 'interest_charges',
    FOREIGN_TRANSACTION_FEES: 'foreign_fees',
  },
  ENTERTAINMENT: {
    CASINOS_AND_GAMBLING: 'gambling',
    MUSIC_AND_AUDIO: 'music',
    TV_AND_MOVIES: 'streaming',
    VIDEO_GAMES: 'games',
  },
  FOOD_AND_DRINK: {
    BEER_WINE_AND_LIQUOR: 'bars',
    COFFEE: 'coffee',
    FAST_FOOD: 'fast_food',
    GROCERIES: 'groceries',
  },
  GENERAL_MERCHANDISE: {
    BOOKSTORES_AND_NEWSSTANDS: 'books',
    CLOTHING_AND_ACCESSORIES: 'clothing',
    ELECTRONICS: 'electronics',
    GIFTS_AND_NOVELTIES: 'gifts',
    ONLINE_MARKETPLACES: 'online_shopping',
    PET_SUPPLIES: 'pets',
    SPORTING_GOODS: 'sports',
  },
  HOME_IMPROVEMENT: { FURNITURE: 'furniture', SECURITY: 'home_security' },
  MEDICAL: {
    DENTAL_CARE: 'dental',
    EYE_CARE: 'eye_care',
    PHARMACIES_AND_SUPPLEMENTS: 'pharmacy',
    VETERINARY_SERVICES: 'pets',
  },
  PERSONAL_CARE: { GYMS_AND_FITNESS_CENTERS: 'fitness', LAUNDRY_AND_DRY_CLEANING: 'laundry' },
  GENERAL_SERVICES: {
    ACCOUNTING_AND_FINANCIAL_PLANNING: 'professional',
    AUTOMOTIVE: 'car_care',
    CHILDCARE: 'childcare',
    CONSULTING_AND_LEGAL: 'professional',
    EDUCATION: 'education',
    INSURANCE: 'insurance',
    POSTAGE_AND_SHIPPING: 'postage',
    STORAGE: 'storage',
  },
  GOVERNMENT_AND_NON_PROFIT: { DONATIONS: 'donations', TAX_PAYMENT: 'taxes' },
  TRANSPORTATION: {
    GAS: 'fuel',
    PARKING: 'parking_tolls',
    TOLLS: 'parking_tolls',
    PUBLIC_TRANSIT: 'public_transport',
    TAXIS_AND_RIDE_SHARES: 'rides',
    BIKES_AND_SCOOTERS: 'rides',
  },
  TRAVEL: { FLIGHTS: 'flights', LODGING: 'lodging', RENTAL_CARS: 'car_rental' },
  RENT_AND_UTILITIES: {
    GAS_AND_ELECTRICITY: 'electricity_gas',
    INTERNET_AND_CABLE: 'internet_tv',
    RENT: 'rent',
    SEWAGE_AND_WASTE_MANAGEMENT: 'water_waste',
    TELEPHONE: 'phone',
    WATER: 'water_waste',
    OTHER_UTILITIES: 'other_utilities',
  },
}

/** Plaid's primary codes; null where the code alone says too little (a transfer to whom?). */
const primary: Record<string, CategoryKey | null> = {
  INCOME: 'other_income',
  LOAN_PAYMENTS: 'loan_payment',
  LOAN_DISBURSEMENTS: null,
  TRANSFER_IN: null,
  TRANSFER_OUT: null,
  BANK_FEES: 'bank_fees',
  ENTERTAINMENT: 'events',
  FOOD_AND_DRINK: 'eating_out',
  GENERAL_MERCHANDISE: 'general_shopping',
  HOME_IMPROVEMENT: 'home_maintenance',
  MEDICAL: 'doctor',
  PERSONAL_CARE: 'hair_beauty',
  GENERAL_SERVICES: 'other_services',
  GOVERNMENT_AND_NON_PROFIT: 'government',
  TRANSPORTATION: 'public_transport',
  TRAVEL: 'other_travel',
  RENT_AND_UTILITIES: 'other_utilities',
  OTHER: null,
}

/** What a Plaid code of either version says; a primary code and its `OTHER` leaf only name the group. */
export function ofPlaid(code: string): ProviderSaid | null {
  const name = Object.keys(primary).find((prefix) => code === prefix || code.startsWith(`${prefix}_`))
  if (!name) return null
  const leaf = detailed[name]?.[code.slice(name.length + 1)]
  if (leaf) return { category: leaf, coarse: false }
  const group = primary[name]
  return group ? { category: group, coarse: code === name || code.includes('_OTHER') } : null
}
