/** What each route declares of who may call it, and a table of it. */
import { contract } from '../../../schema/api.ts';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
export const table = (head: readonly string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells))].join('\n');

type Node = {
  '~orpc'?: {
    route: { method: string; path: string };
    meta: { roles: string[] };
    inputSchema?: { shape?: Record<string, unknown> };
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

/** What names something that is somebody's; a link and a typed number show one thing to whoever has it. */
const NAMES_OBJECT = [
  'ticketId',
  'caseId',
  'caseIds',
  'ids',
  'counterId',
  'personId',
  'absenceId',
  'code',
  'noteId',
  'sessionId',
  'openingId',
  'clerkId',
  'of',
];

/** The routes on such a thing that a clerk or a supervisor may call, by name. */
export function onObjects(tree: object = contract, path: string[] = []): string[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const def = (node as Node)['~orpc'];
    if (!def) return onObjects(node, [...path, name]);
    const names = Object.keys(def.inputSchema?.shape ?? {});
    const isStaffs = def.meta.roles.some((role) => role === 'clerk' || role === 'supervisor');
    return isStaffs && names.some((one) => NAMES_OBJECT.includes(one)) ? [[...path, name].join('.')] : [];
  });
}
