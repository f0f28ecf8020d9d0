import { notFound } from 'next/navigation'

export const instant = false

/** Any address nothing else answers gets the page of its language. */
export default function UnknownPage() {
  notFound()
}
