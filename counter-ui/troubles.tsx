/** What is wrong with the hall, for who can help: a banner above every section of supervisors and administrators (A3). */
import { Button } from 'antd';
import { TROUBLES, type Trouble, type TroubleKind, troubleSentence } from '../schema/hall/trouble.ts';
import { useApp } from './app-context.ts';
import { type Section, sectionOf } from './role-sections.ts';
import './troubles.css';

/** Jumps of the clock, which somebody looks at and confirms. */
const OF_CLOCK: readonly TroubleKind[] = ['clock-held', 'clock-stepped'];

export function Troubles() {
  const { board, client, language, say, me, act } = useApp();
  if (me.role === 'clerk' || board.rows.troubles.length === 0) return null;
  const confirm = () => void act((requestId) => client.clock.confirm({ requestId }));
  const worstFirst = [...board.rows.troubles].sort((a, b) => rank(a) - rank(b));
  return (
    <ul className="troubles" role="alert" data-testid="troubles">
      {worstFirst.map((trouble) => (
        <li key={trouble.id} data-level={trouble.level}>
          <span>{troubleSentence(trouble, language)}</span>
          {OF_CLOCK.includes(trouble.id) && (
            <Button size="small" onClick={confirm} data-testid="confirm-clock">
              {say('clockIsRight')}
            </Button>
          )}
          <Go to={sectionOf(trouble.id, me.role)} />
        </li>
      ))}
    </ul>
  );
}

function Go({ to }: { to: Section | null }) {
  const { say, goTo } = useApp();
  if (!to) return null;
  return (
    <Button size="small" onClick={() => goTo(to)} data-testid={`trouble-go-${to}`}>
      {say('todoGo')}
    </Button>
  );
}

const rank = ({ id }: Trouble) => (TROUBLES[id].level === 'degraded' ? 1 : 0);
