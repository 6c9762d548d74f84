/** argon2id, never more than two at a time: each takes 19 MB and a thread that files need, too. */
import { argon2 } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** In the order of asking. */
export async function argon2id(parameters: Parameters<typeof derive>[1]): Promise<Buffer> {
  if (running < AT_ONCE) running++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await derive('argon2id', parameters);
  } finally {
    // The place is handed on, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
