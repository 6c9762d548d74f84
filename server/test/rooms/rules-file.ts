/** Reads docs/rules.md and says what is wrong with it. Pure: it sees files through `project` alone. */

type Place = { file: string; names: string[] };
type Proof = { file: string; title: string };
export type Rule = { id: string; text: string; lives: Place[]; proofs: Proof[]; missing: string };
/** A test's title: the ids it carries, and what it says without them. */
export type Title = { ids: string[]; says: string };
/** `read` answers with the text of a file, or null where there is none. */
export type Project = { read: (file: string) => string | null; tests: readonly string[] };

/** A title with fewer words has no room for subject, action and result. */
const FEWEST_WORDS = 4;
const NOT_BUILT = /^not built/i;
const LABELS = ['Lives', 'Proof', 'Missing'];

/** What is wrong, one sentence each; nothing where the file and the project agree. */
export function faultsOf(markdown: string, project: Project): string[] {
  const { contents, rules, faults } = readRules(markdown);
  const ids = rules.map((rule) => rule.id);
  for (const id of twice(ids)) faults.push(`${id} has two sections`);
  for (const id of twice(contents)) faults.push(`${id} is twice in the contents`);
  for (const id of ids) if (!contents.includes(id)) faults.push(`${id} is not in the contents`);
  for (const id of contents) if (!ids.includes(id)) faults.push(`${id} is in the contents and has no section`);
  const titles = project.tests.flatMap((file) => titlesOf(project.read(file) ?? '').map((one) => ({ file, ...one })));
  return [
    ...faults,
    ...rules.flatMap((rule) => faultsOfRule(rule, project).map((fault) => `${rule.id}: ${fault}`)),
    ...titles.flatMap((title) => faultsOfTitle(title, rules).map((fault) => `${title.file}: “${title.says}” ${fault}`)),
  ];
}

/** The ids of the contents, and each rule's section under its own heading: text first, then the labelled items. */
export function readRules(markdown: string): { contents: string[]; rules: Rule[]; faults: string[] } {
  const [front = '', ...sections] = markdown.split(/^### /m);
  const faults: string[] = [];
  const rules = sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const id = heading.trim();
    if (!/^[A-Z]\d+$/.test(id)) faults.push(`the heading “${id}” is no id of a rule`);
    // The heading of the next group ends a section.
    const [text = '', ...items] = (lines.join('\n').split(/^## /m)[0] ?? '').split(/^- /m).map(oneLine);
    const found: Record<string, string> = {};
    for (const item of items) {
      const [, label = '', value = ''] = /^\*\*(.+?):\*\*(.*)$/.exec(item) ?? [];
      if (!LABELS.includes(label)) faults.push(`${id}: “${item.slice(0, 30)}” is none of ${LABELS.join(', ')}`);
      else if (label in found) faults.push(`${id}: ${label} stands there twice`);
      found[label] = value.trim();
    }
    const proof = pairsOf(found.Proof ?? '');
    const proofs = proof.flatMap(({ file, titles }) => titles.map((title) => ({ file, title })));
    return { id, text, lives: pairsOf(found.Lives ?? ''), proofs, missing: found.Missing ?? '' };
  });
  return { contents: [...front.matchAll(/\[([A-Z]\d+)\]\(#/g)].map(([, id]) => id!), rules, faults };
}

/** The titles of a test file that carry ids; only what is given to `it` or `test`, and runs. */
export function titlesOf(source: string): Title[] {
  const found = source.matchAll(/(?:\b(?:it|test)|\))\(\s*(['"`])((?:\[[A-Z]\d+\]\s*)+)(.*?)\1,/g);
  return [...found].map(([, , ids = '', says = '']) => ({
    ids: [...ids.matchAll(/[A-Z]\d+/g)].map(([id]) => id),
    says,
  }));
}

/** A relative word or a pronoun in front belongs to a word outside the title. */
const LEANING =
  /^(?:that|who|whose|which|it|its|they|their|them|this|these|those|he|his|she|her|and|also|then|one (?:that|who|whose|with|without))\b/i;

/** Titles that cannot be read alone, with rules or without. */
export function leans(source: string): string[] {
  const titles = source.matchAll(/(?:\b(?:it|test)|\))\(\s*(['"`])((?:\[[A-Z]\d+\]\s*)*)(.*?)\1,/g);
  return [...titles].flatMap(([, , , says = '']) => (LEANING.test(says) ? [says] : []));
}

/** Whether the file declares this name itself, at its outermost level. */
export function declares(source: string, name: string): boolean {
  const kinds = 'function\\*?|const|let|class|type|interface|enum';
  return (
    /^[A-Za-z_]\w*$/.test(name) && new RegExp(`^(?:export )?(?:async )?(?:${kinds}) ${name}(?!\\w)`, 'm').test(source)
  );
}

function faultsOfRule(rule: Rule, project: Project): string[] {
  const { text, lives, proofs, missing } = rule;
  const faults: string[] = [];
  if (wordsIn(text) < FEWEST_WORDS) faults.push('its text is missing');
  const notBuilt = NOT_BUILT.test(missing);
  if (notBuilt && proofs.length > 0) faults.push('it is not built and has a proof');
  if (!notBuilt && lives.length === 0) faults.push('it does not say where it lives');
  if (!missing && proofs.length === 0) faults.push('it has no proof and says nothing of what is missing');
  for (const { file, names } of lives) {
    const source = project.read(file);
    if (source === null) faults.push(`there is no ${file}`);
    else if (names.length === 0) faults.push(`it names nothing in ${file}`);
    else for (const name of names) if (!declares(source, name)) faults.push(`${file} declares no ${name}`);
  }
  return [...faults, ...proofs.flatMap((proof) => faultsOfProof(rule, proof, project))];
}

function faultsOfProof({ id }: Rule, { file, title }: Proof, project: Project): string[] {
  if (!project.tests.includes(file)) return [`${file} is no test`];
  if (wordsIn(title) < FEWEST_WORDS) return [`“${title}” is too short to prove anything`];
  const own = titlesOf(project.read(file) ?? '').filter((one) => one.ids.includes(id));
  const found = own.filter((one) => one.says.startsWith(title));
  if (found.length === 0) return [`${file} has no test of ${id} titled “${title}”`];
  return found.length === 1 || found.some((one) => one.says === title)
    ? []
    : [`“${title}” begins two tests of ${file}`];
}

function faultsOfTitle({ ids, says }: Title, rules: Rule[]): string[] {
  const faults = wordsIn(says) < FEWEST_WORDS ? ['says too little'] : [];
  for (const id of ids) {
    const rule = rules.find((one) => one.id === id);
    if (!rule) faults.push(`names ${id}, which is no rule`);
    else if (NOT_BUILT.test(rule.missing)) faults.push(`names ${id}, which is said to be not built`);
  }
  return faults;
}

/** `file` `name` `name` “title” “title”; `file` … */
function pairsOf(value: string): (Place & { titles: string[] })[] {
  const pairs: (Place & { titles: string[] })[] = [];
  for (const [, code, title] of value.matchAll(/`([^`]+)`|“([^”]+)”/g)) {
    const last = pairs.at(-1);
    if (code?.includes('/') || !last) pairs.push({ file: code ?? '', names: [], titles: title ? [title] : [] });
    else if (code) last.names.push(code);
    else last.titles.push(title!);
  }
  return pairs;
}

/** Without the placeholders of a table of tests and of a template. */
function wordsIn(text: string): number {
  return text.replace(/\$\{[^}]*\}|\$\w+|%[a-z]/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function twice(ids: string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
