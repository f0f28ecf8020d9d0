/** A bank as its provider names it: what linking hands back, and what people read. */
export type ListedBank = { id: string; name: string }

/** Where Enable Banking reaches banks: the European Economic Area and the United Kingdom. */
export const bankCountries = [
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU'],
  ...['IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]

export const countryOf = (text: string): string | null =>
  bankCountries.find((country) => country === text) ?? null

/** Its name out of an id of the form `FI:Nordea`; null for anything else. */
export function listedBankOf(id: string): ListedBank | null {
  const [, country = '', name] = /^([A-Z]{2}):(.{1,100})$/u.exec(id) ?? []
  return name && countryOf(country) ? { id, name } : null
}
