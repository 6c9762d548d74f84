/** A form's fields as text, and back. Pure. */

/** `typed`: what was typed before the text was there. */
type Written<T> = { about: string; empty: T; typed: Partial<T> };

/** Who stands at the counter is another time's to say. */
const OF_NOW = ['helper', 'here'];

export function write(about: string, fields: object): string {
  return JSON.stringify({ about, fields });
}

/** Words that were typed meanwhile stand behind those that were kept: none is lost. */
export function writtenAgain<T extends object>(
  text: string | null | undefined,
  { about, empty, typed }: Written<T>,
): T {
  const kept = text ? (JSON.parse(text) as { about?: string; fields?: Partial<T> }) : null;
  if (!kept?.fields || kept.about !== about) return { ...empty, ...typed };
  const known = Object.entries(kept.fields).filter(([name]) => name in empty && !OF_NOW.includes(name));
  const joined = Object.entries(typed).map(([name, value]) => {
    const before = kept.fields![name as keyof T];
    const isWords = typeof before === 'string' && typeof value === 'string' && before !== empty[name as keyof T];
    return [name, isWords ? before + value : value];
  });
  return { ...empty, ...Object.fromEntries(known), ...Object.fromEntries(joined) };
}
