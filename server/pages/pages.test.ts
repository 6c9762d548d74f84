import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../schema/ids.ts';
import { REFUSALS, refuse } from '../../schema/refusal.ts';
import { plain } from '../../schema/texts/unbroken.ts';
import { refuseForeign } from '../edge/edge.ts';
import { ADDRESSES, type Asked, fixturePort } from '../test/pages/port-fixture.ts';
import { createPages } from './pages.ts';
import type { PagesPort } from './port.ts';
import { templateFiles, tryTemplate } from './templates.ts';
import { WORDS } from './words.ts';

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** A real server on a free port. */
async function serve(change: Partial<PagesPort> = {}) {
  const port = fixturePort(change);
  const server = express().use(refuseForeign(port.publicOrigin)).use(createPages(port)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init });
  return {
    origin,
    asked: port.asked as Asked,
    ask,
    read: async (path: string, language = 'zh-Hans') =>
      (await ask(path, { headers: { 'accept-language': language } })).text().then(plain),
    post: (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
  };
}

let hall: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  hall = await serve();
});

const REQUEST = '01JDBX3Y5Z8Q2W4E6R8T0Y2U4I';
const requestIds = (html: string) => [...html.matchAll(/name="requestId" value="([^"]+)"/g)].map((one) => one[1]);

for (const path of ADDRESSES) {
  test(`[A4] a page is whole and light in three languages: ${path}`, async () => {
    const css = (await (await hall.ask(path.startsWith('/paper') ? '/paper.css' : '/phone.css')).text()).length;
    const texts = await Promise.all(LANGUAGES.map((language) => hall.read(path, language)));
    for (const [i, html] of texts.entries()) {
      expect(html).toContain(`<html lang="${LANGUAGES[i]}">`);
      expect(Buffer.byteLength(html) + css).toBeLessThan(60_000);
      expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|\{\w+\}|<script>/);
      expect(html).not.toMatch(/\son\w+=|\sstyle=/);
      expect(html).toContain('0851-0000 1234');
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).not.toMatch(/<img(?![^>]*\salt="[^"]+")/);
      expect(html).not.toMatch(/<a[^>]*>\s*<\/a>|<button[^>]*>\s*<\/button>/);
      for (const [, id] of html.matchAll(/<input id="([^"]+)"/g)) expect(html).toContain(`<label for="${id}">`);
    }
    expect(new Set(texts).size).toBe(3);
  });
}

test('[A4] the English pages have no Chinese but names and the law', async () => {
  for (const path of ['/', '/book', '/book?group=E', '/a/held', '/a/confirmed/cancel', '/t/waiting', '/t/missed']) {
    const html = await hall.read(path, 'en');
    const text = html.replace(/<nav aria-label="Language".*?<\/nav>/s, '').replace(/<p>Address .*?<\/p>/, '');
    expect(text.match(/[\u4e00-\u9fff]+/g)).toBeNull();
  }
});

test('[A4] the language asked for is remembered and beats the browser', async () => {
  const asked = await hall.ask('/?lang=en', { headers: { 'accept-language': 'zh-TW' } });
  expect(asked.headers.get('set-cookie')).toContain('lang=en');
  expect(await asked.text()).toContain('lang="en"');
  const kept = await hall.ask('/', { headers: { cookie: 'a=b; lang=en' } });
  expect(await kept.text()).toContain('<html lang="en">');
  expect(await hall.read('/', 'zh-TW')).toContain('<html lang="zh-Hant">');
  expect(await hall.read('/', 'fr')).toContain('<html lang="zh-Hans">');
});

test('[A4] each template compiles: strict, with known helpers alone, nothing unescaped', () => {
  const files = ['.', 'papers', 'parts'].flatMap(templateFiles);
  expect(files.length).toBeGreaterThan(30);
  for (const path of files) expect(() => tryTemplate(path), path).not.toThrow();
  const bad = join(mkdtempSync(join(tmpdir(), 'shouwen-template-')), 'bad.hbs');
  for (const source of ['{{#if a}}', '{{noSuchHelper a}}', '{{{a}}}', '<b>{{& a}}</b>']) {
    writeFileSync(bad, source);
    expect(() => tryTemplate(bad), source).toThrow();
  }
  rmSync(dirname(bad), { recursive: true });
});

