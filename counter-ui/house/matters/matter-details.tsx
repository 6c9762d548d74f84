/** L1, L3, C8, C9: what the catalogue says of a matter beside its limit, fee and department, on its row. */
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { DOMAINS } from '../../../schema/catalogue/facts/domain.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { withinText } from '../../cases/case-clock.ts';
import { byLabel } from '../../parts/counter-order.ts';
import { fieldText } from '../history/history-words.ts';

type Field = 'domain' | 'place' | 'acceptance' | 'extensionDays' | 'pauses' | 'conditions' | 'channels' | 'counters';
/** Their text takes the whole width. */
const LONG: ReadonlySet<Field | 'basis'> = new Set(['pauses', 'conditions', 'basis']);

export function MatterDetails({ matter }: { matter: Matter }) {
  const { say, language, board } = useApp();
  const { domain, place, acceptance, extensionDays, limitUnit, pauses, conditions, channels, counters, basis } = matter;
  const named = board.rows.counters.filter(({ id }) => counters?.includes(id)).sort(byLabel);
  const lines: [Field | 'basis', string][] = [
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
    ['pauses', pauses ? pauses.map(pauseText).join('\n') : say('pausesByLaw')],
    ['conditions', conditions ? inLanguage(conditions, language) : '—'],
    ['basis', inLanguage(basis, language) || '—'],
  ];
  function extensionText({ limitDays }: Matter): string {
    if (limitDays === null) return '—';
    if (extensionDays == null) return say('extensionBySetting');
    return extensionDays === 0 ? say('extensionNone') : say(`stage.${limitUnit}`, { days: extensionDays });
  }
  function pauseText({ kind, basis: on, counts }: NonNullable<Matter['pauses']>[number]): string {
    return [say(`pause.${kind}`), on, ...(counts ? [say('pauseCounts')] : [])].join(' · ');
  }
  return (
    <dl className="matter-details" data-testid={`details-${matter.id}`}>
      {lines.map(([field, text]) => (
        <Detail
          key={field}
          label={fieldText({ say, language, settings: new Map(), labels: new Map() }, field)}
          text={text}
          isLong={LONG.has(field)}
        />
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
