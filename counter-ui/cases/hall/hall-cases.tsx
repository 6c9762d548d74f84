/** The supervisor's cases of the whole hall: refusals to confirm first, then the soonest clock; several are offered together (C3, C6, C10, C15). */
import { useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useRef, useState } from 'react';
import type { HallCase } from '../../../schema/cases/views.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { type KeyMap, useKeys } from '../../hooks/use-keys.ts';
import { HandOverDuties } from '../../house/hand-over-duties.tsx';
import { Answer } from '../../parts/answer.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Page } from '../../parts/page.tsx';
import type { Acting } from '../acts/act-buttons.tsx';
import { ActDialog } from '../acts/act-dialog.tsx';
import { CaseList } from '../case-list.tsx';
import { mayBeOffered, toConfirmFirst } from '../case-order.ts';
import { CaseDialog, type OpenDialog } from '../dialogs/case-dialog.tsx';
import { OfferCase } from '../dialogs/offer-case.tsx';
import { type Choice, chosenOf } from './choice.ts';
import { HallCaseLine } from './hall-case-line.tsx';
import './hall-cases.css';
import { HallFilters } from './hall-filters.tsx';
import { HallLoads } from './hall-loads.tsx';

const PAGE = 50;
const EVERYTHING: Choice = { handler: null, matterId: null, state: null };

export function HallCases() {
  const { say, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['cases', 'open'], queryFn: () => client.cases.open({}) });
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  const [page, setPage] = useState(1);
  const list = useRef<HTMLDivElement>(null);
  const [showsLoads, setShowsLoads] = useState(false);
  const [picked, setPicked] = useState<CaseId[]>([]);
  const [offering, setOffering] = useState(false);
  const { handler } = choice;
  const shown = toConfirmFirst(chosenOf(asked.data ?? [], choice));
  const together = (asked.data ?? []).filter((one) => mayBeOffered(one) && picked.includes(one.caseId));
  const choose = (next: Choice) => {
    setChoice(next);
    setPage(1);
    setPicked([]);
  };
  const [open, setOpen] = useState<OpenDialog<HallCase> | null>(null);
  // Outside of the list: what is pointed at in a dialog is not pointed at in a row.
  const [acting, setActing] = useState<Acting | null>(null);
  const [handingOver, setHandingOver] = useState(false);
  const leave = () => {
    setHandingOver(false);
    setOffering(false);
    setOpen(null);
    setActing(null);
  };
  const changed = () => {
    leave();
    setPicked([]);
    void asked.refetch();
  };

  async function sendBack({ caseId }: HallCase, remark: string) {
    if (await act((requestId) => client.cases.sendBackRefusal({ requestId, caseId, remark }))) {
      tell(say('refusalSentBack'));
      void asked.refetch();
    }
  }
  async function takeBack({ caseId, offer }: HallCase) {
    const taken = await act((requestId) =>
      offer
        ? client.cases.takeBack({ requestId, caseId, handoverId: offer.id })
        : client.cases.takeBackRefusal({ requestId, caseId }),
    );
    if (!taken) return;
    tell(say(offer ? 'offerTakenBack' : 'refusalTakenBack'));
    void asked.refetch();
  }

  const pages = Math.ceil(shown.length / PAGE);
  /** The next page is read from its first row on. */
  const turn = (to: number) => {
    if (to < 1 || to > pages) return;
    setPage(to);
    list.current?.scrollIntoView();
  };
  const back = () => turn(page - 1);
  const on = () => turn(page + 1);
  const arrows: KeyMap = Object.fromEntries([
    ['ArrowRight', on],
    ['ArrowLeft', back],
  ]);
  useKeys(pages > 1 ? arrows : {});
  const pager = pages > 1 && (
    <span className="hall-pager">
      <span className="soft">
        <KeyCap>←</KeyCap> <KeyCap>→</KeyCap> {say('turnPages')}
      </span>
      <Pagination simple current={page} pageSize={PAGE} total={shown.length} showSizeChanger={false} onChange={turn} />
    </span>
  );

  return (
    <Page
      title={say('section.hall-cases')}
      lead={say('hallCasesLead')}
      actions={
        asked.data && (
          <>
            <Button onClick={() => setShowsLoads(!showsLoads)} aria-expanded={showsLoads} data-testid="show-loads">
              {say('loads')}
            </Button>
            <Button disabled={together.length === 0} onClick={() => setOffering(true)} data-testid="offer-together">
              {say('offerTogether', { count: together.length })}
            </Button>
            {handler && (
              <Button onClick={() => setHandingOver(true)} data-testid="hand-over-all">
                {say('handOverAll')}
              </Button>
            )}
          </>
        )
      }
    >
      <Answer asked={asked}>
        {(cases) => (
          <div className="hall-cases" ref={list}>
            {showsLoads && (
              <HallLoads cases={cases} chosen={handler} choose={(id) => choose({ ...choice, handler: id })} />
            )}
            <div className="hall-filters">
              <HallFilters cases={cases} choice={choice} choose={choose} />
              {pager}
            </div>
            <CaseList
              cases={shown.slice((page - 1) * PAGE, page * PAGE)}
              inOrder={toConfirmFirst}
              empty={say(cases.length === 0 ? 'noHallCases' : 'noneChosen')}
              card={(one, gone) => (
                <HallCaseLine
                  key={one.caseId}
                  one={one}
                  gone={gone}
                  open={setOpen}
                  takeBack={(one) => void takeBack(one)}
                  choose={setActing}
                  isChosen={picked.includes(one.caseId)}
                  pick={({ caseId }, isChosen) =>
                    setPicked(isChosen ? [...picked, caseId] : picked.filter((id) => id !== caseId))
                  }
                />
              )}
            />
            {pager}
          </div>
        )}
      </Answer>
      {offering && together.length > 0 && <OfferCase cases={together} leave={leave} done={changed} />}
      {handler && handingOver && (
        <HandOverDuties
          clerkId={handler}
          account={null}
          leave={leave}
          done={() => {
            choose({ ...choice, handler: null });
            changed();
          }}
        />
      )}
      {acting && <ActDialog {...acting} leave={leave} done={changed} />}
      <CaseDialog open={open} leave={leave} done={changed} give={(one, remark) => void sendBack(one, remark)} />
    </Page>
  );
}
