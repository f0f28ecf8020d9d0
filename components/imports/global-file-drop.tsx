'use client'

import { Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { usePathname, useRouter } from '#lib/i18n/navigation.ts'
import { offerFiles } from './dropped-files.ts'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Lets statements be dropped anywhere on the app's pages; mounted once by the frame. Choosing files on /import does the same. */
export function GlobalFileDrop({ text }: { text: string }) {
  const router = useRouter()
  const pathname = usePathname()
  const [over, setOver] = useState(false)

  useEffect(() => {
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const allow = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      offerFiles([...(event.dataTransfer?.files ?? [])])
      if (pathname !== '/import') router.push('/import')
    }
    const handlers = { dragenter: enter, dragleave: leave, dragover: allow, drop } as const
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const
    for (const name of names) window.addEventListener(name, handlers[name])
    return () => {
      for (const name of names) window.removeEventListener(name, handlers[name])
    }
  }, [pathname, router])

  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-60 grid place-items-center bg-canvas/90 p-6">
      <div className="flex flex-col items-center gap-3 rounded-card border-2 border-dashed border-accent bg-accent-wash px-10 py-12 text-center">
        <Icon of={Upload} size={24} className="text-accent" />
        <p className="text-base font-semibold">{text}</p>
      </div>
    </div>
  )
}
