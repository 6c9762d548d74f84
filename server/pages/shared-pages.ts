/** Pages that are the same for everybody, kept until something changes: fifty readers cost one rendering (S2). */

export type SharedPages = {
  /** The page of that key as it is now, or what `make` says; null is not kept. */
  get: (version: string, key: string, make: () => Promise<string | null>) => Promise<string | null>;
};

/** A large hall has 100 matters in three languages; more are addresses that somebody invents. */
const MOST = 400;

export function createSharedPages(most = MOST): SharedPages {
  const pages = new Map<string, Promise<string | null>>();
  let of = '';
  return {
    get(version, key, make) {
      if (version !== of) pages.clear();
      of = version;
      const known = pages.get(key);
      if (known) return known;
      const made = make();
      // The oldest goes first.
      if (pages.size >= most) pages.delete(pages.keys().next().value!);
      pages.set(key, made);
      const forget = () => pages.get(key) === made && pages.delete(key);
      made.then((html) => html === null && forget(), forget);
      return made;
    },
  };
}
