import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

type Listed = { data: { id: string; status: string; merchant?: { name?: string } | null }[] }

/** What the person's own token says is stored; the pages are looked at besides. */
async function rowsOf(page: Page, baseUrl: string, token: string, query = ''): Promise<Listed['data']> {
  const answer = await page.request.get(`${baseUrl}/api/v1/transactions?limit=200${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.ok()).toBe(true)
  return ((await answer.json()) as Listed).data
}

/** How many syncs of the one connection have ended. */
async function ended(page: Page, baseUrl: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  const read = async (path: string) =>
    (await page.request.get(`${baseUrl}/api/v1/${path}`, { headers })).json()
  const connections: { data: { id: string }[] } = await read('connections')
  const runs: { data: { status: string }[] } = await read(
    `connections/${connections.data[0]?.id}/syncs?limit=100`,
  )
  return runs.data.filter(({ status }) => status !== 'running').length
}

/** Presses Sync now and waits until the sync has ended, in the store and on the page. */
async function syncNow(page: Page, baseUrl: string, token: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Sync now' })
  await expect(button).toBeVisible()
  const before = await ended(page, baseUrl, token)
  await button.click()
  await expect.poll(() => ended(page, baseUrl, token)).toBeGreaterThan(before)
  await expect(button).toBeVisible()
}

async function atTheCounter(page: Page, baseUrl: string, button: string, said: string): Promise<void> {
  await page.goto(`${baseUrl}/demo-bank`)
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText(said)).toBeVisible()
}

test('from the empty dashboard to a chart of the Demo Bank’s year, and what becomes of the link', async ({
  page,
  baseUrl,
  signIn,
}) => {
  test.setTimeout(240_000)
  const { token } = await signIn()
  let connection = ''

  await test.step('four clicks, with progress in view', async () => {
    let clicks = 0
    const press = async (role: 'link' | 'button', name: string | RegExp) => {
      clicks++
      await page.getByRole(role, { name }).click()
    }
    await page.goto(baseUrl)
    await press('link', 'Pick your bank')
    await press('link', /Demo Bank/)
    await press('button', 'Agree and continue')
    await expect(page).toHaveURL(/\/demo-bank\/connect/)
    await page.getByLabel('User name').fill('lan')
    await page.getByLabel('Password').fill('anything')
    await press('button', 'Allow')
    await expect(page.getByRole('progressbar', { name: 'Syncing' })).toBeVisible()
    connection = new URL(page.url()).pathname
    await expect(page.getByText(/You (have )?spent/)).toBeVisible({ timeout: 60_000 })
    expect(clicks).toBeLessThanOrEqual(4)
    const months = page
      .locator('section,div', { has: page.getByRole('heading', { name: 'In and out' }) })
      .last()
    await expect(months).toBeVisible()
    await page.goto(`${baseUrl}/accounts`)
    await expect(page.getByText('Demo Checking')).toBeVisible()
    await expect(page.getByText('Fine', { exact: true }).first()).toBeVisible()
  })

  const first = await rowsOf(page, baseUrl, token)
  expect(first.length).toBeGreaterThan(100)

  await test.step('syncing again adds nothing', async () => {
    await page.goto(`${baseUrl}${connection}`)
    await syncNow(page, baseUrl, token)
    await expect(page.getByText('Nothing new', { exact: true }).first()).toBeVisible()
    const ids = (rows: Listed['data']) => rows.map(({ id }) => id).sort()
    expect(ids(await rowsOf(page, baseUrl, token))).toEqual(ids(first))
  })

  await test.step('a day passes: what was pending is booked, once', async () => {
    const pending = await rowsOf(page, baseUrl, token, '&status=pending')
    expect(pending.length).toBeGreaterThan(0)
    await atTheCounter(page, baseUrl, 'Let a day pass', 'A day has passed at the bank.')
    await page.goto(`${baseUrl}${connection}`)
    await syncNow(page, baseUrl, token)
    const now = await rowsOf(page, baseUrl, token)
    const booked = pending.filter(({ id }) => now.find((row) => row.id === id)?.status === 'posted')
    expect(booked.length).toBeGreaterThan(0)
    for (const { id } of booked) expect(now.filter((row) => row.id === id)).toHaveLength(1)
  })

  await test.step('a broken login says so everywhere, and is mended', async () => {
    await atTheCounter(page, baseUrl, 'Break the login', 'The login is broken')
    await page.goto(`${baseUrl}${connection}`)
    await syncNow(page, baseUrl, token)
    await expect(page.getByText('Needs you', { exact: true }).first()).toBeVisible()
    await page.goto(baseUrl)
    await expect(
      page.getByRole('region', { name: 'Needs you' }).getByText('Demo Bank needs you'),
    ).toHaveCount(1)
    await page.goto(`${baseUrl}/accounts`)
    await expect(page.getByText('Needs you', { exact: true }).first()).toBeVisible()
    await page.goto(`${baseUrl}${connection}`)
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await page.getByRole('button', { name: 'Agree and continue' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await expect(page).toHaveURL(/\/connections\//)
    await expect(page.getByText('on linking')).toHaveCount(2)
    await expect(page.getByText('Needs you', { exact: true })).toHaveCount(0)
    await syncNow(page, baseUrl, token)
    await expect(page.getByText('Fine', { exact: true }).first()).toBeVisible()
  })

  await test.step('nothing has left, and with no third parties this machine’s own bank still answers', async () => {
    await page.goto(`${baseUrl}/privacy`)
    await expect(page.getByText('Nothing has left this machine')).toBeVisible()
    await page.getByLabel('Let nothing leave this machine').click()
    await expect(page.getByText('Nothing leaves this machine now.')).toBeVisible()
    await page.goto(`${baseUrl}${connection}`)
    await syncNow(page, baseUrl, token)
    await expect(page.getByText('Fine', { exact: true }).first()).toBeVisible()
  })

  await test.step('others are refused while it is on', async () => {
    await page.goto(`${baseUrl}/link/with/simplefin`)
    await page.getByRole('button', { name: 'Agree and continue' }).click()
    const address = Buffer.from('https://bridge.simplefin.org/simplefin/claim/demo').toString('base64')
    await page.getByLabel('Setup token').fill(address)
    await page.getByRole('button', { name: 'Link', exact: true }).click()
    await expect(page.getByText(/“No third parties” is on, so nothing was asked/)).toBeVisible()
    await page.goto(`${baseUrl}/privacy`)
    await expect(page.getByText('Nothing has left this machine')).toBeVisible()
  })

  await test.step('disconnecting keeps the rows', async () => {
    const before = await rowsOf(page, baseUrl, token)
    await page.goto(`${baseUrl}${connection}`)
    await page.getByRole('button', { name: 'Disconnect' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
    await expect(page.getByText('Disconnected. The key is destroyed').first()).toBeVisible()
    await expect(page.getByText('Ended', { exact: true }).first()).toBeVisible()
    expect(await rowsOf(page, baseUrl, token)).toHaveLength(before.length)
  })
})

test('a linking begun in Vietnamese ends in Vietnamese', async ({ page, baseUrl, signIn }) => {
  await signIn()
  await page.goto(`${baseUrl}/vi/link/with/demo`)
  await page.getByRole('button', { name: 'Đồng ý' }).first().click()
  await expect(page).toHaveURL(/\/vi\/demo-bank\/connect/)
  await page.locator('button[value=refuse]').click()
  await expect(page).toHaveURL(/\/vi\/link\?failed=refused/)
})

test('a connection of nobody, or at another provider, is a page that is not there', async ({
  page,
  baseUrl,
  signIn,
}) => {
  await signIn()
  const foreign = '01a22762-823f-7000-b4b9-8796a48ab526'
  for (const path of [
    `connections/${foreign}`,
    'connections/x',
    `link/with/demo?repair=${foreign}`,
    `link/with/demo?renew=${foreign}`,
  ]) {
    await page.goto(`${baseUrl}/${path}`)
    await expect(page.getByText('There is nothing here')).toBeVisible()
  }
})
