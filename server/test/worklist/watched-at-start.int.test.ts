/** C10 at a start: what an older program planned no look at is looked for while people are served. */
import { expect, it } from 'vitest';
import type { Day, MatterId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { watchCases } from '../../set-up.ts';
import { ownersHall, wish } from '../owners/owner-fixture.ts';

it('[C10] a command gets its answer between two clerks whose cases a start looks at, and each case gets its look', async () => {
  const { hall, as } = await ownersHall();
  try {
    const clerks = [as.one, as.two, as.three, as.four];
    for (const clerk of clerks) {
      const letter = { by: 'letter' as const, number: '', receivedOn: '2026-11-23' as Day };
      for (const _ of [1, 2]) await clerk.cases.take({ ...wish(), ...letter, matterId: 'A-1' as MatterId });
    }
    const { db } = hall.system.store;
    const looks = db.prepare<[], { data: string }>(
      "SELECT data FROM outbox WHERE kind IN ('watch-case', 'fold-case') AND done_at IS NULL ORDER BY kind, data",
    );
    const planned = looks.all();
    db.exec("DELETE FROM outbox WHERE kind IN ('watch-case', 'fold-case')");
    let [answered, isOver] = [0, false];
    const watching = watchCases(hall.system.hall).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await hall.system.hall.commit({ command: 'ask', requestId: null, actor: CLOCK }, () => ({}));
      answered++;
    }
    await watching;
    expect(answered).toBeGreaterThanOrEqual(clerks.length);
    expect(planned.length).toBeGreaterThanOrEqual(2 * clerks.length);
    expect(looks.all()).toEqual(planned);
    // In whatever order its job names case and day.
    db.exec(
      "UPDATE outbox SET data = json_object('day', data ->> 'day', 'caseId', data ->> 'caseId') WHERE kind LIKE '%-case'",
    );
    // At another start nothing is looked at again, and each clerk still has a turn of the event loop alone.
    const jobs = db.prepare('SELECT count(*) AS count FROM outbox');
    const head = jobs.get();
    let [turns, isCounting] = [0, true];
    const count = () => {
      turns++;
      if (isCounting) setImmediate(count);
    };
    setImmediate(count);
    await watchCases(hall.system.hall);
    isCounting = false;
    expect(turns).toBeGreaterThanOrEqual(clerks.length);
    expect(jobs.get()).toEqual(head);
  } finally {
    await hall.stop();
  }
});
