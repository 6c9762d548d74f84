/** L1, L3, C8, C9: what the catalogue says of a matter beside its limit, fee and department, on its row. */
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { DOMAINS } from '../../../schema/catalogue/facts/domain.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { withinText } from '../../cases/case-clock.ts';
import { byLabel } from '../../parts/counter-order.ts';
import type { WordKey } from '../../words/speak.ts';
import { pauseText } from '../history/history-words.ts';

const LABELS = {
  acceptance: 'detail.acceptance',
  extensionDays: 'detail.extensionDays',
  domain: 'detail.domain',
  place: 'field.place',
  channels: 'field.channels',
  counters: 'field.counters',
  pauses: 'field.pauses',
  conditions: 'field.conditions',
  basis: 'field.basis',
} satisfies Partial<Record<keyof Matter, WordKey>>;
type Field = keyof typeof LABELS;
/** Their text takes the whole width. */
const LONG: ReadonlySet<Field> = new Set<Field>(['pauses', 'conditions', 'basis']);

export function MatterDetails({ matter }: { matter: Matter }) {
  const { say, language, board } = useApp();
  const { domain, place, acceptance, extensionDays, limitUnit, pauses, conditions, channels, counters, basis } = matter;
  const named = board.rows.counters.filter(({ id }) => counters?.includes(id)).sort(byLabel);
  const lines: [Field, string][] = [
    [
      'acceptance',
      acceptance ? withinText(say, acceptance) : say('acceptanceLegal', { within: withinText(say, null) }),
    ],
    ['extensionDays', extensionText(matter)],
    ['domain', domain ? inLanguage(DOMAINS[domain].names, language) : '—'],
    ['place', place ? inLanguage(place, language) : '—'],
    ['channels', channels?.map((one) => say(`channel.${one}`)).join(say('listComma')) ?? '—'],
    [
      'counters',
      counters
        ? named.map(({ label }) => say('counterNamed', { label })).join(say('listComma'))
        : say('countersAll', { group: matter.letter }),
    ],
    ['pauses', pauses ? pauses.map((one) => pauseText(say, one)).join('\n') : say('pausesByLaw')],
    ['conditions', conditions ? inLanguage(conditions, language) : '—'],
    ['basis', inLanguage(basis, language) || '—'],
  ];
  function extensionText({ limitDays }: Matter): string {
    if (limitDays === null) return '—';
    if (extensionDays == null) return say('extensionBySetting');
    return extensionDays === 0 ? say('extensionNone') : say(`stage.${limitUnit}`, { days: extensionDays });
  }
  return (
    <dl className="matter-details" data-testid={`details-${matter.id}`}>
      {lines.map(([field, text]) => (
        <Detail key={field} label={say(LABELS[field])} text={text} isLong={LONG.has(field)} />
      ))}
    </dl>
  );
}

function Detail({ label, text, isLong }: { label: string; text: string; isLong: boolean }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={isLong ? 'long' : ''}>{text}</dd>
    </>
  );
}
