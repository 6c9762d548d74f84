import { afterEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { type Client, createClient, newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { solvedOf } from './solved-proof.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const A1 = 'A-1' as MatterId;
const MINUTE = 60_000;
/** As a hall is set up, on a morning with all its slots. */
const start = async () => {
  hall = await startTestHall({ requestsPerSecond: 50, nowMs: MONDAY_9 - 60 * MINUTE });
};

/** A phone that has opened a page. */
async function phone(): Promise<{ cookie: string; client: Client }> {
  // An address gets a few new ones in a second.
  const cookie = await eventually(async () => {
    const page = await fetch(`${hall.origin}/`, { headers: { accept: 'text/html' } });
    return page.headers.getSetCookie()[0]!.split(';')[0]!;
  });
  return { cookie, client: createClient(hall.origin, { cookie }) };
}

async function freeSlot(by: Client) {
  return (await by.appointments.slots({ matterId: A1 })).find((one) => one.free > 0)!;
}
async function hold(by: Client) {
  const slot = await freeSlot(by);
  return by.appointments.hold({ requestId: newRequestId(), slotId: slot.id, matterId: A1 });
}
const holding = (by: Client) => refusalCode(hold(by));
/** Each by a phone of its own. */
async function crowd(count: number) {
  for (let n = 0; n < count; n++) expect(await holding((await phone()).client)).toBe('accepted');
}

describe('the holds of a phone', () => {
  it('[H6] [S2] three stand at once, and a fourth is refused; another phone and a clerk are not', async () => {
    await start();
    const [own, other] = [await phone(), await phone()];
    for (let n = 0; n < 3; n++) expect(await holding(own.client)).toBe('accepted');
    expect(await holding(own.client)).toBe('holds-too-many');
    expect(await holding(other.client)).toBe('accepted');
    const clerk = await hall.clerk('one');
    for (let n = 0; n < 5; n++) expect(await holding(clerk)).toBe('accepted');
  });

  it('[H6] [S2] a hold that was refused does not count', async () => {
    await start();
    const { client } = await phone();
    const wrong = { requestId: newRequestId(), slotId: (await freeSlot(client)).id, matterId: 'none' as MatterId };
    for (let n = 0; n < 5; n++)
      expect(await refusalCode(client.appointments.hold({ ...wrong, requestId: newRequestId() }))).toBe('slot-unknown');
    expect(await holding(client)).toBe('accepted');
  });

  it('[H6] [S2] at the API and on the page it is the same phone', async () => {
    await start();
    const { cookie, client } = await phone();
    for (let n = 0; n < 3; n++) await hold(client);
    const slot = await freeSlot(client);
    const page = await fetch(`${hall.origin}/book/A-1/${slot.id}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
      body: `requestId=${newRequestId()}`,
      redirect: 'manual',
    });
    expect(page.status).toBe(429);
    expect(await page.text()).toContain('This phone has chosen too many times');
  });
});

describe('a crowd that books', () => {
  it('[H6] [S2] over the threshold a hold wants a proof of work, which gives one hold', async () => {
    await start();
    await crowd(10);
    const { cookie, client } = await phone();
    const slot = await freeSlot(client);
    const wish = { requestId: newRequestId(), slotId: slot.id, matterId: A1 };
    const refused = await client.appointments.hold(wish).catch((error) => error);
    expect(refused).toMatchObject({ code: 'proof-needed' });
    const proof = await solvedOf(refused.data.challenge);
    const working = createClient(hall.origin, { cookie, 'x-proof': proof });
    expect(await refusalCode(working.appointments.hold(wish))).toBe('accepted');
    expect(await holding(working)).toBe('proof-needed');
  });

  it('[H6] [S2] without a cookie an address is asked for work when it holds too many, and never refused for good', async () => {
    await start();
    const nobody = hall.anybody();
    for (let n = 0; n < 3; n++) expect(await holding(nobody)).toBe('accepted');
    const refused = await hold(nobody).catch((error) => error);
    expect(refused).toMatchObject({ code: 'proof-needed' });
    const working = createClient(hall.origin, { 'x-proof': await solvedOf(refused.data.challenge) });
    expect(await holding(working)).toBe('accepted');
    expect(await holding((await phone()).client)).toBe('accepted');
  });

  it('[H6] [S2] the work grows with the crowd', async () => {
    await start();
    const workAsked = async () => {
      const refused = await hold((await phone()).client).catch((error) => error);
      return (JSON.parse(atob(refused.data.challenge)) as { maxnumber: number }).maxnumber;
    };
    await crowd(10);
    const first = await workAsked();
    for (let n = 0; n < 10; n++) {
      const { cookie, client } = await phone();
      const refused = await hold(client).catch((error) => error);
      const working = createClient(hall.origin, { cookie, 'x-proof': await solvedOf(refused.data.challenge) });
      expect(await holding(working)).toBe('accepted');
    }
    expect(await workAsked()).toBe(first * 2);
  });

  it('[H6] [A1] [S2] the page says what the phone does now, and where to book when it does nothing', async () => {
    await start();
    await crowd(10);
    const { cookie, client } = await phone();
    const slot = await freeSlot(client);
    const post = (fields: Record<string, string>) =>
      fetch(`${hall.origin}/book/A-1/${slot.id}`, {
        method: 'POST',
        headers: { cookie, 'accept-language': 'en' },
        body: new URLSearchParams({ requestId: newRequestId(), ...fields }),
        redirect: 'manual',
      });
    const page = await post({});
    const html = await page.text();
    expect(page.status).toBe(429);
    expect(html).toContain('ask at the counter or ring the hall');
    expect(html).toContain('0851-1');
    expect(html).toContain('<script type="module" src="/proof.js"></script>');
    const challenge = /data-challenge="([^"]+)"/.exec(html)![1]!.replaceAll('&#x3D;', '=');
    const booked = await post({ proof: await solvedOf(challenge) });
    expect(booked.status).toBe(303);
    expect(booked.headers.get('location')).toMatch(/^\/a\//);
  });
});
