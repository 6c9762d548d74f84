/** For each route of the contract that changes something a wish that its schema takes, with a text in each free field. */
import { z } from 'zod';
import { contract } from '../../../../schema/api.ts';
import { newRequestId } from '../../../../web/client.ts';

type Node = {
  '~orpc'?: { route: { method: string; path: string }; meta: { roles: string[] }; inputSchema?: z.ZodType };
};
type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  maxLength?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
};
export type AnyRoute = { name: string; method: string; path: string; roles: string[]; body: Schema };

export function changingRoutes(tree: object = contract, above = ''): AnyRoute[] {
  return Object.entries(tree).flatMap(([key, node]: [string, Node]) => {
    const name = above + key;
    const def = node['~orpc'];
    if (!def) return changingRoutes(node, `${name}.`);
    if (def.route.method === 'GET' || !def.inputSchema) return [];
    const body = z.toJSONSchema(def.inputSchema, { io: 'input', unrepresentable: 'any' }) as Schema;
    return [{ name, ...def.route, roles: def.meta.roles, body }];
  });
}

/** What has a form of its own takes the first of these that fits. */
const FORMED = ['2026-11-24', '2026-11-24T01:00:00.000Z', '09:00', '13985001234', '2026-11', 'A', '1', 'a-1', '1a2b3c'];

/** `ids`: by the name of their field; `text`: what stands in each field where somebody types. */
export function anyBody(schema: Schema, ids: Record<string, string>, text: string, key = ''): unknown {
  const { type, enum: listed, const: one, anyOf, oneOf, allOf, properties, pattern } = schema;
  const [part] = anyOf ?? oneOf ?? [];
  if (one !== undefined) return one;
  if (listed) return listed[0];
  if (part) return anyBody(part, ids, text, key);
  if (allOf) return Object.assign({}, ...allOf.map((each) => anyBody(each, ids, text, key)));
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, anyBody(field, ids, text, name)]),
    );
  if (type === 'array')
    return (schema.minItems ?? 1) > 0 && schema.items ? [anyBody(schema.items, ids, text, key.replace(/s$/, ''))] : [];
  if (type === 'boolean') return false;
  if (type === 'number' || type === 'integer') return Math.max(schema.minimum ?? 1, 1);
  if (type !== 'string') return null;
  if (key === 'requestId') return newRequestId();
  if (ids[key] !== undefined) return ids[key];
  const formed = pattern ? FORMED.find((each) => new RegExp(pattern, 'u').test(each)) : undefined;
  return formed ?? text.slice(0, schema.maxLength ?? text.length);
}
