import { expect, test } from './support/test.ts'

const budgetBytes = 250_000

test('the dashboard loads little script and does not jump', async ({ page, baseUrl, signIn }) => {
  await signIn({ sample: true })
  const sizes: Promise<{ url: string; size: number }>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then((size) => ({ url: request.url(), size: size.responseBodySize })))
  })
  await page.addInitScript(() => {
    const shifts = { total: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.total += Number(Reflect.get(entry, 'value') ?? 0)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const response = await page.goto(baseUrl, { waitUntil: 'networkidle' })
  const html = (await response?.text()) ?? ''
  await expect(page.getByRole('heading', { name: 'Latest transactions' })).toBeVisible()
  const first = (await Promise.all(sizes)).filter(({ url }) => html.includes(new URL(url).pathname))
  const total = first.reduce((sum, { size }) => sum + size, 0)
  const shift = await page.evaluate(() => Number(Reflect.get(Reflect.get(window, 'shifts') ?? {}, 'total')))
  test
    .info()
    .annotations.push({ type: 'figure', description: `${total} bytes of script, layout shift ${shift}` })
  process.stdout.write(`dashboard: ${Math.round(total / 1000)} kB of script, layout shift ${shift}\n`)
  expect(total).toBeGreaterThan(50_000)
  expect(total).toBeLessThanOrEqual(budgetBytes)
  expect(shift).toBeLessThan(0.05)
})
