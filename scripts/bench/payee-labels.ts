import { type CategoryKey, type GroupKey, groupOf } from '#lib/categories/taxonomy.ts'

const ofGroup: Record<GroupKey, string> = {
  income: 'INCOME',
  housing: 'RENT_AND_UTILITIES',
  utilities: 'RENT_AND_UTILITIES',
  food: 'FOOD_AND_DRINK',
  transport: 'TRANSPORTATION',
  shopping: 'GENERAL_MERCHANDISE',
  health: 'MEDICAL',
  personal: 'PERSONAL_CARE',
  entertainment: 'ENTERTAINMENT',
  travel: 'TRAVEL',
  family: 'GENERAL_SERVICES',
  services: 'GENERAL_SERVICES',
  giving: 'GOVERNMENT_AND_NON_PROFIT',
  fees: 'BANK_FEES',
  loans: 'LOAN_PAYMENTS',
  other: 'OTHER',
  transfers: 'TRANSFER',
}

const ofLeaf: Partial<Record<CategoryKey, string>> = {
  mortgage: 'LOAN_PAYMENTS',
  home_maintenance: 'HOME_IMPROVEMENT',
  furniture: 'HOME_IMPROVEMENT',
  home_security: 'HOME_IMPROVEMENT',
  car_care: 'GENERAL_SERVICES',
  car_payment: 'LOAN_PAYMENTS',
  fitness: 'PERSONAL_CARE',
  pets: 'GENERAL_MERCHANDISE',
  cash: 'TRANSFER_OUT',
  card_payment: 'LOAN_PAYMENTS',
}

/** The primary code of the labels that one of our categories stands for. */
export function primaryOf(category: CategoryKey, sign: string): string {
  const primary = ofLeaf[category] ?? ofGroup[groupOf(category)]
  return primary === 'TRANSFER' ? (sign === '+' ? 'TRANSFER_IN' : 'TRANSFER_OUT') : primary
}
