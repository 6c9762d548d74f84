/** The file gateway: what a provider of short messages would get, one JSON line per message, readable by its owner only. */
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type OutgoingMessage = { id: string; telephone: string; text: string; at: string };

/** Writes each id once, however often it is asked to. */
export function openMessageFile(dir: string): (message: OutgoingMessage) => Promise<void> {
  const file = join(dir, 'messages.ndjson');
  let written: Promise<Set<string>> | null = null;
  return async (message) => {
    written ??= idsIn(file);
    const ids = await written;
    if (ids.has(message.id)) return;
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await appendFile(file, `${JSON.stringify(message)}\n`, { mode: 0o600, flush: true });
    ids.add(message.id);
  };
}

async function idsIn(file: string): Promise<Set<string>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return new Set(lines.flatMap((line) => idOf(line)));
}

/** A line that a power cut tore is no message. */
function idOf(line: string): string[] {
  try {
    return [String(JSON.parse(line).id)];
  } catch {
    return [];
  }
}
