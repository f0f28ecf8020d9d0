import { notFound } from 'next/navigation'
import { type Connection, getConnection } from '#lib/connections/queries.ts'
import { isAppError } from '#lib/core/errors.ts'
import type { Scope } from '#lib/core/scope.ts'

/** The login a page is about; the page for what is not there when it is somebody else's or nobody's. */
export const knownConnection = (scope: Scope, id: string): Promise<Connection> =>
  getConnection(scope, id).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') notFound()
    throw error
  })
