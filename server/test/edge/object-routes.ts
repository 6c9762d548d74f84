/** Which routes of the contract name something that is somebody's, and which carry words that somebody typed. */
import { z } from 'zod';
import { contract } from '../../../schema/api.ts';

type Node = {
  '~orpc'?: { route: { method: string }; meta: { roles: string[] }; inputSchema?: z.ZodType };
};
type Field = { key: string; schema: Schema };
type Schema = { type?: string; enum?: unknown; const?: unknown; pattern?: string; format?: string };

/** What everybody may name: a matter is the catalogue's. */
const NOBODYS = new Set(['requestId', 'matterId', 'matterIds', 'materialId']);

/** Routes that name an object and have no row, and why not. */
export const NO_ROW: Record<string, string> = {
  'appointments.hold': 'a free slot is nobody’s',
  'openings.create': 'an opening is the hall’s',
  'openings.createSeries': 'an opening is the hall’s',
};

/** Routes that take words and are in no row: what is typed there, and what holds it to its place. */
export const WORDS_ELSEWHERE: Record<string, string> = {
  ...of('what is asked, in server/test/people/canary/answers.int.test.ts', ['tickets.box', 'cases.ofReceipt']),
  ...of('a resident’s name and telephone, in the stage of tickets.checkIn', ['appointments.confirm']),
  ...of('words of the hall, shown to everybody', ['openings.create', 'openings.createSeries']),
  ...of('a contact of the staff, in server/test/people/canary/kept.int.test.ts', ['session.saveContact']),
  ...of('a secret of the door, in server/test/people/sign-in.int.test.ts', [
    ...['session.signIn', 'session.changePassword', 'session.unlock', 'session.firstAdministrator', 'devices.enrol'],
  ]),
};

/** What an administrator writes is of the house, and no resident's. */
export const isOfHouse = (name: string) => /^(administration|calendar|devices)\./.test(name);

/** Names of routes whose wish holds the id of an object; what an administrator alone may do is of the house. */
export function objectRoutes(): string[] {
  return routes(({ '~orpc': def }) => {
    if (def!.meta.roles.every((role) => role === 'administrator')) return false;
    return fieldsOf(def!.inputSchema).some(({ key }) => /(Id|Ids|^ids)$/.test(key) && !NOBODYS.has(key));
  });
}

/** Names of routes by which words in any form get into the hall. */
export function textRoutes(): string[] {
  return routes(({ '~orpc': def }) => {
    if (def!.route.method === 'GET') return false;
    return fieldsOf(def!.inputSchema).some(
      ({ key, schema }) => isFree(schema) && !/(Id|Ids|^ids|^no|^link)$/.test(key),
    );
  });
}

function routes(has: (node: Node) => boolean, tree: object = contract, above = ''): string[] {
  return Object.entries(tree).flatMap(([key, node]: [string, Node]) => {
    const name = above + key;
    if (!node['~orpc']) return routes(has, node, `${name}.`);
    return has(node) ? [name] : [];
  });
}

function isFree({ type, enum: listed, const: one, pattern, format }: Schema): boolean {
  return type === 'string' && listed === undefined && one === undefined && !pattern && !format;
}

function fieldsOf(schema: z.ZodType | undefined): Field[] {
  return schema ? inside(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })) : [];
}

function inside(found: unknown): Field[] {
  if (typeof found !== 'object' || found === null) return [];
  const { properties = {} } = found as { properties?: Record<string, Schema> };
  const own = Object.entries(properties).map(([key, schema]) => ({ key, schema }));
  return [...own, ...Object.values(found).flatMap(inside)];
}

function of(why: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, why]));
}
