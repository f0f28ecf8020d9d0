import { notFound } from 'next/navigation'
import { connection } from 'next/server'

export const instant = false

/** Any address nothing else answers gets the page of its language. Not before the request: its scripts need a nonce. */
export default async function UnknownPage() {
  await connection()
  notFound()
}
