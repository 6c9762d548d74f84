/** `/readyz`: whether the hall can take something in, for whatever restarts or alarms; what is wrong is told inside only. */
import { BlockList, isIPv6 } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { troubleSentence } from '../../schema/hall/trouble.ts';
import type { Hall } from '../ledger/hall.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

type Asked = { hall: Hall; later: () => object /** Of the last good one. */; backup: () => object | null };

/** 200 while wishes are taken, `ready` or `degraded`; else 503, `not-ready`. */
export function ready({ hall, later, backup }: Asked): RequestHandler {
  return (request, response) => {
    const troubles = hall.condition.troubles();
    const isReady = troubles.every(({ level }) => level === 'degraded');
    const phase = isReady ? (troubles.length > 0 ? 'degraded' : 'ready') : 'not-ready';
    const told = troubles.map((trouble) => ({ ...trouble, sentence: troubleSentence(trouble, 'en') }));
    const detail = isInside(request) ? { later: later(), backup: backup(), troubles: told } : {};
    response.status(isReady ? 200 : 503).json({ phase, ...detail });
  };
}

/** From this machine itself: what a proxy brought is from outside, whoever the proxy is. */
function isInside({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isProxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isProxied && address !== '' && LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
