/** The clock of every case I answer for, soonest first; offers to me on top (C2, C3, C9, C10). */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Pagination } from 'antd';
import { useState } from 'react';
import type { MyCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { usePages } from '../../hooks/lists/use-pages.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { Answer } from '../../parts/answer.tsx';
import { KeyButton } from '../../parts/key-button.tsx';
import { Page } from '../../parts/page.tsx';
import { ActButtons, type Acting } from '../acts/act-buttons.tsx';
import { ActDialog } from '../acts/act-dialog.tsx';
import { myQuestion } from '../acts/question-forms.tsx';
import { CaseDialog, type OpenDialog } from '../dialogs/case-dialog.tsx';
import { OfferCase } from '../dialogs/offer-case.tsx';
import { TakeCase } from '../dialogs/take-case.tsx';
import { CaseNewsList } from '../news/case-news.tsx';
import { CaseCard } from './case-card.tsx';
import { CaseList } from './case-list.tsx';
import { bySoonest, mayBeOffered } from './case-order.ts';
import { useCaseList } from './use-case-list.ts';

const PAGE = 50;

export function MyCases() {
  const { say, client, act, tell, me } = useApp();
  const { after, page, pager } = usePages<string>(PAGE);
  const asked = useQuery({
    queryKey: ['cases', 'mine', 'page', after ?? null],
    queryFn: () => client.cases.mine({ first: PAGE, ...(after ? { after } : {}) }),
    placeholderData: keepPreviousData,
  });
  const list = useCaseList({ cases: asked.data, mayOffer: isOfferable, refetch: asked.refetch });
  const { open, setOpen, acting, setActing, offering, setOffering, together, leave, changed } = list;
  const [taking, setTaking] = useState(false);
  const quiet = open === null && acting === null && !offering && !taking;
  const mayTake = me.role !== 'administrator';
  useKeys(Object.fromEntries(quiet && mayTake ? [['KeyN', () => setTaking(true)]] : []));
  async function accept(one: MyCase) {
    const handoverId = one.offer!.id;
    if (await act((requestId) => client.cases.accept({ requestId, caseId: one.caseId, handoverId }))) {
      tell(say('offerAccepted'));
      void asked.refetch();
    }
  }
  async function decline(one: MyCase, reason: string) {
    const handoverId = one.offer!.id;
    if (await act((requestId) => client.cases.decline({ requestId, caseId: one.caseId, handoverId, reason }))) {
      void asked.refetch();
    }
  }

  return (
    <Page
      title={say('section.cases')}
      lead={say('myCasesLead')}
      actions={
        <>
          <Button disabled={together.length === 0} onClick={() => setOffering(true)} data-testid="offer-together">
            {say('offerTogether', { count: together.length })}
          </Button>
          {mayTake && (
            <KeyButton keyName="N" testId="take-case" onPress={() => setTaking(true)}>
              {say('takeCase')}
            </KeyButton>
          )}
        </>
      }
    >
      <CaseNewsList live={quiet} />
      <Answer asked={asked}>
        {(cases) => (
          <>
            <Pagination
              {...pager({ ...pageOf(cases), isKept: asked.isPlaceholderData })}
              align="end"
              hideOnSinglePage={page === 1}
            />
            <CaseList
              cases={cases}
              inOrder={bySoonest}
              empty={say('noCases')}
              card={(one, gone) => (
                <MyCaseCard
                  key={one.caseId}
                  one={one}
                  gone={gone}
                  accept={(one) => void accept(one)}
                  open={setOpen}
                  takeBack={list.takeBack}
                  choose={setActing}
                  isChosen={list.isChosen(one)}
                  pick={list.pick}
                />
              )}
            />
          </>
        )}
      </Answer>
      {taking && <TakeCase leave={() => setTaking(false)} />}
      {offering && together.length > 0 && <OfferCase cases={together} leave={leave} done={changed} />}
      {acting && <ActDialog {...acting} leave={leave} done={changed} />}
      <CaseDialog open={open} leave={leave} done={changed} give={(one, reason) => void decline(one, reason)} />
    </Page>
  );
}

type CardProps = {
  one: MyCase;
  gone: boolean;
  accept: (one: MyCase) => void;
  open: (open: OpenDialog<MyCase>) => void;
  /** The offer that is open, else the refusal that waits. */
  takeBack: (one: MyCase) => void;
  choose: (acting: Acting) => void;
  isChosen: boolean;
  pick: (one: MyCase, isChosen: boolean) => void;
};

/** What is done in somebody's place stands on the first page, at no place of the list. A full page may have a next one. */
function pageOf(cases: readonly MyCase[]) {
  const places = cases.flatMap(({ place }) => place ?? []).sort();
  return { rows: places.length, next: places.length < PAGE ? null : places.at(-1)! };
}

function isOfferable(one: MyCase): boolean {
  return one.asHandler && mayBeOffered(one);
}

function MyCaseCard({ one, gone, accept, open, takeBack, choose, isChosen, pick }: CardProps) {
  const { say } = useApp();
  const { offer } = one;
  const mine = one.asHandler;
  const decidable = one.phase === 'accepted' || one.phase === 'noticed';
  return (
    <CaseCard one={one} gone={gone} part={say(`mine.${one.mine}`)} testId="my-case">
      {(mine ||
        one.mine === 'late-papers' ||
        one.mine === 'inquiry' ||
        one.mine === 'ring' ||
        one.mine === 'corrector') && <ActButtons one={one} choose={choose} />}
      {!mine && myQuestion(one) && (
        <Button
          type="primary"
          data-testid="act-answer-question"
          onClick={() => choose({ act: 'answer-question', one })}
        >
          {say('act.answer-question')}
        </Button>
      )}
      {offer?.toMe && (
        <>
          <Button type="primary" data-testid="accept-offer" onClick={() => accept(one)}>
            {say('acceptOffer')}
          </Button>
          <Button data-testid="decline-offer" onClick={() => open({ kind: 'decline', one })}>
            {say('declineOffer')}
          </Button>
        </>
      )}
      {mine && offer && (
        <Button data-testid="take-back-offer" onClick={() => takeBack(one)}>
          {say('takeBackOffer')}
        </Button>
      )}
      {isOfferable(one) && (
        <>
          <Checkbox
            checked={isChosen}
            aria-label={say('chooseToOffer', { number: one.receiptNo ?? one.number })}
            data-testid="choose-case"
            onChange={(event) => pick(one, event.target.checked)}
          />
          <Button data-testid="offer-case" onClick={() => open({ kind: 'offer', one })}>
            {say('offerCase')}
          </Button>
        </>
      )}
      {mine && !offer && decidable && (
        <Button data-testid="close-case" onClick={() => open({ kind: 'close', one })}>
          {say('closeCase')}
        </Button>
      )}
      {((mine && one.phase === 'proposed') || one.isMyCorrection) && (
        <Button data-testid="take-back-refusal" onClick={() => takeBack(one)}>
          {say('takeBackRefusal')}
        </Button>
      )}
    </CaseCard>
  );
}
