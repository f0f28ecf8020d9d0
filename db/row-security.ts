import pg from 'pg'

const runtimeRoles = ['minh_app', 'minh_auth', 'minh_operator'] as const

export type RuntimeRole = { name: string; superuser: boolean; bypasses: boolean }

/** Throws, naming the role and the remedy, when one that requests run as is missing or would see every household. */
export function requireRowSecurity(roles: readonly RuntimeRole[]): void {
  for (const name of runtimeRoles) {
    const role = roles.find((candidate) => candidate.name === name)
    if (!role) throw new Error(`The database role ${name} does not exist. Run the migrations again.`)
    if (role.superuser || role.bypasses)
      throw new Error(
        `The database role ${name} bypasses row security, so one household could see another. Run: alter role ${name} nosuperuser nobypassrls`,
      )
  }
}

/** Checks the roles of a database before the first request; for start-up and `minh doctor`. */
export async function checkRowSecurity(address: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    const { rows } = await client.query<RuntimeRole>(
      'select rolname as name, rolsuper as superuser, rolbypassrls as bypasses from pg_roles where rolname = any($1)',
      [[...runtimeRoles]],
    )
    requireRowSecurity(rows)
  } finally {
    await client.end()
  }
}
