/** A form of a case, as this clerk left it (C16). */
import { useEffect, useRef, useState } from 'react';
import type { CaseId } from '../../../schema/ids.ts';
import type { CaseForm } from '../../../schema/line/draft.ts';
import { useApp } from '../../app-context.ts';
import { keepForm, unsavedForm } from './kept-forms.ts';
import { write, writtenAgain } from './written.ts';

/** `about`: of what the form is besides its case; what was typed about something else is not offered. */
type How = { about?: string };

/** `caseId` null: of several cases, which keeps nothing. `drop`: it is done. */
export function useKeptForm<T extends object>(caseId: CaseId | null, form: CaseForm, empty: T, how: How = {}) {
  const { client, me } = useApp();
  const by = me.clerkId;
  const about = how.about ?? '';
  const [fields, setFields] = useState(empty);
  const latest = useRef(fields);
  /** What was typed before the hall said what it has: it is kept with that, and not in its place. */
  const typed = useRef<Partial<T>>({});
  const wait = useRef(caseId !== null);
  const become = (next: T) => {
    latest.current = next;
    setFields(next);
  };
  const keep = (text: string | null) => caseId && keepForm({ by, caseId, form, fields: text });

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the form is opened
  useEffect(() => {
    if (!caseId) return;
    const answered = (text: string | null | undefined) => {
      wait.current = false;
      const isNew = Object.keys(typed.current).length > 0;
      become(writtenAgain(text, { about, empty, typed: typed.current }));
      if (isNew) keep(write(about, latest.current));
    };
    const unsaved = unsavedForm(by, caseId, form);
    if (unsaved) return answered(unsaved.fields);
    // What the hall has is not to be had now; what is typed is kept all the same.
    client.tickets.forms({ caseId }).then(
      (found) => answered(found.find((kept) => kept.form === form)?.fields),
      () => answered(null),
    );
  }, []);

  return {
    fields,
    put(part: Partial<T>) {
      typed.current = { ...typed.current, ...part };
      become({ ...latest.current, ...part });
      if (!wait.current) keep(write(about, latest.current));
    },
    drop: () => void keep(null),
    giveUp(leave: () => void) {
      keep(null);
      leave();
    },
  };
}
