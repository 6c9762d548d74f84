import { Button } from 'antd';
import { whySentence } from '../../schema/line/why.ts';
import { ANSWERED_NOTES } from '../../schema/messages/note.ts';
import type { NoteRow } from '../../schema/messages/rows.ts';
import { useApp } from '../app-context.ts';
import { Nothing } from '../parts/nothing.tsx';
import { clockTime } from '../words/hall-time.ts';
import { regularCalls } from './hall-figures.ts';
import { noteSentence } from './note-words.ts';

/** What the supervisor is told, newest first, what was seen to comes last (Q4, C3); regular calls that passed somebody over are folded (Q3). */
export function Notes() {
  const { say, board, language } = useApp();
  const all = [...board.rows.notes].reverse();
  const notes = [
    ...all.filter(({ tickedBy }) => tickedBy === null),
    ...all.filter(({ tickedBy }) => tickedBy !== null),
  ];
  const regular = regularCalls(board.rows.tickets);
  return (
    <>
      {notes.length === 0 && <Nothing sentence={say('noNotes')} />}
      <div className="plain-rows notes">
        {notes.map((note) => (
          <Note key={note.id} note={note} />
        ))}
      </div>
      {regular.length > 0 && (
        <details className="plain-rows notes" data-testid="regular-calls">
          <summary>{say('regularCalls', { count: regular.length })}</summary>
          {regular.map((ticket) => (
            <div key={ticket.id}>
              <b>{ticket.number}</b>
              <span>{ticket.why && whySentence(ticket.why, language)}</span>
            </div>
          ))}
        </details>
      )}
    </>
  );
}

/** A link to the case or the ticket that it is about, and a tick where no answer is waited for. */
function Note({ note }: { note: NoteRow }) {
  const { say, me, client, act, openCase, openTicket, tellWhyNot } = useApp();
  const { id: noteId, at, kind, caseId, number, tickedBy } = note;
  const isTicked = tickedBy !== null;
  const mayTick = me.role === 'supervisor' && !isTicked && !ANSWERED_NOTES.includes(kind);
  return (
    <div className={isTicked ? 'gone' : ''} data-testid="note">
      <em className="amber">{clockTime(at)}</em>
      <span>
        {noteSentence(say, note)}
        {isTicked && <small className="soft"> {say('tickedBy', { name: tickedBy })}</small>}
        {caseId && (
          <Button type="link" size="small" data-testid="open-note" onClick={() => openCase(caseId)}>
            {say('openNote')}
          </Button>
        )}
        {number !== null && caseId === null && (
          <Button
            type="link"
            size="small"
            data-testid="open-noted-ticket"
            onClick={() => void client.tickets.lookUp({ number }).then(openTicket).catch(tellWhyNot)}
          >
            {say('openNote')}
          </Button>
        )}
        {mayTick && (
          <Button
            type="link"
            size="small"
            data-testid="tick-note"
            onClick={() => void act((requestId) => client.notes.tick({ requestId, noteId }))}
          >
            {say('tickNote')}
          </Button>
        )}
      </span>
    </div>
  );
}