test('no template writes unescaped, each text exists and is used', () => {
  const templates = ['.', 'papers', 'parts'].flatMap(templateFiles).map((path) => readFileSync(path, 'utf8'));
  const code = readdirSync(import.meta.dirname)
    .filter(
      (file) => file.endsWith('.ts') && !file.includes('test') && statSync(join(import.meta.dirname, file)).isFile(),
    )
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  const all = [...templates, ...code].join('\n');
  for (const one of templates) expect(one.match(/\{\{\{|\{\{~?&|\s[\w-]+=(\{\{|')/)).toBeNull();
  const prefixes = [...all.matchAll(/\(?\{?\{?t "([\w.-]+\.)" /g)].map((one) => one[1] ?? '');
  for (const key of Object.keys(WORDS.en)) {
    const used = all.includes(`"${key}"`) || all.includes(`'${key}'`) || prefixes.some((one) => key.startsWith(one));
    expect([key, used || key.startsWith('message.')]).toEqual([key, true]);
  }
});

test('names are shown as text, never as markup', async () => {
  const html = await hall.read('/c/accepted');
  expect(html).toContain('刘洋 &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(await hall.read('/catalogue?q=%3Cscript%3E')).toContain('&lt;script&gt;');
});

test('[P3] pages are not stored, not told to others, and those behind a link are not indexed', async () => {
  const { headers } = await hall.ask('/t/waiting');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  for (const path of ['/t/waiting', '/a/confirmed', '/c/accepted', '/paper/slip/waiting']) {
    expect(await hall.read(path)).toContain('noindex');
  }
});

test('[A3] an unknown link says so with the hall’s telephone', async () => {
  for (const path of ['/t/none', '/a/none', '/c/none', '/paper/slip/none', '/paper/notice/none']) {
    const answer = await hall.ask(path);
    expect(answer.status).toBe(404);
    const html = await answer.text();
    expect(html).toContain(REFUSALS['link-unknown'].sentence['zh-Hans']);
    expect(html).toContain('tel:085100001234');
  }
  expect((await hall.ask('/paper/receipt/open')).status).toBe(404);
});

test('[V4] drafted matters say that they are samples', async () => {
  expect(await hall.read('/catalogue/A11-KP-01', 'en')).toContain('a sample, not official');
  expect(await hall.read('/catalogue/A11-MS-03', 'en')).not.toContain('a sample, not official');
});

test('[L3] a matter is found by pinyin initials', async () => {
  const html = await hall.read('/catalogue?q=zdshbz');
  expect(html).toContain('最低生活保障申请');
  expect(html.match(/href="\/catalogue\/A/g)).toHaveLength(1);
});

test('[H6] a time is held by one button and leads to the appointment', async () => {
  const html = await hall.read('/book/A11-RS-02');
  const ids = requestIds(html);
  expect(new Set(ids).size).toBe(ids.length);
  const path = html.match(/formaction="([^"]+)"/)?.[1] ?? '';
  const answer = await hall.post(path, { requestId: ids[0] ?? '' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/a/held']);
  expect(hall.asked.at(-1)).toEqual({
    command: 'hold',
    wish: { matterId: 'A11-RS-02', slotId: path.split('/').at(-1), requestId: ids[0] },
  });
});

test('[H7] nothing free still tells the next staggered opening, the walk-in forecast and the telephone', async () => {
  const { read } = await serve({ slots: () => [] });
  const html = await read('/book/A11-RS-02');
  for (const text of ['近期的预约时段已满', '11月25日', '17:30–20:00', '前面有 6 人', '0851-0000 1234']) {
    expect(html).toContain(text);
  }
});

test('[H6] a slot that was just taken is told above the times that are left', async () => {
  const { post } = await serve({ hold: () => refuse('slot-full') });
  const answer = await post('/book/A11-RS-02/slot-1', { requestId: REQUEST });
  expect(answer.status).toBe(409);
  const html = await answer.text();
  expect(html).toContain(REFUSALS['slot-full'].sentence['zh-Hans']);
  expect(html).toContain('formaction');
});

test('[A3] a wrong telephone is named at its field and what was typed stays', async () => {
  const answer = await hall.post('/a/held/confirm', { requestId: REQUEST, telephone: '12"x', name: '李<b>' });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('value="12&quot;x"');
  expect(html).toContain('value="李&lt;b&gt;"');
  expect(hall.asked.filter((one) => one.command === 'confirm')).toEqual([]);
});

test('[A3] a wrong name is named at its own field, in three languages, and the telephone is not blamed', async () => {
  const fields = { requestId: REQUEST, telephone: '139 0000 1234' };
  const faults = new Set<string>();
  for (const language of LANGUAGES) {
    const answer = await hall.post(
      '/a/held/confirm',
      { ...fields, name: '字'.repeat(61) },
      { cookie: `lang=${language}` },
    );
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toMatch(/<input id="name"[^>]* aria-invalid="true"/);
    expect(html).not.toMatch(/<input id="telephone"[^>]* aria-invalid="true"/);
    faults.add(html.match(/<p id="name-hint" class="wrong" role="alert">([^<]+)</)?.[1] ?? '');
  }
  expect(faults.size).toBe(3);
  const both = await (await hall.post('/a/held/confirm', { requestId: REQUEST, telephone: '12', name: ' ' })).text();
  expect(both.match(/aria-invalid="true"/g)).toHaveLength(2);
  expect((await hall.post('/a/held/confirm', { ...fields, requestId: 'x', name: '' })).status).toBe(400);
  expect((await hall.post('/a/held/confirm', { ...fields, name: '字'.repeat(60) })).status).toBe(303);
});

test('[H6] confirming and cancelling carry the request id and the language', async () => {
  const fields = { requestId: REQUEST, telephone: '139 0000 1234', name: '' };
  const confirmed = await hall.post('/a/held/confirm', fields, { cookie: 'lang=en' });
  expect(confirmed.headers.get('location')).toBe('/a/held');
  expect(hall.asked.at(-1)).toEqual({
    command: 'confirm',
    wish: { ...fields, telephone: '+8613900001234', link: 'held', language: 'en' },
  });
  await hall.post('/a/confirmed/cancel', { requestId: REQUEST });
  expect(hall.asked.at(-1)).toEqual({ command: 'cancel', wish: { requestId: REQUEST, link: 'confirmed' } });
});

test('[T7] stepping away, returning, letting pass, leaving and rejoining are asked once each', async () => {
  for (const kind of ['step-away', 'return', 'rejoin', 'withdraw']) {
    const answer = await hall.post(`/t/waiting/${kind}`, { requestId: REQUEST });
    expect(answer.headers.get('location')).toBe('/t/waiting');
    expect(hall.asked.at(-1)?.wish).toEqual({ requestId: REQUEST, link: 'waiting', act: { kind } });
  }
  await hall.post('/t/waiting/let-pass', { requestId: REQUEST, count: '2' });
  expect(hall.asked.at(-1)?.wish).toMatchObject({ act: { kind: 'let-pass', count: 2 } });
  const before = hall.asked.length;
  expect((await hall.post('/t/waiting/let-pass', { requestId: REQUEST, count: '9' })).status).toBe(400);
  expect((await hall.post('/t/waiting/fly', { requestId: REQUEST })).status).toBe(400);
  expect((await hall.post('/t/waiting/return', {})).status).toBe(400);
  expect(hall.asked).toHaveLength(before);
});

test('[A3] [S2] a post from another site is refused in the reader’s language and asks nothing', async () => {
  const before = hall.asked.length;
  const fields = { requestId: REQUEST };
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
  ];
  for (const headers of foreign) {
    expect((await hall.post('/t/waiting/withdraw', fields, headers)).status).toBe(403);
  }
  for (const language of LANGUAGES) {
    const cookie = `lang=${language}`;
    const answer = await hall.post('/t/waiting/withdraw', fields, { cookie, 'sec-fetch-site': 'cross-site' });
    expect(await answer.json()).toMatchObject({ message: REFUSALS['foreign-origin'].sentence[language] });
  }
  expect(hall.asked).toHaveLength(before);
  const own: Record<string, string>[] = [{ origin: hall.origin }, { origin: 'https://hall.example' }];
  for (const headers of own) {
    expect((await hall.post('/t/waiting/return', fields, headers)).status).toBe(303);
  }
});

test('the ticket’s data answer 304 while nothing changed', async () => {
  const first = await hall.ask('/t/waiting.json');
  const etag = first.headers.get('etag') ?? '';
  expect(await first.json()).toMatchObject({ number: 'B017', phase: 'waiting', ahead: 6 });
  expect(await hall.read('/t/waiting')).toContain(`data-etag="${etag.replaceAll('"', '&quot;')}"`);
  expect((await hall.ask('/t/waiting.json', { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await hall.ask('/t/called.json', { headers: { 'if-none-match': etag } })).status).toBe(200);
  expect((await hall.ask('/t/none.json')).status).toBe(404);
});

test('[C12] the ticket shows who was first, who has it now, what next and by when', async () => {
  const html = await hall.read('/t/finished');
  for (const text of [
    '首问责任人',
    '王芳',
    '现在的经办人',
    '最迟 2026年11月30日',
    '/c/accepted',
    '/paper/notice/noticed',
  ]) {
    expect(html).toContain(text);
  }
});

test('[C7] the notice lists all that is missing, with number, date, place, telephone and how to object', async () => {
  const html = await hall.read('/paper/notice/noticed');
  for (const text of ['T20261123-0003', '2026年11月23日', '贵阳市和润路', '0851-0000 1234', '行政复议']) {
    expect(html).toContain(text);
  }
  expect(html.match(/<ol class="missing">(.*?)<\/ol>/s)?.[1]?.match(/<li>/g)).toHaveLength(2);
});
