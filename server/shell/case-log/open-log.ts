/** The text of a log's file as it comes: UTF-8, packed by gzip or not; what unpacks without end is refused. */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { officeDecoder } from '../office-file.ts';
import type { Progress } from '../terminal.ts';

/** The largest public logs have 2 GB. */
const MOST_BYTES = 4 * 1024 ** 3;

export type LogFormat = 'xes' | 'csv';

/** By the name; null: neither. */
export function formatOf(file: string): LogFormat | null {
  const [, ending = ''] = /\.(xes|csv)(?:\.gz)?$/i.exec(file) ?? [];
  return (ending.toLowerCase() as LogFormat) || null;
}

/** `shown` is told the bytes that were read of the file. */
export function openLog(file: string, shown: Progress): Readable {
  const source = createReadStream(file);
  let read = 0;
  source.on('data', (bytes) => {
    read += bytes.length;
    shown.at(read);
  });
  const text = officeDecoder(file);
  text.setEncoding('utf8');
  const parts = isPacked(file) ? [source, createGunzip(), limiter(file), text] : [source, limiter(file), text];
  // What is wrong with a part is thrown where the text is read.
  pipeline(parts as [Readable, Transform], (error) => {
    if (error && !text.destroyed) text.destroy(error);
  });
  return text;
}

function isPacked(file: string): boolean {
  const first = Buffer.alloc(2);
  let at: number;
  try {
    at = openSync(file, 'r');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`, { cause: error });
  }
  try {
    readSync(at, first, 0, 2, 0);
  } finally {
    closeSync(at);
  }
  return first[0] === 0x1f && first[1] === 0x8b;
}

function limiter(file: string): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done(new Error(`${file} has more than ${MOST_BYTES / 1024 ** 3} GB when it is unpacked`));
      else done(null, chunk);
    },
  });
}
