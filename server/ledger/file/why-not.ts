/** Why a hall does not start: one sentence each that says what to do. docs/operate.md explains every one (S1). */

/** Of its folder. */
export const FOLDER_WHY_NOT = {
  'no-folder': (dir: string, why: string) => `the folder ${dir} cannot be used (${why}); choose another DATA_DIR`,
  'folder-not-ours': (dir: string) =>
    `${dir} is open to others and belongs to another account; run the hall as that account, or choose another DATA_DIR`,
  'folder-shared': (dir: string) =>
    `${dir} is open to others and holds other things than a hall; give the hall a folder of its own with DATA_DIR`,
  'disk-full': (dir: string) => `the disk of ${dir} is full; make room on it, and start again`,
  'file-unusable': (dir: string, name: string, why: string) =>
    `${dir}/${name} cannot be used (${why}); let the account that runs the hall read and write what belongs there, and start again`,
  'runs-already': () => 'another process runs this hall; stop it first, or choose another DATA_DIR',
  'keys-missing': (dir: string) =>
    `${dir}/keys is missing; without it no name, telephone or link can be read: put it back`,
  'keys-open': (dir: string) => `${dir}/keys can be read by others; run: chmod 600 ${dir}/keys`,
  'keys-spoilt': (dir: string) => `${dir}/keys does not hold the hall's keys; put back the copy of it`,
  'keys-wrong': (dir: string) =>
    `${dir}/keys is of another hall than the file hall.db beside it; put back the keys of this hall`,
  'file-missing': (dir: string) =>
    `${dir} has a hall's keys, but no hall.db; restore a backup: npm run hall -- restore FILE`,
  'file-empty': (dir: string) => `${dir}/hall.db is empty; restore a backup: npm run hall -- restore FILE`,
  'file-foreign': (dir: string) =>
    `${dir}/hall.db is no hall's file; put the right one back, or restore a backup: npm run hall -- restore FILE`,
  'file-damaged': (dir: string, why: string) =>
    `${dir}/hall.db is damaged (${why}); restore a backup: npm run hall -- restore FILE`,
  'file-newer': (dir: string) =>
    `${dir}/hall.db was written by a newer Shouwen; run that one, or restore a copy that was made before it: npm run hall -- restore FILE`,
  'events-newer': (dir: string, kinds: string) =>
    `${dir}/hall.db has events of a newer Shouwen (${kinds}); run that one`,
  'log-missing': (dir: string) =>
    `${dir}/hall.db-wal is missing although the hall did not end in order, so what was acknowledged last may be lost; put that file back, restore a backup, or go on without: npm run hall -- accept-loss`,
  'events-missing': (dir: string, has: string, had: string) =>
    `${dir}/hall.db ends with event ${has}, but the hall had reached event ${had}, so what was acknowledged is lost; put the right file back, restore a backup, or go on without: npm run hall -- accept-loss`,
} as const;

/** Of its machine; of its Redis: server/gateways/own-redis.ts. */
export const MACHINE_WHY_NOT = {
  'node-old': (floor: string, has: string) => `Node ${floor} is needed, this is ${has}; start with: npm start`,
  'sqlite-old': (has: string, floor: string) =>
    `this program's SQLite ${has} is too old, ${floor} or newer is needed; remove the folder node_modules and start with: npm start`,
  'not-durable': (level: string) =>
    `this program's SQLite does not keep to synchronous=FULL (it is at ${level}), so a power cut could lose what was acknowledged; remove the folder node_modules and start with: npm start`,
  'port-taken': (port: string) => `port ${port} is taken; choose another with PORT`,
  'port-not-ours': (port: string) => `port ${port} is not for this account; choose another with PORT`,
  'address-elsewhere': (host: string) => `${host} is no address of this machine; choose another with HOST`,
} as const;

const WHY_NOT = { ...FOLDER_WHY_NOT, ...MACHINE_WHY_NOT };

type WhyNot = keyof typeof WHY_NOT;

export function whyNot<K extends WhyNot>(kind: K, ...facts: Parameters<(typeof WHY_NOT)[K]>): Error {
  const sentence = WHY_NOT[kind] as (...facts: Parameters<(typeof WHY_NOT)[K]>) => string;
  return Object.assign(new Error(sentence(...facts)), { whyNot: kind });
}

export function isWhyNot(fault: unknown, kind?: WhyNot): boolean {
  if (typeof fault !== 'object' || fault === null || !('whyNot' in fault)) return false;
  return kind === undefined || fault.whyNot === kind;
}
