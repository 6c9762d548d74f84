import type { IncomingMessage } from 'node:http';
import express from 'express';
import { describe, expect, it, test } from 'vitest';
import { placeBy, placeOf, type Trust } from './address.ts';

/** As Express reads TRUST_PROXY. */
function trustOf(setting: string | null): Trust {
  const app = express();
  if (setting) app.set('trust proxy', setting);
  return app.get('trust proxy fn') as Trust;
}
const asked = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as never;
const place = (setting: string | null, ...request: Parameters<typeof asked>) =>
  placeBy(trustOf(setting))(asked(...request) as IncomingMessage);

describe('from which address somebody asks', () => {
  test.each([
    ['no proxy is believed', null, '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['a stranger is no proxy', '10.0.0.1', '203.0.113.9', '10.0.0.1', '203.0.113.9'],
    ['the proxy names its visitor', '10.0.0.1', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['a visitor writes an address before', '10.0.0.1', '10.0.0.1', '192.0.2.66, 198.51.100.1', '198.51.100.1'],
    ['a visitor writes the proxy before', '10.0.0.1', '10.0.0.1', '192.0.2.66, 10.0.0.1, 198.51.100.1', '198.51.100.1'],
    ['two proxies in a row', '10.0.0.0/8', '10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
    ['the proxy names nobody', '10.0.0.1', '10.0.0.1', '', '10.0.0.1'],
    ['the proxy itself asks', '10.0.0.1', '10.0.0.1', undefined, '10.0.0.1'],
  ] as const)('[S2] the address is that which a believed proxy names: %s', (_, setting, remote, forwarded, expected) =>
    expect(place(setting, remote, forwarded)).toBe(expected),
  );

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('[S2] an address of IPv6 counts by its /64, one of IPv4 by itself: %s', (address, expected) =>
    expect(placeOf(address)).toBe(expected),
  );

  it('[S2] what is no address makes a short key', () => expect(placeOf('x'.repeat(5_000))).toHaveLength(45));
});
