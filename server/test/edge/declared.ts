/** What each route declares of who may call it, and a table of it. */
import { contract } from '../../../schema/api.ts';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
export const table = (head: readonly string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells))].join('\n');

type Node = {
  '~orpc'?: {
    route: { method: string; path: string };
    meta: { roles: string[] };
  };
};
export const ROLES = ['public', 'kiosk', 'display', 'clerk', 'supervisor', 'administrator'];
export function declared(tree: object = contract): string[][] {
  return Object.values(tree).flatMap((node) => {
    const def = (node as Node)['~orpc'];
    if (!def) return declared(node);
    const { method, path } = def.route;
    return [[`\`${method} ${path}\``, ...ROLES.map((role) => (def.meta.roles.includes(role) ? '×' : ''))]];
  });
}
