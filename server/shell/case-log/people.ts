/** Who a log's resources are in this hall: by the map, the account, or the name; otherwise somebody who worked here before. */
import type { ClerkId } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { faultOfName, nameKey } from '../../../schema/typed/names.ts';
import { personalNumber } from '../../../schema/typed/personal-number.ts';
import type { FormerClerk } from '../../cases/acts/imported/import-cases.ts';
import type { Tables } from '../../ledger/table.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { shortened } from './log.ts';
import type { LogMap } from './map-file.ts';

/** Null: nobody of the staff. A text: what is wrong with the resource. */
export type Who = { id: ClerkId } | null | string;

export type People = {
  whoIs: (resource: string) => Who;
  /** As the log calls them, and their accounts here. */
  known: { resource: string; account: string }[];
  /** Those whom the hall did not know, in the order in which they came. */
  former: FormerClerk[];
  mayHave: (id: ClerkId) => boolean;
};

/** P1: an event names its resource as the log does, in the clear. */
const PERSONAL = 'the resource holds a mobile or an identity number; take it out of the file, or map it to null';

/** Of one reading of a file: the same resource is the same person. */
export function peopleOf(from: Tables, { people: told = {} }: LogMap, newId: () => string): People {
  const all = [...from.read(clerks).all().values()];
  const byName = Map.groupBy(all, ({ name }) => nameKey(name));
  const asked = new Map<string, Who>();
  const former: FormerClerk[] = [];
  const here: People['known'] = [];

  function find(resource: string): Who {
    if (Object.hasOwn(told, resource)) {
      const account = told[resource]!;
      if (account === null) return null;
      if (isPersonal(resource)) return PERSONAL;
      return (
        from.read(clerks).byAccount(account) ??
        `${shortened(resource)} is ${account} in the map, which is no account here`
      );
    }
    const named = from.read(clerks).byAccount(resource) ?? oneOf(byName.get(nameKey(resource)) ?? [], resource);
    if (named) return named;
    // Of a person's number nobody is told in the ledger (P1).
    if (isPersonal(resource)) return PERSONAL;
    if (faultOfName(resource) && !/^[\p{L}\p{N}._ -]{1,60}$/u.test(resource))
      return `the resource ${shortened(resource)} can be no name; map it to an account, or to null`;
    const one = { id: newId() as ClerkId, name: resource };
    former.push(one);
    return one;
  }

  return {
    known: here,
    former,
    whoIs(resource) {
      const who = asked.has(resource) ? asked.get(resource)! : find(resource);
      if (!asked.has(resource) && isClerk(who)) here.push({ resource, account: who.account });
      asked.set(resource, who);
      return who;
    },
    mayHave: (id) => all.some((one) => one.id === id && one.active && !one.blocked && one.role !== 'administrator'),
  };
}

function isClerk(who: Who | Clerk): who is Clerk {
  return typeof who === 'object' && who !== null && 'account' in who;
}

/** Whoever is here still goes before a namesake who has left. */
function oneOf(named: readonly Clerk[], resource: string): Clerk | string | null {
  const here = named.filter(({ active }) => active);
  const [one, another] = here.length > 0 ? here : named;
  if (another) return `two people here are called ${shortened(resource)}; map the name to an account`;
  return one ?? null;
}

/** What nobody may find in a ledger: it stands in the clear. */
export function isPersonal(text: string): boolean {
  return personalNumber(text) !== null;
}
