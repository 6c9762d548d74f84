import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

const left: (() => void)[] = [];
afterEach(() => {
  for (const leave of left.splice(0)) leave();
});

/** A screen that asks for what is so; each answer is what was so when it was asked for, and comes when it is let. */
function screen() {
  const questions = new QueryClient({
    defaultOptions: { queries: { gcTime: 0, networkMode: 'always', retry: false } },
  });
  const hall = { now: 0, asked: 0 };
  const underWay: { come: () => void; fail: () => void }[] = [];
  const ask = () => {
    hall.asked++;
    const answer = hall.now;
    return new Promise<number>((resolve, reject) =>
      underWay.push({ come: () => resolve(answer), fail: () => reject(new Error('line lost')) }),
    );
  };
  const observer = new QueryObserver(questions, { queryKey: ['cases', 'one'], queryFn: ask });
  const leave = observer.subscribe(() => {});
  left.push(leave, () => questions.clear());
  const change = () => {
    hall.now++;
    askAgain(questions, 'cases');
  };
  return { questions, hall, underWay, change, leave, shown: () => observer.getCurrentResult() };
}

it('[D2] a push during the first answer of a screen leads to the new answer', async () => {
  const { hall, underWay, change, shown } = screen();
  await expect.poll(() => underWay.length).toBe(1);
  change();
  underWay[0]!.come();
  await expect.poll(() => underWay.length).toBe(2);
  expect(shown().data).toBe(0);
  underWay[1]!.come();
  await expect.poll(() => shown()).toMatchObject({ data: 1, isFetching: false, isStale: true });
  expect(hall.asked).toBe(2);
});

it('[D2] twenty pushes during each answer are one question more, no answer is thrown away, and the last is the newest', async () => {
  const { hall, underWay, change, shown } = screen();
  for (let round = 0; round < 3; round++) {
    await expect.poll(() => underWay.length).toBe(round + 1);
    for (let push = 0; push < 20; push++) change();
    underWay[round]!.come();
    await expect.poll(() => shown().data).toBe(round * 20);
  }
  await expect.poll(() => underWay.length).toBe(4);
  underWay[3]!.come();
  await expect.poll(() => shown()).toMatchObject({ data: 60, isFetching: false });
  expect(hall.asked).toBe(4);
});

it('[D2] a push during an answer that is lost leads to the new answer', async () => {
  const { underWay, change, shown } = screen();
  await expect.poll(() => underWay.length).toBe(1);
  change();
  underWay[0]!.fail();
  await expect.poll(() => underWay.length).toBe(2);
  underWay[1]!.come();
  await expect.poll(() => shown()).toMatchObject({ data: 1, isError: false });
});

it('[D2] a screen closed during its answer asks nothing more', async () => {
  const { hall, underWay, change, leave, questions } = screen();
  await expect.poll(() => underWay.length).toBe(1);
  change();
  leave();
  underWay[0]!.come();
  await expect.poll(() => questions.getQueryCache().getAll()).toEqual([]);
  expect(hall.asked).toBe(1);
});
