/** How the programs that run a hall end: in order, and soon in any case. */

/** npm and the set-up wait for it, and somebody waits for them: SIGTERM to the first of them ends all within 5 s. */
const LATE_MS = 4_500;

/** On SIGTERM, SIGINT or SIGHUP `stop` runs once and the program ends with 0; with 1 when that takes too long. */
export function stopOnSignal(stop: () => Promise<unknown>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log(`\n${signal}: stopping …`);
      setTimeout(() => process.exit(1), LATE_MS).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  // A terminal that was closed, a reader that has gone: nobody reads on, which must not end the hall out of order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
