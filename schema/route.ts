/** What the routes of all subjects are made of: who may call one, and what a command holds and answers. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { RequestId } from './ids.ts';
import type { Role } from './who.ts';

export const STAFF: Role[] = ['clerk', 'supervisor', 'administrator'];
export const CLERK: Role[] = ['clerk', 'supervisor'];
export const SUPERVISOR: Role[] = ['supervisor', 'administrator'];
export const ADMINISTRATOR: Role[] = ['administrator'];

/**
 * S2: what is counted of a call before it is made. `sign-in`: guesses at an account; `hold`: slots of a phone; `confirm`:
 * people of a telephone.
 */
export type Gate = 'sign-in' | 'hold' | 'confirm';
export type RouteMeta = { roles: Role[]; gate?: Gate };

type Method = 'GET' | 'POST' | 'DELETE';
export const route = (method: Method, path: `/${string}`, roles: Role[], gate?: Gate) =>
  oc.$meta<RouteMeta>({ roles, ...(gate ? { gate } : {}) }).route({ method, path });

/** T3: the same request id gets the same answer. */
export const command = <S extends z.ZodRawShape>(shape: S) => z.object({ requestId: RequestId, ...shape });
/** `seq` of its last event. */
export const done = z.object({ seq: z.number().int() });
/** An unguessable link's last part (P3). */
export const Link = z.string().trim().max(64);
