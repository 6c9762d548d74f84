/** Traces as XES text (IEEE 1849-2016), a piece a trace. */
import type { Attribute } from '../../../schema/cases/log/attribute.ts';
import type { Trace } from './traces.ts';

const EXTENSIONS = {
  Concept: 'concept',
  Lifecycle: 'lifecycle',
  Organizational: 'org',
  Time: 'time',
  Identity: 'identity',
};

export function* xesOf(traces: Iterable<Trace>): Generator<string> {
  const extensions = Object.entries(EXTENSIONS).map(
    ([name, prefix]) =>
      `<extension name="${name}" prefix="${prefix}" uri="http://www.xes-standard.org/${prefix}.xesext"/>`,
  );
  yield `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<log xes.version="1849-2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">',
    ...extensions,
    '<classifier name="Activity" keys="concept:name lifecycle:transition"/>',
    '<string key="lifecycle:model" value="standard"/>',
  ].join('\n')}\n`;
  for (const { attributes, events } of traces) {
    const inside = events.map((one) => `<event>\n${one.map(attributeText).join('')}</event>\n`);
    yield `<trace>\n${attributes.map(attributeText).join('')}${inside.join('')}</trace>\n`;
  }
  yield '</log>\n';
}

function attributeText({ kind, key, value, under = [] }: Attribute): string {
  const hasNone = kind === 'list' || kind === 'container';
  const open = `<${kind} key="${escaped(key)}"${hasNone ? '' : ` value="${escaped(value)}"`}`;
  if (under.length === 0) return `${open}/>\n`;
  const inside = under.map(attributeText).join('');
  return `${open}>\n${kind === 'list' ? `<values>\n${inside}</values>\n` : inside}</${kind}>\n`;
}

/** Line ends and tabs, too: a reader of XML would make spaces of them. */
function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
