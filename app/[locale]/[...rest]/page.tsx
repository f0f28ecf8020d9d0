import { notFound } from 'next/navigation'

/** Any address nothing else answers gets the page of its language. */
export default function UnknownPage() {
  notFound()
}
