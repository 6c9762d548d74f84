/** What the kiosk asks the server when a screen says so. One effect per wish; a lost line repeats the same wish (T3). */
import { useEffect, useRef } from 'react';
import { CaseActByNumber } from '../schema/cases/resident.ts';
import type { RefusalCode } from '../schema/refusal.ts';
import { type Client, errorSentence, insist, newRequestId, refusalOf } from '../web/client.ts';
import { ANSWER_MS, askInTime } from './ask-in-time.ts';
import { printSlip } from './printer.ts';
import type { Action } from './state/action.ts';
import { type CaseKey, type CheckInAsks, type Issued, receiptOf, type State } from './state/state.ts';

type Asker = { client: Client; state: State; dispatch: (action: Action) => void; printer: boolean };

export function useServer({ client, state, dispatch, printer }: Asker) {
  const { screen, language } = state;
  const asking = 'asking' in screen && screen.asking;

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once per wish, not per drawing
  useEffect(() => {
    if (!asking) return;
    return askInTime(answer, {
      came: (action) => {
        if (action) dispatch(action);
        if (action?.type === 'issued') issued(action.ticket);
      },
      lost: (error) => dispatch({ type: 'refused', sentence: errorSentence(error, language), asks: asksOf(error) }),
    });
  }, [asking]);

  async function answer(signal: AbortSignal): Promise<Action | null> {
    const on = { signal };
    switch (screen.phase) {
      case 'confirm': {
        const { requestId } = screen;
        const wish = { requestId, matterIds: state.chosen, care: state.care, printing: printer };
        return issue(await insist(() => client.tickets.issue(wish, on)));
      }
      case 'check-in': {
        const { requestId, code, telephone } = screen;
        const typed = telephone === null ? { code } : { code: telephone, whose: code };
        return issue(await insist(() => client.appointments.checkIn({ requestId, ...typed, printing: printer }, on)));
      }
      case 'look-up':
        return { type: 'place-found', view: await client.tickets.place({ number: screen.number }, on) };
      case 'receipt':
        return caseBy(receiptOf(screen.digits), signal);
      case 'scan': {
        const { scanned, requestId } = screen;
        if (scanned.kind === 'appointment') {
          const wish = { requestId, code: scanned.code, printing: printer };
          return issue(await insist(() => client.appointments.checkIn(wish, on)));
        }
        const { kind, link } = scanned;
        if (kind === 'case') return caseBy({ link }, signal);
        return { type: 'found', link, view: await insist(() => client.tickets.ofLink({ link }, on)) };
      }
      case 'found': {
        const { wish, requestId, link } = screen;
        if (!wish || !requestId) return null;
        const act = typeof wish === 'string' ? { kind: wish } : { kind: 'let-pass' as const, count: wish.pass };
        await insist(() => client.tickets.act({ requestId, link, act }, on));
        return { type: 'found', link, view: await insist(() => client.tickets.ofLink({ link }, on)) };
      }
      case 'case': {
        const { key, act, requestId } = screen;
        if (!act || !requestId) return null;
        if ('link' in key) {
          const view = await insist(() => client.cases.act({ requestId, ...key, act }, on));
          return { type: 'case-found', key, view };
        }
        // By a number nothing is taken back and no message is stopped.
        const byNumber = CaseActByNumber.safeParse(act).data;
        if (!byNumber) return caseBy(key, signal);
        const view = await insist(() => client.cases.actByReceipt({ requestId, ...key, act: byNumber }, on));
        return { type: 'case-found', key, view };
      }
      case 'place':
      case 'start':
      case 'group':
      case 'search':
      case 'issued':
        return null;
      default:
        return screen satisfies never;
    }
  }

  async function caseBy(key: CaseKey, signal: AbortSignal): Promise<Action> {
    const on = { signal };
    const view =
      'link' in key ? await insist(() => client.cases.ofLink(key, on)) : await client.cases.ofReceipt(key, on);
    return { type: 'case-found', key, view };
  }

  function issue(ticket: Issued): Action {
    return { type: 'issued', ticket, slip: printer ? 'printing' : 'off' };
  }

  function issued(ticket: Issued): void {
    if (printer) void print(ticket, 'printed');
    const link = ticket.link.split('/').pop() ?? '';
    void insist(() => client.tickets.ofLink({ link }))
      .then((stands) => dispatch({ type: 'stands-came', stands }))
      // The number is shown without it.
      .catch(() => {});
  }

  async function print(ticket: Issued, slip: 'printed' | 'reprinted'): Promise<void> {
    const printed = await printSlip(ticket.link);
    dispatch({ type: 'slip-came', ticketId: ticket.ticketId, slip: printed ? 'printed' : 'failed' });
    const report = { requestId: newRequestId(), ticketId: ticket.ticketId, slip: printed ? slip : ('failed' as const) };
    // The ticket is valid whatever became of its slip or of this report (T9).
    await insist(() => client.tickets.reportSlip(report)).catch(() => {});
  }

  useForecast({ client, state, dispatch });

  return {
    printAgain: () => {
      if (screen.phase !== 'issued' || screen.slip === 'printing') return;
      dispatch({ type: 'slip-came', ticketId: screen.ticket.ticketId, slip: 'printing' });
      void print(screen.ticket, 'reprinted');
    },
    /** T10: somebody who leaves because it takes too long is counted as well. */
    countLeft: () => {
      const [matterId] = state.chosen;
      if (matterId) void turnAway(client, matterId, 'too-long');
    },
  };
}

/** H8: a refusal that is answered by typing something else. */
function asksOf(error: unknown): CheckInAsks | undefined {
  const code = refusalOf(error)?.code;
  return CHECK_IN_ASKS.find((asks) => ASKED_BY[asks].some((one) => one === code));
}
const ASKED_BY: Record<CheckInAsks, readonly RefusalCode[]> = {
  telephone: ['full-number-needed', 'telephone-needed'],
  whose: ['whose-needed'],
};
const CHECK_IN_ASKS = Object.keys(ASKED_BY) as CheckInAsks[];

/** Asks for the wait whenever the choice changed, and counts who finds the hall closed (T10). */
function useForecast({ client, state, dispatch }: Omit<Asker, 'printer'>) {
  const { screen, chosen, care } = state;
  const counted = useRef(new Set<string>());
  const wish = screen.phase === 'confirm' && screen.forecast === null ? screen.requestId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once per choice
  useEffect(() => {
    if (!wish) return;
    let live = true;
    const ask = async () => {
      while (live) {
        try {
          const on = { signal: AbortSignal.timeout(ANSWER_MS) };
          const forecast = await insist(() => client.tickets.forecast({ matterIds: chosen, care }, on));
          if (!live) return;
          dispatch({ type: 'forecast-came', requestId: wish, forecast });
          const last = chosen.at(-1);
          if (forecast.closed && last && !counted.current.has(wish)) {
            counted.current.add(wish);
            void turnAway(client, last, forecast.closed === 'hall-closed' ? 'closed' : 'last-ticket');
          }
          return;
        } catch (error) {
          if (live) dispatch({ type: 'refused', sentence: errorSentence(error, state.language) });
          await new Promise((resolve) => setTimeout(resolve, 3_000));
        }
      }
    };
    void ask();
    return () => {
      live = false;
    };
  }, [wish]);
}

function turnAway(client: Client, matterId: State['chosen'][number], why: 'closed' | 'last-ticket' | 'too-long') {
  const wish = { requestId: newRequestId(), matterId, why };
  return insist(() => client.tickets.turnAway(wish)).catch(() => {});
}
