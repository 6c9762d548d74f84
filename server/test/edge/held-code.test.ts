/** What docs/security.md says of the program as a whole is so in every file of it. */
import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contract } from '../../../schema/api.ts';
import { hashApart } from '../../people/hashing.ts';
import { encodePassword } from '../../people/password.ts';
import { ROOT } from '../../root.ts';
import { CODE, isOf, textOf } from '../rooms/room-files.ts';

const SERVER = CODE.filter(isOf('server'));
/** What serves people: no command of the operator, and no demonstration. */
const SERVING = SERVER.filter((file) => !isOf('server/shell')(file) && !isOf('server/demo')(file));
const SCREENS = [
  ...CODE.filter((file) => !isOf('server')(file)),
  ...globSync('server/pages/assets/*.js', { cwd: ROOT }),
];
const having = (pattern: RegExp, files = SERVING) => files.filter((file) => pattern.test(textOf(file))).sort();

it('programs are started by the three files that docs/security.md names, and without a shell', () => {
  expect(having(/from 'node:child_process'/)).toEqual([
    'server/gateways/own-redis.ts',
    'server/gateways/paper-pdf.ts',
    'server/ledger/file/beside.ts',
  ]);
  expect(having(/\bshell: true/, SERVER)).toEqual([]);
});

it('no regular expression and no code is made of text', () => {
  expect(having(/\bRegExp\(|\beval\(|new Function\(/, CODE)).toEqual([]);
});

it('the hall that serves asks no address, whoever names one', () => {
  expect(having(/\bfetch\(|\b(request|get)\b[^;]*from 'node:https?'|from '(undici|axios|got)'/)).toEqual([]);
});

it('templates are made into pages by one file, which reads those of the program', () => {
  expect(having(/\.(pre)?compile\(/, SERVER)).toEqual(['server/pages/templates.ts']);
});

it('no part of the program that serves is unmanaged code of ours', () => {
  expect(globSync('{schema,server,web,kiosk,display,counter-ui}/**/*.{c,cc,cpp,rs,node,wasm}', { cwd: ROOT })).toEqual(
    globSync('server/test/prove/**/*.c', { cwd: ROOT }),
  );
});

it('each hash is SHA-256 and each cipher AES-256-GCM, also within HMAC and HKDF', () => {
  const used = SERVER.flatMap((file) =>
    [
      ...textOf(file).matchAll(/\b(?:createHash|createHmac|hkdfSync|hash|createCipheriv|createDecipheriv)\('([^']+)'/g),
    ].map(([, name]) => name),
  );
  expect(new Set(used)).toEqual(new Set(['sha256', 'aes-256-gcm']));
});

it('a tag of a link, a phone or a place has 128 bits', () => {
  for (const file of [
    'server/people/tables/links.ts',
    'server/edge/gate/visitor.ts',
    'server/people/tables/known-places.ts',
  ])
    expect(
      [...textOf(file).matchAll(/BYTES = (\d+);|subarray\(0, (\d+)\)/g)].map(([, named, given]) =>
        Number(named ?? given),
      ),
      file,
    ).toEqual([16]);
});

it('a password is kept as argon2id of 19 MiB and two passes, with a salt of its own', async () => {
  const [one, other] = await hashApart(async (hash) => [
    await encodePassword(hash, 'the same words twice'),
    await encodePassword(hash, 'the same words twice'),
  ]);
  expect(one).toMatch(/^argon2id\$19456\$2\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toBe(other);
});

it('nothing turns the looking at certificates off', () => {
  expect(
    having(/rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/, [...SERVER, 'package.json', 'setup.mjs']),
  ).toEqual([]);
});

it('a browser keeps what the files say that docs/security.md names, and nothing else', () => {
  const row = textOf('docs/security.md')
    .split('\n')
    .find((line) => line.startsWith('| 14.3.3 '))!;
  const named = [...row.matchAll(/`([\w./-]+\.(?:ts|tsx|js))`/g)]
    .map(([, file]) => file!)
    .filter((file) => !/\.test\./.test(file));
  expect(having(/(local|session)Storage|indexedDB|document\.cookie/, SCREENS)).toEqual(named.sort());
});

it('what happens is written to the ledger and the log; only a start, an end and a check of the schema print', () => {
  expect(having(/\bconsole\.|process\.std(out|err)\b|createWriteStream/)).toEqual([
    'server/ledger/file/dump-schema.ts',
    'server/main.ts',
    'server/signals.ts',
  ]);
});

it('a mode of the program is read by its configuration alone: none answers more than another', () => {
  expect(having(/NODE_ENV/, SERVER)).toEqual(['server/config.ts']);
});

it('nobody gets in by an answer to a question: the ways in are a password, a one-time link and a code', () => {
  type Route = { '~orpc': { meta: { roles?: string[] } } };
  const open = (area: object) =>
    Object.entries(area as Record<string, Route>)
      .filter(([, route]) => route['~orpc'].meta.roles?.includes('public'))
      .map(([name]) => name);
  expect([...open(contract.session), ...open(contract.devices)].sort()).toEqual([
    'enrol',
    'firstAdministrator',
    'signIn',
  ]);
});
