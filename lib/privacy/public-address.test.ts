import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pinAddress, readAddress } from './pinned-request.ts'
import { isPublicAddress } from './public-address.ts'

const closed = [
  '0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255',
  '192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1',
  '255.255.255.255 :: ::1 fe80::1 fe80::1%eth0 fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:8.8.8.8',
  '::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1 2001:10::1 2001:db8::1 2002:7f00:1:: 3fff::1 5f00::1 1 localhost',
].join(' ')
const open =
  '1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 128.0.0.1 172.32.0.1 2606:4700::1111 2a00:1450::1'

describe('addresses', () => {
  test.each(closed.split(' '))('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  test.each(open.split(' '))('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  test('no IPv4 address is let through as a mapped or translated one', () => {
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(octet, octet, octet, octet, (a, b, c, d) => {
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const prefix of ['::ffff:', '::', '64:ff9b::', '2002:']) {
          const text = prefix === '2002:' ? `2002:${hex}::` : `${prefix}${hex}`
          expect(isPublicAddress(text)).toBe(false)
        }
      }),
    )
  })
})

const never = async () => {
  throw new Error('looked up')
}

describe('what may be asked', () => {
  const ways =
    'https://127.0.0.1/ https://127.1/ https://0x7f.1/ https://2130706433/ https://017700000001/ https://①②⑦.0.0.1/ https://[::1]/ https://[::ffff:127.0.0.1]/ https://[::ffff:169.254.169.254]/ https://169.254.169.254/latest https://[fd00:ec2::254]/ https://0/ https://127.0.0.1./ https://[64:ff9b::a00:1]/'
  test.each(ways.split(' '))('%s is refused without a look-up', async (text) => {
    const pinned = async () => pinAddress(readAddress(text, []).url, false, never)
    await expect(pinned()).rejects.toMatchObject({ code: 'private_address' })
  })

  test.each(
    'http://example.com/ ftp://example.com/ file:///etc/passwd https://user:pass@example.com/ gopher://x/ http://127.0.0.1:1/ data:,x javascript:1 x //example.com'.split(
      ' ',
    ),
  )('%s is no address to ask', (text) => {
    expect(() => readAddress(text, ['http://127.0.0.1:3000'])).toThrow()
  })

  test('one private address among many refuses the name', async () => {
    const { url } = readAddress('https://rebind.test/', [])
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    await expect(pinAddress(url, false, resolve)).rejects.toMatchObject({ code: 'private_address' })
  })

  test('a name without an address cannot be reached', async () => {
    const { url } = readAddress('https://nowhere.test/', [])
    await expect(pinAddress(url, false, async () => [])).rejects.toMatchObject({ code: 'unreachable' })
    await expect(pinAddress(url, false, never)).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('an open origin is exact: scheme, host and port', () => {
    const own = ['http://127.0.0.1:3000']
    expect(readAddress('http://127.0.0.1:3000/demo-bank', own).loopback).toBe(true)
    for (const text of ['http://127.0.0.1:3001/', 'http://localhost:3000/', 'http://127.0.0.2:3000/'])
      expect(() => readAddress(text, own)).toThrow()
    expect(readAddress('https://127.0.0.1:3000/', own).loopback).toBe(false)
  })
})
