/** The HTTP contract's doors under /api. No rule lives here. */
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { Procedure } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RequestHandler } from 'express';
import { contract } from '../../schema/api.ts';
import type { Role } from '../../schema/who.ts';
import { hasCookies, isHeavy, type Route } from '../ledger/subject/route.ts';
import { ROUTES } from '../subjects.ts';
import { languageOf } from './edge.ts';
import { type ApiParts, type Asked, given, guardedContract } from './guard.ts';
import { fromOf, setCookie } from './who.ts';

/** Throws at the start when a route declares no role, and answers every call under /api. */
export function createApi(parts: ApiParts): RequestHandler {
  const { hall, boards, reads } = parts;
  const guarded = guardedContract(parts);
  const router = guarded.router({
    ...(handlersOf(ROUTES, guarded) as object),
    boards: {
      kiosk: guarded.boards.kiosk.handler(() => boards.shared('kiosk')),
      display: guarded.boards.display.handler(() => boards.shared('display')),
      staff: guarded.boards.staff.handler(() => boards.shared('staff')),
    },
  } as never);
  assertRoles(contract);
  const handler = new OpenAPIHandler(router);
  let description: Promise<unknown> | null = null;

  /** Each route of the subjects behind the guard of its contract; subjects.ts has checked their types. */
  function handlersOf(routes: object, of: object, path: string[] = []): object {
    return Object.fromEntries(
      Object.entries(routes as Tree<Route<unknown, unknown>>).map(([name, route]) => {
        const door = (of as Tree<unknown>)[name] as object;
        const full = [...path, name];
        if (typeof route !== 'function') return [name, handlersOf(route, door, full)];
        if (isHeavy(route)) return [name, asWritten((door as Implementer).handler(answerBeside(full.join('.'))))];
        const answer = async ({ context, input }: { context: Asked; input: unknown }) => {
          const { actor, secret } = context.who;
          const reply = given(
            await route(hall, { actor, secret, from: fromOf(context.request) }, input),
            context.language,
          );
          if (!hasCookies(reply)) return reply;
          for (const cookie of reply.cookies) setCookie(context.response, cookie);
          return reply.answer;
        };
        return [name, (door as Implementer).handler(answer)];
      }),
    );
  }

  /** The process of heavy reads has checked the answer and written it out: it is sent as it is. */
  function answerBeside(route: string) {
    return async ({ context, input }: { context: Asked; input: unknown }) => {
      const { request, response, who, language } = context;
      const json = given(await reads.ask(route, { ...who, from: fromOf(request) }, input), language);
      response.setHeader('Content-Type', 'application/json').setHeader('Content-Length', json.length);
      return new Response(json as Uint8Array<ArrayBuffer>).body;
    };
  }
  return async (request, response, next) => {
    if (request.method === 'GET' && request.path === '/openapi.json') {
      description ??= describe();
      response.json(await description);
      return;
    }
    response.setHeader('Cache-Control', 'no-store');
    const language = languageOf(request);
    const { matched } = await handler.handle(request, response, {
      prefix: '/api',
      context: { request, response, language },
    });
    if (!matched) next();
  };
}

type Implemented = Procedure<never, never, never, never, never, never>;
type Implementer = { handler: (run: (asked: { context: Asked; input: unknown }) => Promise<unknown>) => Implemented };
type Tree<T> = { [name: string]: T | Tree<T> };

/** Without the check of its answer, which is made where the answer is. */
function asWritten(route: Implemented): unknown {
  return new Procedure({ ...route['~orpc'], outputSchema: undefined });
}

function assertRoles(tree: object, path: string[] = []): void {
  for (const [name, node] of Object.entries(tree)) {
    const meta = (node as { '~orpc'?: { meta?: { roles?: Role[] } } })['~orpc']?.meta;
    if (!('~orpc' in node)) assertRoles(node, [...path, name]);
    else if (!meta?.roles?.length) throw new Error(`the route ${[...path, name].join('.')} declares no role`);
  }
}

function describe() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(contract, { info: { title: 'Shouwen', version: '1' }, servers: [{ url: '/api' }] });
}
