import { describe, expect, test } from 'vitest';
import { placeOf } from '../../edge/gate/address.ts';
import { addressKind, browserWords } from './browser-words.ts';

describe('what a session is known by', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome · Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari · iOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; UOS) Gecko/20100101 Firefox/128.0', 'Firefox · Kylin/UOS'],
    ['node', ''],
  ])('[S2] a browser is named in short: %s, %s', (agent, words) => expect(browserWords(agent)).toBe(words));

  test.each([
    ['127.0.0.1', 'machine'],
    ['::1', 'machine'],
    ['192.168.3.7', 'house'],
    ['172.20.0.4', 'house'],
    ['fd12:3456::1', 'house'],
    ['172.32.0.4', 'outside'],
    ['2408:8240::1', 'outside'],
    ['', 'unknown'],
  ])('[S2] an address is told by its kind alone: %s, %s', (address, kind) =>
    expect(addressKind(placeOf(address))).toBe(kind),
  );
});
