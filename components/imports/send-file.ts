/** SHA-256 of a file in hex, where the browser allows it (https or this machine); else null. */
export async function hashOf(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A refusal of the server in the person's language; an empty message means that it did not answer. */
export class SendError extends Error {
  override readonly name = 'SendError'
}

/** Sends one file to be staged; resolves to its id. `onShare` hears 0 to 1. Throws SendError. */
export async function sendFile(
  file: File,
  sha256: string | null,
  onShare: (share: number) => void,
): Promise<string> {
  const query = new URLSearchParams({ name: file.name, size: String(file.size) })
  if (sha256) query.set('sha256', sha256)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/imports/uploads?${query}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new SendError(''))
    request.onload = () => {
      const { id, detail } = (request.response ?? {}) as { id?: string; detail?: string }
      if (request.status === 201 && id) resolve(id)
      else reject(new SendError(detail ?? ''))
    }
    request.send(file)
  })
}
