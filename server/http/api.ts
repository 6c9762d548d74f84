/** The HTTP contract's doors under /api. No rule lives here. */
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RequestHandler } from 'express';
import { contract } from '../../schema/api.ts';
import type { Role } from '../../schema/who.ts';
import { administrationRoutes } from './api-administration.ts';
import { counterRoutes } from './api-counter.ts';
import { ticketRoutes } from './api-tickets.ts';
import { languageOf } from './edge.ts';
import { type ApiParts, guardedContract } from './guard.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** Throws at the start when a route declares no role, and answers every call under /api. */
export function createApi(parts: ApiParts): RequestHandler {
  const guarded = guardedContract(parts);
  const router = guarded.router({
    ...ticketRoutes(guarded, parts),
    ...counterRoutes(guarded, parts),
    ...administrationRoutes(guarded, parts),
  });
  assertRoles(contract);
  const handler = new OpenAPIHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize: MAX_BODY_BYTES })] });
  let description: Promise<unknown> | null = null;
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
