import { Notice } from '#components/ui/notice.tsx'

/** What failed as a whole, over the fields; `useSubmit` puts the focus on it. */
export function FormError({ text }: { text: string | null }) {
  if (!text) return null
  return (
    <div role="alert" tabIndex={-1} className="rounded-card">
      <Notice tone="error">{text}</Notice>
    </div>
  )
}
