/**
 * A stored mail in a frame that may do nothing: no script, no form, no origin of its own. Links open in a new window. It loads
 * nothing, because a mail holds nothing to load and the page's policy applies inside as well.
 */
export function MailFrame({ html, title }: { html: string; title: string }) {
  const page = html.replace('<head>', '<head><base target="_blank">')
  return (
    <iframe
      title={title}
      srcDoc={page}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className="h-[46rem] sm:h-[42rem] w-full rounded-small border border-border bg-canvas"
    />
  )
}
