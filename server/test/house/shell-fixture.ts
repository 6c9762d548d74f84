/** A shell for tests: what was said is kept, no progress is shown. */
import { readConfig } from '../../config.ts';
import type { Shell } from '../../shell/terminal.ts';

export function recordingShell(dataDir: string): Shell & { said: string[] } {
  const said: string[] = [];
  return {
    config: readConfig({ DATA_DIR: dataDir }),
    env: process.env,
    said,
    say: (line) => void said.push(line),
    progress: () => ({ at: () => {}, end: () => {} }),
  };
}
