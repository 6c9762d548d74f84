import { Button } from 'antd';
import { matterName, useApp } from '../app-context.ts';
import { Provisional } from '../cases/due-date.tsx';
import { useNow } from '../hooks/use-now.ts';
import { KeyButton } from '../parts/key-button.tsx';
import { dayOf } from '../words/hall-time.ts';
import { actWords, byWords, itemWords } from './item-words.ts';
import type { WorkItem } from './work-items.ts';

type Props = {
  item: WorkItem;
  gone: boolean;
  isSelected: boolean;
  /** Pointed at. */
  choose: () => void;
  press: () => void;
  /** The case that an alert is about. */
  open: () => void;
};

/** By when, what, of whom and about which matter; the button's key is on the row that is chosen. */
export function WorkRowLine({ item, gone, isSelected, choose, press, open }: Props) {
  const app = useApp();
  const { say, language, board } = app;
  const nowMs = useNow(10_000);
  const today = board.rows.hall[0]?.today ?? dayOf(board.at);
  const { words, urgency } = byWords(say, language, item, { today, nowMs });
  const { number, matterId, who, caseId, clerkName, mine } = item;
  const button = actWords(say, item);
  const handled = clerkName ? say('todoOf', { name: clerkName }) : '';
  const asked = say('todoFor', { name: item.toName ?? say('anySupervisor') });
  const isCover = item.kind === 'cover' || item.kind === 'cover-ahead';
  const ofNoCase = isCover ? say('todoAway', { names: item.toName ?? '' }) : '';
  const whoseWords = caseId === null ? ofNoCase : mine ? handled : asked;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list's own keys choose a row.
    <li
      className={`todo-row todo-${urgency} ${gone ? 'gone' : ''}`}
      data-testid="todo-row"
      data-kind={item.kind}
      data-selected={isSelected}
      aria-current={isSelected ? 'true' : undefined}
      onClick={choose}
    >
      <b className="todo-by">
        {words}
        {item.provisional && <Provisional />}
      </b>
      <div className="todo-what">
        <strong>{itemWords(say, item)}</strong>
        {item.kind === 'alert' && caseId !== null && !gone && (
          <Button type="link" size="small" className="todo-link" data-testid="todo-open" onClick={open}>
            {say('todoOpen')}
          </Button>
        )}
        {item.words !== null && caseId !== null && <q title={item.words}>{item.words}</q>}
      </div>
      <div className="todo-about">
        {matterId !== null && caseId !== null && <span className="todo-who">{who ?? say('todoNobody')}</span>}
        <span className="soft">{[number, matterId ? matterName(app, matterId) : ''].filter(Boolean).join(' · ')}</span>
      </div>
      <span className="todo-of soft">{whoseWords}</span>
      <span className="todo-act">
        {button !== null && !gone && (
          <KeyButton
            {...(isSelected ? { keyName: 'Enter' } : {})}
            type={isSelected && mine ? 'primary' : 'default'}
            testId="todo-act"
            onPress={press}
          >
            {button}
          </KeyButton>
        )}
      </span>
    </li>
  );
}
