import { initialsOf } from '#lib/connections/initials.ts'

/** Two letters in a tile of our own, in place of a logo. */
export function BankMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-10 shrink-0 place-items-center rounded-control bg-accent-wash text-label font-semibold text-accent"
    >
      {initialsOf(name)}
    </span>
  )
}
