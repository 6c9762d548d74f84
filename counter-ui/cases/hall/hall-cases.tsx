/** The supervisor's cases of the whole hall: refusals to confirm first, then the soonest clock; several are offered together (C3, C6, C10, C15). */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useRef, useState } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { usePages } from '../../hooks/lists/use-pages.ts';
import { type KeyMap, useKeys } from '../../hooks/use-keys.ts';
import { HandOverDuties } from '../../house/hand-over-duties.tsx';
import { Answer } from '../../parts/answer.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Page } from '../../parts/page.tsx';
import { ActDialog } from '../acts/act-dialog.tsx';
import { CaseDialog } from '../dialogs/case-dialog.tsx';
import { OfferCase } from '../dialogs/offer-case.tsx';
import { CaseList } from '../list/case-list.tsx';
import { mayBeOffered, toConfirmFirst } from '../list/case-order.ts';
import { useCaseList } from '../list/use-case-list.ts';
import { askedFor, type Choice } from './choice.ts';
import { HallCaseLine } from './hall-case-line.tsx';
import './hall-cases.css';
import { HallFilters } from './hall-filters.tsx';
import { HallLoads } from './hall-loads.tsx';

const PAGE = 50;
const EVERYTHING: Choice = { handler: null, matterId: null, state: null, month: null };

/** The server has put them in order. */
const asAsked = (cases: ListedCase[]) => cases;

export function HallCases() {
  const { say, client, act, tell } = useApp();
  const [choice, setChoice] = useState<Choice>(EVERYTHING);
  const { page, after, toFirst, back, pager } = usePages<string>(PAGE);
  const top = useRef<HTMLDivElement>(null);
  const [showsLoads, setShowsLoads] = useState(false);
  const asked = useQuery({
    queryKey: ['cases', 'open', choice, after ?? null],
    queryFn: async () => {
      const list = await client.cases.open({ ...askedFor(choice), first: PAGE, ...(after ? { after } : {}) });
      return { of: JSON.stringify([choice, after]), list, cases: await client.cases.these({ ids: list.ids }) };
    },
    placeholderData: keepPreviousData,
  });
  const { handler } = choice;
  const shown = useCaseList({ cases: asked.data?.cases, mayOffer: mayBeOffered, refetch: asked.refetch });
  const { open, setOpen, acting, setActing, offering, setOffering, together } = shown;
  const { ids = [], next = null, total = 0 } = asked.data?.list ?? {};
  const isKept = asked.isPlaceholderData;
  // All that came after the page before is gone.
  if (page > 1 && asked.data && !isKept && ids.length === 0) back();
  const choose = (next: Choice) => {
    setChoice(next);
    toFirst();
    shown.chooseNone();
  };
  const [handingOver, setHandingOver] = useState(false);
  const leave = () => {
    setHandingOver(false);
    shown.leave();
  };
  const changed = () => {
    setHandingOver(false);
    shown.changed();
  };

  async function sendBack({ caseId }: ListedCase, remark: string) {
    if (await act((requestId) => client.cases.sendBackRefusal({ requestId, caseId, remark }))) {
      tell(say('refusalSentBack'));
      void asked.refetch();
    }
  }

  const shownPage = pager({ rows: ids.length, next, total, isKept });
  /** The next page is read from its first row on. */
  const turn = (to: number) => {
    if (to < 1 || (to > page && (next === null || isKept))) return;
    shownPage.onChange(to);
    top.current?.scrollIntoView();
  };
  const hasPages = page > 1 || next !== null;
  const arrows: KeyMap = Object.fromEntries([
    ['ArrowRight', () => turn(page + 1)],
    ['ArrowLeft', () => turn(page - 1)],
  ]);
  useKeys(hasPages ? arrows : {});
  const turning = hasPages && (
    <span className="hall-pager">
      <span className="soft">
        <KeyCap>←</KeyCap> <KeyCap>→</KeyCap> {say('turnPages')}
      </span>
      <Pagination {...shownPage} onChange={turn} />
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
        {({ of, list, cases }) => (
          <div className="hall-cases" ref={top}>
            {showsLoads && (
              <HallLoads carried={list.clerks} chosen={handler} choose={(id) => choose({ ...choice, handler: id })} />
            )}
            <div className="hall-filters">
              <HallFilters list={list} choice={choice} choose={choose} />
              {turning}
            </div>
            {/* What was chosen otherwise before is not held under the pointer. */}
            <CaseList
              key={of}
              cases={cases}
              inOrder={choice.state === 'closed' ? asAsked : toConfirmFirst}
              empty={say(list.all === 0 ? 'noHallCases' : 'noneChosen')}
              card={(one, gone) => (
                <HallCaseLine
                  key={one.caseId}
                  one={one}
                  gone={gone}
                  open={setOpen}
                  takeBack={shown.takeBack}
                  choose={setActing}
                  isChosen={shown.isChosen(one)}
                  pick={shown.pick}
                />
              )}
            />
            {turning}
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
