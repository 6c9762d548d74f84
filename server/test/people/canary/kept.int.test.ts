import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId } from '../../../../schema/ids.ts';
import { sealedFaults } from '../../../keep/findings.ts';
import { readKeys } from '../../../ledger/file/data-dir.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../../harness.ts';
import { FLOWER, keepsOf, NOTICE, serving, wish } from '../person-fixture.ts';
import { canariesIn } from './search.ts';

const SAID = '她说丈夫不知道这件事';
const NEW = '+8613700007777';
const OWN = '13622223333';
const CANARIES = ['王小花', '王大山', '13985001234', '13700007777', '49123100', OWN, '3622223333', SAID];
let hall: TestHall;
const sent: { telephone: string; text: string }[] = [];
beforeEach(async () => {
  sent.length = 0;
  hall = await startTestHall({
    gateway: async (message) => {
      sent.push(message);
      return 'sent';
    },
  });
});
afterEach(() => hall.stop());

/** Every act on people once, by whoever may do it. */
async function everything() {
  await keepsOf(hall, 'kept');
  const { clerk, caseId, ticketId } = await serving(hall);
  const terms = { relation: 'family' as const, scope: ['hand-in' as const], until: null, how: 'document' as const };
  const helper = { name: '王大山', telephone: null, language: 'zh-Hans' as const, ...terms };
  const { applicant } = await clerk.people.enter({ ...wish(), of: { ticketId }, applicant: FLOWER, helper, ...NOTICE });
  const { personId } = applicant;
  const contact = { telephone: OWN, declined: [], language: 'zh-Hans' as const };
  await clerk.session.saveContact({ ...wish(), contact });
  const two = await hall.clerk('two');
  await two.people.lookUp({ key: { by: 'name', text: '王小花' } });
  await two.people.reveal({ personId, field: 'telephone', reason: SAID });
  const { document } = FLOWER;
  await clerk.people.changeTelephone({ ...wish(), personId, telephone: NEW, document });
  const boss = await hall.clerk('boss');
  await boss.people.export({ personId });
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: SAID } });
  const tomorrow = (await boss.openings.list({})).find(({ phase }) => phase === 'planned')!;
  await boss.openings.cancel({ ...wish(), openingId: tomorrow.id, reason: SAID });
  return { clerk, boss, personId, caseId };
}

it('[P1] name, telephone, number and words are sealed, and stand nowhere else: no event, row, board, file or key of Redis', async () => {
  const kiosk = await hall.kiosk();
  const boards = [hall.follow(kiosk, 'kiosk'), hall.follow(await hall.clerk('three'), 'staff')];
  await everything();
  await eventually(() => expect(boards.every((board) => board.deltas() > 1)).toBe(true));
  expect(JSON.stringify(await (await hall.clerk('two')).openings.list({}))).toContain(SAID);
  for (const board of boards)
    for (const canary of CANARIES) expect(JSON.stringify(board.snapshot())).not.toContain(canary);
  expect(await canariesIn(hall, CANARIES)).toEqual([]);
});

it('[P2] a telephone changes against the document on record, and both are told', async () => {
  const { clerk, personId } = await everything();
  await eventually(() => expect(sent.map(({ telephone }) => telephone)).toEqual(['13985001234', '13700007777']));
  for (const { text } of sent) expect(text).toContain('已在窗口凭证件更改');
  const change = (telephone: string, number: string) =>
    clerk.people.changeTelephone({ ...wish(), personId, telephone, document: { kind: 'passport', number } });
  expect(await refusalCode(change('13600006666', 'E12345678'))).toBe('document-differs');
  const { people } = await clerk.people.lookUp({ key: { by: 'telephone', text: NEW } });
  expect(people).toMatchObject([{ personId, telephone: '*********7777' }]);
  expect((await clerk.people.lookUp({ key: { by: 'telephone', text: FLOWER.telephone } })).people).toEqual([]);
});

it('[P1] a person or a text that the keys do not open is named by verify', async () => {
  await everything();
  const { db } = hall.system.store;
  const file = join(hall.dir, 'hall.db');
  const keys = readKeys(hall.dir);
  expect(sealedFaults(file, keys)).toEqual([]);
  const spoil = (table: string, column: string) => {
    const before = db.prepare<[], Buffer>(`SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`).pluck().get()!;
    const spoilt = Buffer.from(before);
    spoilt[20]! ^= 1;
    db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(spoilt, before);
    const faults = sealedFaults(file, keys);
    db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(before, spoilt);
    return faults;
  };
  expect(spoil('people', 'document')).toEqual([expect.stringMatching(/^people: .+ cannot be read$/)]);
  expect(spoil('people', 'former_telephone')).toEqual([expect.stringMatching(/^people: .+ cannot be read$/)]);
  expect(spoil('contacts', 'telephone')).toEqual([expect.stringMatching(/^contacts: .+ cannot be read$/)]);
  expect(spoil('texts', 'sealed')).toEqual([expect.stringMatching(/^texts: ~.+ cannot be read$/)]);
});

it('[P1] nobody without a role, and no kiosk, enters, finds or reveals anybody', async () => {
  const { personId, caseId } = await everything();
  for (const stranger of [hall.anybody(), await hall.kiosk()]) {
    const tries = [
      stranger.people.lookUp({ key: { by: 'last-four', text: '1234' } }),
      stranger.people.reveal({ personId, field: 'name', reason: SAID }),
      stranger.people.held({ personId }),
      stranger.cases.one({ caseId }),
      stranger.counters.open({ ...wish(), counterId: 'c1' as CounterId }),
    ];
    expect(await Promise.all(tries.map(refusalCode))).toEqual(tries.map(() => 'not-signed-in'));
  }
});
