import { folded } from './fold-name.ts'
import { americanExpress } from './institutions/american-express.ts'
import { bankOfAmerica } from './institutions/bank-of-america.ts'
import { capitalOne } from './institutions/capital-one.ts'
import { chase } from './institutions/chase.ts'
import { citi } from './institutions/citi.ts'
import { discover } from './institutions/discover.ts'
import { mastercard } from './institutions/mastercard.ts'
import { mbBank } from './institutions/mb-bank.ts'
import { paypal } from './institutions/paypal.ts'
import { techcombank } from './institutions/techcombank.ts'
import { usBank } from './institutions/us-bank.ts'
import { vietcombank } from './institutions/vietcombank.ts'
import { vietinbank } from './institutions/vietinbank.ts'
import { wellsFargo } from './institutions/wells-fargo.ts'
import type { Institution } from './types.ts'

/** In the order of the page: the banks most people have, then by country. */
export const institutions: readonly Institution[] = [
  chase,
  citi,
  wellsFargo,
  usBank,
  americanExpress,
  mastercard,
  paypal,
  capitalOne,
  bankOfAmerica,
  discover,
  vietcombank,
  techcombank,
  mbBank,
  vietinbank,
]

export const institutionOf = (slug: string): Institution | null =>
  institutions.find((institution) => institution.slug === slug) ?? null

/** Institutions whose name or alias holds every word of the query; all of them for an empty one. */
export function findInstitutions(query: string): Institution[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return institutions.filter((institution) => {
    const text = folded([institution.name, ...institution.aliases].join(' '))
    return words.every((word) => text.includes(word))
  })
}
