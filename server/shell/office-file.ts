/** Text that an office PC has saved: UTF-8, with or without its mark. Anything else is refused, never guessed (A3). */
import { readFileSync } from 'node:fs';
import { Transform } from 'node:stream';
import type { z } from 'zod';
import { faultSentence } from '../../schema/typed/faults.ts';

const strict = () => new TextDecoder('utf-8', { fatal: true });

/** Throws a sentence that says what to do. */
export function officeText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`, { cause: error });
  }
  try {
    return strict().decode(bytes);
  } catch {
    throw notUtf8(file);
  }
}

/** What is in it, in JSON of this form; a wrong field is named by its path. */
export function officeJson<T>(file: string, form: z.ZodType<T>): T {
  return jsonIn(officeText(file), file, form);
}

export function jsonIn<T>(text: string, file: string, form: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const read = form.safeParse(json);
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new Error(`${file}: ${path.join('.') || 'the file'}: ${faultSentence(message, 'en') ?? message}`);
}

/** The same for a file that is read as it comes. */
export function officeDecoder(file: string): Transform {
  const decoder = strict();
  const decoded = (done: (error: Error | null, text?: string) => void, bytes?: Buffer) => {
    let text: string;
    try {
      text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      return done(notUtf8(file));
    }
    done(null, text);
  };
  return new Transform({
    transform: (bytes: Buffer, _, done) => decoded(done, bytes),
    flush: (done) => decoded(done),
  });
}

function notUtf8(file: string): Error {
  return new Error(`${file} is not UTF-8; save it again with the encoding UTF-8, and nothing else of it has to change`);
}
