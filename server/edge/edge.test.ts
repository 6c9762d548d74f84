import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { allowedOrigin } from './edge.ts';
import { createLimit } from './limits.ts';
import { PAGE_HEADERS } from './policy.ts';

const PUBLIC = 'https://hall.example';

describe('where a wish may come from', () => {
  test.each([
    [{}],
    [{ origin: 'http://10.0.0.5:8080' }],
    [{ origin: 'http://10.0.0.5:8080', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: PUBLIC }],
    // A proxy that is reached by the public address and hands on to another host.
    [{ origin: PUBLIC, 'sec-fetch-site': 'same-origin' }],
  ])('[S2] a wish of our own page, or of no browser, is allowed: %o', (headers) =>
    expect(allowedOrigin({ host: '10.0.0.5:8080', ...headers }, PUBLIC)).toBe(true),
  );

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://10.0.0.5:8081' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'http://10.0.0.5:8080', 'sec-fetch-site': 'cross-site' }],
  ])('[S2] a wish of a foreign page is not allowed: %o', (headers) => {
    expect(allowedOrigin({ host: '10.0.0.5:8080', ...headers }, PUBLIC)).toBe(false);
    expect(allowedOrigin({ host: '10.0.0.5:8080', ...headers }, null)).toBe(false);
  });
});

describe('a limit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[S2] a limit counts each key alone, and says after how many ms it is free again', async () => {
    const allows = createLimit(3);
    const asked = async (key: string, times: number) => {
      const answers = [];
      for (let n = 0; n < times; n++) answers.push(await allows(key));
      return answers;
    };
    expect(await asked('device:1', 5)).toEqual([null, null, null, 1_000, 1_000]);
    expect(await asked('resident', 3)).toEqual([null, null, null]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await asked('device:1', 4)).toEqual([null, null, null, 1_000]);
  });
});

it('[P3] the policy of the phone pages is this one, word for word', () => {
  expect(PAGE_HEADERS['Content-Security-Policy']).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  );
});
