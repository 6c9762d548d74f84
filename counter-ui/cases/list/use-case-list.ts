/** What every list of cases does: one is acted on in a dialog, several are chosen and offered together (C3). */
import { useState } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import type { Acting } from '../acts/act-buttons.tsx';
import type { OpenDialog } from '../dialogs/case-dialog.tsx';

type Listed<C> = { cases: C[] | undefined; mayOffer: (one: C) => boolean; refetch: () => unknown };

export function useCaseList<C extends ListedCase>({ cases, mayOffer, refetch }: Listed<C>) {
  const { say, client, act, tell } = useApp();
  const [open, setOpen] = useState<OpenDialog<C> | null>(null);
  // Outside of the list: what is pointed at in a dialog is not pointed at in a row.
  const [acting, setActing] = useState<Acting | null>(null);
  const [offering, setOffering] = useState(false);
  const [chosen, setChosen] = useState<C[]>([]);
  const now = new Map(cases?.map((one) => [one.caseId, one]));
  const leave = () => {
    setOffering(false);
    setOpen(null);
    setActing(null);
  };

  /** The offer that is open, else the refusal that waits. */
  async function takeBack({ caseId, offer }: C) {
    const taken = await act((requestId) =>
      offer
        ? client.cases.takeBack({ requestId, caseId, handoverId: offer.id })
        : client.cases.takeBackRefusal({ requestId, caseId }),
    );
    if (!taken) return;
    tell(say(offer ? 'offerTakenBack' : 'refusalTakenBack'));
    refetch();
  }

  return {
    open,
    setOpen,
    acting,
    setActing,
    offering,
    setOffering,
    /** As they are now, without those that somebody else has moved on. */
    together: chosen.map((one) => now.get(one.caseId) ?? one).filter(mayOffer),
    isChosen: (one: C) => chosen.some(({ caseId }) => caseId === one.caseId),
    pick: (one: C, isChosen: boolean) =>
      setChosen([...chosen.filter(({ caseId }) => caseId !== one.caseId), ...(isChosen ? [one] : [])]),
    chooseNone: () => setChosen([]),
    leave,
    changed: () => {
      leave();
      setChosen([]);
      refetch();
    },
    takeBack: (one: C) => void takeBack(one),
  };
}
