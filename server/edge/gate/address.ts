/** From which address somebody asks: the one that a believed proxy names, never one that a stranger wrote (S2). */
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Whether the address of that hop, counted from the hall, is a proxy that is believed (Express's `trust proxy fn`). */
export type Trust = (address: string, hop: number) => boolean;
export type Place = (request: IncomingMessage) => string;

/** `Forwarded-For` is read from its end, as far as those who wrote it are believed. */
export function placeBy(trusts: Trust): Place {
  return (request) => {
    const named = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const hops = named.map((one) => one.trim()).filter(Boolean);
    let address = request.socket.remoteAddress ?? '';
    for (let hop = 0; hops.length > 0 && trusts(address, hop); hop++) address = hops.pop()!;
    return placeOf(address);
  };
}

/** One subscriber has a whole /64 of IPv6; an IPv4 address is itself, in whatever form it comes. */
export function placeOf(address: string): string {
  const plain = address.split('%')[0]!;
  if (!isIPv6(plain)) return address.slice(0, LONGEST);
  const [head = '', tail] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  if (groups.slice(0, 6).join() === MAPPED) {
    const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16)) as [number, number];
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** IPv4 within IPv6. */
const MAPPED = '0,0,0,0,0,ffff';
/** A proxy may name what is no address; a key stays short all the same. */
const LONGEST = 45;

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
