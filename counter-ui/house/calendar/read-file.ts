/** The file of a year as an administrator chooses it: what is no such file is said before anything is sent (A3). */
import { CalendarFile } from '../../../schema/hall/calendar.ts';
import type { Say } from '../../words/speak.ts';
import type { Planned } from './confirm-change.tsx';

export async function readCalendarFile(say: Say, file: File): Promise<Planned | { wrong: string }> {
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch {
    return { wrong: say('calendarNotJson', { file: file.name }) };
  }
  const read = CalendarFile.safeParse(json);
  if (!read.success) {
    const field = read.error.issues[0]!.path.join('.') || say('calendarTheFile');
    return { wrong: say('calendarWrongShape', { file: file.name, field }) };
  }
  return { title: say('calendarPreviewTitle', { year: read.data.year }), change: { file: read.data } };
}
