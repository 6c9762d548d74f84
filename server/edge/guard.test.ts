import { expect, it } from 'vitest';
import { contract } from '../../schema/api.ts';
import type { RouteMeta } from '../../schema/route.ts';

type Node = { '~orpc'?: { route: { method: string }; meta: RouteMeta } };
/** Of each route that a stranger may call and that changes something, the gate that it declares. */
const gates = (tree: object, path: string[] = []): [string, string | null][] =>
  Object.entries(tree).flatMap(([name, node]) => {
    const def = (node as Node)['~orpc'];
    if (!def) return gates(node, [...path, name]);
    const isOpen = def.meta.roles.includes('public') && def.route.method !== 'GET';
    return isOpen ? [[[...path, name].join('.'), def.meta.gate ?? null] as [string, string | null]] : [];
  });

it('[S2] each route by which strangers change something declares its gate, or takes nothing without an unguessable link or code', () => {
  expect(Object.fromEntries(gates(contract))).toEqual({
    'appointments.hold': 'hold',
    'appointments.confirm': 'confirm',
    'session.signIn': 'sign-in',
    // By links and codes that are given once, of 40 bits and more.
    'appointments.cancel': null,
    'session.firstAdministrator': null,
    'devices.enrol': null,
  });
});
