/** What the button of a row does: at once, by the act's own dialog, or by opening what it is about. */
import { type ReactNode, useState } from 'react';
import type { ListedCase } from '../../schema/cases/views.ts';
import type { CaseId, MatterId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import type { Acting } from '../cases/acts/act-buttons.tsx';
import { ActDialog } from '../cases/acts/act-dialog.tsx';
import { actsOf } from '../cases/acts/case-acts.ts';
import { ConfirmRefusal } from '../cases/dialogs/confirm-refusal.tsx';
import { useRelease } from '../hall/hall-counters.tsx';
import { EntrustedMatter } from './entrusted-matter.tsx';
import { actOf, type WorkItem } from './work-items.ts';

/** `dialog` is null while none is open, so that the list has its keys. */
export function useItemAct(openCase: (caseId: CaseId) => void): {
  run: (item: WorkItem) => void;
  dialog: ReactNode | null;
} {
  const { say, client, act, tell, tellWhyNot, goTo, board, me } = useApp();
  const [acting, setActing] = useState<Acting | null>(null);
  const [confirming, setConfirming] = useState<ListedCase | null>(null);
  const [matterId, showMatter] = useState<MatterId | null>(null);
  const { ask, dialog: releasing } = useRelease();
  const leave = () => {
    setActing(null);
    setConfirming(null);
  };

  async function run(item: WorkItem) {
    const wanted = actOf(item);
    const { caseId } = item;
    if (wanted?.kind === 'go') return goTo(wanted.section);
    if (wanted?.kind === 'matter') return showMatter(item.matterId);
    if (wanted?.kind === 'release') {
      const counter = board.rows.counters.find(({ id }) => id === item.counterId);
      return counter && ask(counter);
    }
    if (wanted?.kind === 'tick' && item.note) {
      const { id: noteId } = item.note;
      return void (await act((requestId) => client.notes.tick({ requestId, noteId })));
    }
    if (!wanted || !caseId) return;
    if (wanted.kind === 'case') return openCase(caseId);
    const one = await client.cases.one({ caseId }).catch(tellWhyNot);
    if (!one) return;
    // A colleague may have been quicker: the case says what is still to be done.
    if (wanted.kind === 'accept' && one.offer?.toMe) {
      const handoverId = one.offer.id;
      if (await act((requestId) => client.cases.accept({ requestId, caseId, handoverId }))) tell(say('offerAccepted'));
    } else if (wanted.kind === 'confirm' && one.proposal && !one.offer) setConfirming(one);
    else if (wanted.kind === 'act' && actsOf(one, one.asHandler, me.role).includes(wanted.act))
      setActing({ act: wanted.act, one });
    else openCase(caseId);
  }

  const dialog = (
    <>
      {acting && <ActDialog {...acting} leave={leave} done={leave} />}
      {confirming && <ConfirmRefusal one={confirming} leave={leave} done={leave} />}
      {matterId && <EntrustedMatter matterId={matterId} leave={() => showMatter(null)} />}
      {releasing}
    </>
  );
  return { run: (item) => void run(item), dialog: acting || confirming || matterId || releasing ? dialog : null };
}
