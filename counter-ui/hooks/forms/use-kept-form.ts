/** A form of a case, as this clerk left it (C16). */
import { useEffect, useRef, useState } from 'react';
import type { CaseId } from '../../../schema/ids.ts';
import type { CaseForm } from '../../../schema/line/draft.ts';
import { useApp } from '../../app-context.ts';
import { keepForm, unsavedForm } from './kept-forms.ts';

/** `caseId` null: of several cases, which keeps nothing. `drop`: it is done, or given up. */
export function useKeptForm<T extends object>(caseId: CaseId | null, form: CaseForm, empty: T) {
  const { client, me } = useApp();
  const by = me.clerkId;
  const written = (text: string | null | undefined): T => (text ? { ...empty, ...JSON.parse(text) } : empty);
  const [fields, setFields] = useState(() => (caseId ? written(unsavedForm(by, caseId, form)?.fields) : empty));
  const latest = useRef(fields);
  const isTyped = useRef(false);
  const become = (next: T) => {
    latest.current = next;
    setFields(next);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the form is opened
  useEffect(() => {
    if (!caseId || unsavedForm(by, caseId, form)) return;
    let isOver = false;
    // What the hall has is not to be had now; what is typed from here on is kept all the same.
    client.tickets.forms({ caseId }).then(
      (found) => {
        const one = found.find((kept) => kept.form === form);
        if (one && !isOver && !isTyped.current) become(written(one.fields));
      },
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, []);

  const keep = (text: string | null) => caseId && keepForm({ by, caseId, form, fields: text });
  return {
    fields,
    put(part: Partial<T>) {
      isTyped.current = true;
      become({ ...latest.current, ...part });
      keep(JSON.stringify(latest.current));
    },
    drop: () => void keep(null),
  };
}
