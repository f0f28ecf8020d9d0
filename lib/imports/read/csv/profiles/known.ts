import type { BankProfile } from '../profile.ts'
import { abnAmro } from './abn-amro.ts'
import { actual } from './actual.ts'
import { americanExpress } from './american-express.ts'
import { appleCard } from './apple-card.ts'
import { bankOfAmerica } from './bank-of-america.ts'
import { capitalOne } from './capital-one.ts'
import { chase } from './chase.ts'
import { citi } from './citi.ts'
import { copilot } from './copilot.ts'
import { discover } from './discover.ts'
import { firefly } from './firefly.ts'
import { mb } from './mb.ts'
import { mint } from './mint.ts'
import { monarch } from './monarch.ts'
import { n26 } from './n26.ts'
import { paypal } from './paypal.ts'
import { rbc } from './rbc.ts'
import { revolut } from './revolut.ts'
import { sure } from './sure.ts'
import { techcombank } from './techcombank.ts'
import { triodos } from './triodos.ts'
import { uob } from './uob.ts'
import { usBank } from './us-bank.ts'
import { venmo } from './venmo.ts'
import { vietcombank } from './vietcombank.ts'
import { vietinBank } from './vietinbank.ts'
import { wellsFargo } from './wells-fargo.ts'
import { wise } from './wise.ts'
import { ynab } from './ynab.ts'

/** Every bank whose CSV is recognised, the more specific first. */
export const knownProfiles: readonly BankProfile[] = [
  paypal,
  venmo,
  revolut,
  wise,
  n26,
  mint,
  ynab,
  monarch,
  copilot,
  actual,
  firefly,
  sure,
  appleCard,
  capitalOne,
  chase,
  citi,
  discover,
  bankOfAmerica,
  americanExpress,
  usBank,
  wellsFargo,
  uob,
  vietcombank,
  techcombank,
  mb,
  vietinBank,
  triodos,
  rbc,
  abnAmro,
]
