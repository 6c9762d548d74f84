import { useState } from 'react';
import type { MaskedPerson } from '../../schema/people/person.ts';
import { typedKeysOf } from '../../schema/people/typed-key.ts';
import { useApp } from '../app-context.ts';

export type FoundPeople = { people: MaskedPerson[]; isCut: boolean };

/** Looks for people by what was typed, key after key until somebody is found; each look is recorded. */
export function useLookUp() {
  const { client, act } = useApp();
  const [found, setFound] = useState<FoundPeople | null>(null);
  const [busy, setBusy] = useState(false);
  async function lookUp(typed: string) {
    setBusy(true);
    let answer: FoundPeople | null = null;
    for (const key of typedKeysOf(typed)) {
      answer = await act(() => client.people.lookUp({ key }));
      if (!answer || answer.people.length > 0) break;
    }
    setFound(answer);
    setBusy(false);
  }
  return { found, busy, lookUp };
}
