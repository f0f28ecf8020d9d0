import type { BankProfile } from '../profile.ts'
import { americanExpress } from './american-express.ts'
import { appleCard } from './apple-card.ts'
import { bankOfAmerica } from './bank-of-america.ts'
import { capitalOne } from './capital-one.ts'
import { chase } from './chase.ts'
import { citi } from './citi.ts'
import { discover } from './discover.ts'
import { paypal } from './paypal.ts'
import { revolut } from './revolut.ts'
import { techcombank } from './techcombank.ts'
import { usBank } from './us-bank.ts'
import { venmo } from './venmo.ts'
import { vietcombank } from './vietcombank.ts'
import { wellsFargo } from './wells-fargo.ts'

/** Every bank whose CSV is recognised, the more specific first. */
export const knownProfiles: readonly BankProfile[] = [
  paypal,
  venmo,
  revolut,
  appleCard,
  capitalOne,
  chase,
  citi,
  discover,
  bankOfAmerica,
  americanExpress,
  usBank,
  wellsFargo,
  vietcombank,
  techcombank,
]
