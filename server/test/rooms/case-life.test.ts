import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CasePhase } from '../../../schema/cases/case.ts';
import { MAY } from '../../cases/rules/case.ts';
import { LIFE } from '../../cases/rules/case-life.ts';
import { ROOT } from '../../root.ts';

const PHASES = CasePhase.options;
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells))].join('\n');

/** What docs/case-life.md says, drawn from the code. */
function drawn(): string {
  const may = Object.entries(MAY).map(([name, where]) => [
    `\`${name}\``,
    ...PHASES.map((phase) => (where.in.includes(phase) ? '×' : '')),
    `\`${where.else}\``,
  ]);
  const life = Object.entries(LIFE).map(([name, { from, to }]) => [
    `\`${name}\``,
    [...new Set(from)].join(', '),
    to === 'same' ? 'stays' : to,
  ]);
  return `# The life of a case

Drawn from \`server/cases/rules/case.ts\` and \`case-life.ts\` by \`npx vitest run server/test/rooms/case-life.test.ts -u\`;
not edited by hand. \`server/cases/rules/case-life.test.ts\` holds the first table against one that was written by hand.

## What may be wished, and when

In the other phases the answer is the refusal of the last column; of a closed case it is \`case-over\`.

${table(['command', ...PHASES, 'else'], may)}

## What follows from it

${table(['event', 'in the phases', 'makes it'], life)}
`;
}

it('[C2] docs/case-life.md is the table of commands, phases and events that the code has', async () => {
  await expect(drawn()).toMatchFileSnapshot(join(ROOT, 'docs/case-life.md'));
});
