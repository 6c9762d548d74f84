/** Traces of an XES file (IEEE 1849), one after the other as the text comes: no DTD, no entity but those of XML. */
import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ATTRIBUTE_KINDS, type Attribute, type AttributeKind } from '../../../schema/cases/log/attribute.ts';
import { DEEP_MOST, type LogTrace, nameOf, type Tell, wrongValue } from './log.ts';

const KINDS = new Set<string>(ATTRIBUTE_KINDS);
/** Of the log itself; what stands in them is of no case. */
const OF_LOG = new Set(['extension', 'global', 'classifier']);

/** What is open: the elements from the log down, each with where its attributes go. */
type Open = { name: string; into: Attribute[] | null };

/** Throws a sentence where the file is no XES at all; what is wrong within it is told with its line. */
export async function* readXes(text: Readable, file: string, tell: Tell): AsyncGenerator<LogTrace> {
  const ready: LogTrace[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: Open[] = [];
  let [trace, hasLog]: [LogTrace | null, boolean] = [null, false];
  const fail = (what: string): never => {
    throw new Error(`${file}, line ${parser.line}: ${what}`);
  };
  const fault = (what: string) => tell(parser.line, trace ? nameOf(trace) : '', what);

  parser.on('error', (error) => fail(`no well-formed XML (${error.message.replace(/^.*?\d+:\d+: /, '')})`));
  parser.on('doctype', () => fail('it has a DOCTYPE, which no case log needs; take it out'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?8$/i.test(encoding)) fail(`it says that it is ${encoding}; save it as UTF-8`);
  });
  parser.on('text', (words) => {
    if (trace && words.trim() !== '') fault(`words that are no attribute: ${words.trim().slice(0, 20)}`);
  });
  parser.on('opentag', (tag) => {
    const name = tag.name.replace(/^.*:/, '');
    const parent = open.at(-1);
    if (!parent) {
      if (name !== 'log') fail(`an XES file begins with <log>, not <${name}>`);
      hasLog = true;
      open.push({ name, into: null });
    } else if (name === 'trace' && parent.name === 'log') {
      trace = { line: parser.line, attributes: [], events: [] };
      open.push({ name, into: trace.attributes });
    } else if (name === 'event' && parent.name === 'trace') {
      const event = { line: parser.line, attributes: [] };
      trace!.events.push(event);
      open.push({ name, into: event.attributes });
    } else open.push({ name, into: attributeIn(parent, name, tag) });
  });
  parser.on('closetag', () => {
    const { name } = open.pop()!;
    if (name === 'trace' && open.length === 1) {
      ready.push(trace!);
      trace = null;
    }
  });

  /** Where what stands under this element goes; null: nowhere. */
  function attributeIn(parent: Open, name: string, { attributes }: SaxesTagPlain): Attribute[] | null {
    if (parent.into === null) {
      if (parent.name === 'log' && !KINDS.has(name) && !OF_LOG.has(name)) fault(`<${name}> has no place in a log`);
      return null;
    }
    // The values of a list, and its attributes in older files.
    if (name === 'values' && parent.name === 'list') return parent.into;
    if (!KINDS.has(name)) {
      fault(
        name === 'trace' || name === 'event' ? `a <${name}> inside a <${parent.name}>` : `<${name}> is no attribute`,
      );
      return null;
    }
    const kind = name as AttributeKind;
    const hasNone = kind === 'list' || kind === 'container';
    const { key = '', value = hasNone ? '' : undefined } = attributes;
    const inTrace = parent.name === 'trace' || parent.name === 'event';
    if (open.length > DEEP_MOST) fault(`${key} stands more than ${DEEP_MOST} deep`);
    else if (key === '') fault(`a <${name}> without a key`);
    else if (value === undefined) fault(`${key} has no value`);
    else if (inTrace && parent.into.some((one) => one.key === key)) fault(`${key} is there twice`);
    else {
      const wrong = wrongValue(kind, key, value);
      if (wrong) fault(wrong);
      const one: Attribute = { kind, key, value };
      parent.into.push(one);
      const under: Attribute[] = [];
      one.under = under;
      return under;
    }
    return null;
  }

  for await (const chunk of text) {
    parser.write(chunk as string);
    yield* ready.splice(0);
  }
  parser.close();
  yield* ready.splice(0);
  if (!hasLog) throw new Error(`${file} is empty`);
}
