export type CategoryKind = 'expense' | 'income' | 'transfer'

/**
 * The tree a household starts with: groups and their leaves, close to Plaid's Personal Finance Categories so that provider
 * categories map onto it. Names are messages `categories.names.<key>`; households may rename, add, merge and archive.
 */
const tree = {
  income: [
    'salary',
    'bonus',
    'interest',
    'dividends',
    'rental_income',
    'benefits',
    'tax_refund',
    'other_income',
  ],
  housing: ['rent', 'mortgage', 'home_maintenance', 'furniture', 'home_security'],
  utilities: ['electricity_gas', 'water_waste', 'internet_tv', 'phone', 'other_utilities'],
  food: ['groceries', 'eating_out', 'fast_food', 'coffee', 'bars'],
  transport: ['fuel', 'public_transport', 'rides', 'parking_tolls', 'car_care', 'car_payment'],
  shopping: ['general_shopping', 'online_shopping', 'clothing', 'electronics', 'books', 'sports', 'gifts'],
  health: ['doctor', 'pharmacy', 'dental', 'eye_care', 'fitness'],
  personal: ['hair_beauty', 'laundry'],
  entertainment: ['streaming', 'music', 'games', 'events', 'gambling'],
  travel: ['flights', 'lodging', 'car_rental', 'other_travel'],
  family: ['childcare', 'education', 'pets'],
  services: ['insurance', 'software', 'postage', 'professional', 'storage', 'other_services'],
  giving: ['donations', 'taxes', 'government'],
  fees: ['bank_fees', 'atm_fees', 'interest_charges', 'foreign_fees'],
  loans: ['loan_payment', 'student_loan'],
  other: ['cash', 'other_expense'],
  transfers: ['transfer', 'card_payment', 'savings', 'investing'],
} as const

export type GroupKey = keyof typeof tree
export type LeafKey = (typeof tree)[GroupKey][number]
export type CategoryKey = GroupKey | LeafKey

export type TaxonomyEntry = {
  key: CategoryKey
  parent: GroupKey | null
  kind: CategoryKind
  /** 1–6: one of the chart hues, which the category keeps for good. */
  color: number
}

const groups = Object.keys(tree) as GroupKey[]

const kindOf = (group: GroupKey): CategoryKind =>
  group === 'income' ? 'income' : group === 'transfers' ? 'transfer' : 'expense'

/** Groups that are large in most households lie far apart in hue. */
const hues: Record<GroupKey, number> = {
  income: 5,
  housing: 2,
  utilities: 6,
  food: 1,
  transport: 3,
  shopping: 4,
  health: 5,
  personal: 6,
  entertainment: 6,
  travel: 2,
  family: 3,
  services: 4,
  giving: 5,
  fees: 4,
  loans: 2,
  other: 3,
  transfers: 1,
}

/** Every group followed by its leaves, in the order they are shown. */
export const taxonomy: readonly TaxonomyEntry[] = groups.flatMap((group) => [
  { key: group, parent: null, kind: kindOf(group), color: hues[group] },
  ...tree[group].map((leaf) => ({ key: leaf, parent: group, kind: kindOf(group), color: hues[group] })),
])

const keys = new Set<string>(taxonomy.map((entry) => entry.key))

export const isCategoryKey = (text: string): text is CategoryKey => keys.has(text)

/** The group of a leaf; a group is its own. */
export const groupOf = (key: CategoryKey): GroupKey => {
  const entry = taxonomy.find((candidate) => candidate.key === key)
  return entry?.parent ?? (key as GroupKey)
}
