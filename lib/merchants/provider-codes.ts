import type { CategoryKey } from '#lib/categories/taxonomy.ts'
import type { ProviderSaid } from './provider-said.ts'

/** Merchant category codes (ISO 18245, which card networks and OFX's SIC use) by category: single ones and ranges. */
const lists: Partial<Record<CategoryKey, string>> = {
  pets: '742 5995',
  home_maintenance:
    '780 1520-1799 2842 5039 5072-5074 5198 5200-5261 5996 7217 7342 7349 7623-7629 7692-7699',
  flights: '3000-3350 4511 4582',
  car_rental: '3351-3500 7512-7519',
  lodging: '3501-3999 7011-7012 7032-7033',
  public_transport: '4011 4111-4112 4131 4789',
  rides: '4121',
  doctor: '4119 5047 5975-5976 8011 8031 8041 8049-8062 8071 8099',
  postage: '4214-4215 9402',
  storage: '4225',
  other_travel: '4411 4457-4468 4722-4723 5962',
  parking_tolls: '4784 7523',
  phone: '4812-4815 4821',
  internet_tv: '4816',
  streaming: '4899 7841',
  electricity_gas: '4900 5983',
  software: '5045 5734 5815 5817-5818 7372-7379',
  general_shopping: '5099 5199 5300-5399 5931-5933 5943 5993 5999',
  groceries: '5411 5422-5451 5499',
  coffee: '5462',
  car_care: '5013 5511-5533 5551-5599 5935 7511 7531-7542 7549 8675',
  fuel: '5172 5541-5542',
  clothing: '5094 5131-5139 5611-5699 5944 5948-5949',
  furniture: '5021 5712-5719 5832 5937 5950 7641',
  electronics: '5044-5046 5065 5722 5732-5733 5946 5978 5997',
  music: '5735',
  eating_out: '5811-5812',
  bars: '5813 5921',
  fast_food: '5814',
  games: '5816 5945 7993-7994',
  pharmacy: '5122 5912',
  sports: '5940-5941 5970',
  books: '2741 5111 5192 5942 5994',
  gifts: '5193 5947 5971-5973 5992',
  online_shopping: '5961 5964-5965 5968-5969',
  hair_beauty: '5977 7230 7297-7298',
  cash: '6010-6011',
  investing: '6211',
  insurance: '5960 6300 6381 6399',
  rent: '6513',
  laundry: '7210-7216',
  professional: '7276-7277 7321 8111 8911 8931 8999',
  other_services: '7221 7273 7299 7311 7332-7339 7361 7392-7395 7399 8734',
  gambling: '7800-7802 7995 9406',
  events: '7829-7832 7911-7992 7996-7999',
  fitness: '7997',
  dental: '8021',
  eye_care: '8042-8044',
  education: '8211-8299',
  childcare: '8351',
  donations: '8398 8641-8661 8699',
  taxes: '9311',
  government: '9211-9223 9399 9405',
}

const ranges = Object.entries(lists).flatMap(([category, list]) =>
  list.split(' ').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number)
    return { from, to, category: category as CategoryKey }
  }),
)

/** Narrow ranges stand before the wide ones that hold them. */
ranges.sort((a, b) => a.to - a.from - (b.to - b.from))

/** What a merchant category code says; null for one that says nothing about the purchase. */
export function ofMerchantCode(code: number): ProviderSaid | null {
  const found = ranges.find(({ from, to }) => code >= from && code <= to)
  return found ? { category: found.category, coarse: false } : null
}
