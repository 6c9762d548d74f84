/** The file gateway: what a provider of short messages would get, one JSON line per message, readable by its owner only. */
import { appendFile, mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

export type OutgoingMessage = { id: string; telephone: string; text: string; at: string };
/** `refused`: this message will never be taken. Any other trouble is thrown and tried again. */
export type GiveMessage = (message: OutgoingMessage) => Promise<'sent' | 'refused'>;
/** By id; a promise, so that who asks a second time waits for the line and fails with it. */
type Written = Map<string, Promise<void>>;

const DAY_MS = 24 * 3_600_000;

/** One file for each day of `at` (UTC), so that old ones can be deleted. Writes an id once within two days. */
export function openMessageFile(dir: string): GiveMessage {
  const days = new Map<string, Promise<Written>>();

  function writtenOn(day: string): Promise<Written> {
    const found = days.get(day) ?? readWritten(fileOf(dir, day));
    days.set(day, found);
    return found;
  }

  async function write(message: OutgoingMessage, day: string): Promise<void> {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await appendFile(fileOf(dir, day), `${JSON.stringify(message)}\n`, { mode: 0o600, flush: true });
  }

  return async (message) => {
    const day = message.at.slice(0, 10);
    const dayBefore = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
    for (const known of days.keys()) if (known !== day && known !== dayBefore) days.delete(known);
    const [today, yesterday] = await Promise.all([writtenOn(day), writtenOn(dayBefore)]);
    const before = today.get(message.id) ?? yesterday.get(message.id);
    if (before) return before.then(() => 'sent');
    const writing = write(message, day);
    today.set(message.id, writing);
    writing.catch(() => today.delete(message.id));
    return writing.then(() => 'sent');
  };
}

/** P1: deletes the files of days before this one, and says how many. */
export async function eraseMessageFiles(dir: string, before: string): Promise<number> {
  const files = await readdir(dir).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  const old = files.filter((file) => (DAY_FILE.exec(file)?.[1] ?? before) < before);
  for (const file of old) await unlink(join(dir, file));
  return old.length;
}

const DAY_FILE = /^messages-(\d{4}-\d{2}-\d{2})\.ndjson$/;

function fileOf(dir: string, day: string): string {
  return join(dir, `messages-${day}.ndjson`);
}

async function readWritten(file: string): Promise<Written> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return new Map(lines.flatMap((line) => idOf(line)).map((id) => [id, Promise.resolve()]));
}

/** A line that a power cut tore is no message. */
function idOf(line: string): string[] {
  try {
    return [String(JSON.parse(line).id)];
  } catch {
    return [];
  }
}
