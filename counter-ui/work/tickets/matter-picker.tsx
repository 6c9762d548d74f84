import { Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { findMatters } from '../../../schema/catalogue/find-matter.ts';
import { inLanguage, type MatterId } from '../../../schema/ids.ts';
import { matterName, useApp } from '../../app-context.ts';

/** More than this many hits are narrowed by typing, not by scrolling. */
const SHOWN = 8;

type Props = { chosen: MatterId[]; choose: (chosen: MatterId[]) => void; most: number };

/** No further search once `most` are chosen. Offered matters by name, pinyin or initials: arrows move, Enter takes, Backspace in the empty field drops the last. */
export function MatterPicker({ chosen, choose, most }: Props) {
  const app = useApp();
  const { say, catalogue, language } = app;
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const offered = catalogue.matters.filter((matter) => matter.offered && !chosen.includes(matter.id));
  const found = (wanted.trim() ? findMatters(offered, wanted) : offered).slice(0, SHOWN);
  const take = (matterId: MatterId | undefined) => {
    if (!matterId || chosen.length >= most) return;
    choose([...chosen, matterId]);
    setWanted('');
    setAt(0);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Backspace' && wanted === '') choose(chosen.slice(0, -1));
    // Enter in the empty field sends the form once something is chosen.
    else if (event.key === 'Enter' && (wanted !== '' || chosen.length === 0)) take(found[at]?.id);
    else return;
    if (event.key !== 'Backspace') event.preventDefault();
  };
  return (
    <div className="picker">
      {chosen.length > 0 && (
        <div className="picked">
          {chosen.map((matterId) => (
            <button key={matterId} type="button" onClick={() => choose(chosen.filter((one) => one !== matterId))}>
              {matterName(app, matterId)} <span aria-hidden="true">×</span>
            </button>
          ))}
        </div>
      )}
      {chosen.length < most && (
        <>
          <Input
            autoFocus
            data-testid="matter-search"
            placeholder={say('matterSearch')}
            value={wanted}
            onKeyDown={onKey}
            onChange={(event) => {
              setWanted(event.target.value);
              setAt(0);
            }}
          />
          <div className="found">
            {found.length === 0 && <p className="soft">{say('matterNotFound')}</p>}
            {found.map((matter, index) => (
              <button
                key={matter.id}
                type="button"
                tabIndex={-1}
                className={index === at ? 'found-at' : ''}
                data-testid="matter-found"
                onClick={() => take(matter.id)}
              >
                <b>{matter.letter}</b>
                <span>{inLanguage(matter.names, language)}</span>
                <small className="soft">{matter.aliases[0]}</small>
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  );
}
