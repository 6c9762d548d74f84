import { feeText } from '../../../schema/catalogue/facts/in-languages.ts';
import { materialText } from '../../../schema/catalogue/material.ts';
import { inLanguage, type MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { withinText } from '../../cases/case-clock.ts';

/** What the catalogue says of a matter: limit, fee, department, and, where it is not listed beside, what the resident has to bring. */
export function MatterFacts({ matterId, listed = true }: { matterId: MatterId; listed?: boolean }) {
  const { say, matters, language } = useApp();
  const matter = matters.get(matterId);
  if (!matter) return <p className="soft">{say('matterGone')}</p>;
  const { limitDays, limitUnit } = matter;
  const limit =
    limitDays === null
      ? say('limitNone')
      : limitDays === 0
        ? say('limitAtOnce')
        : say(limitUnit === 'working' ? 'limitWorking' : 'limitCalendar', { days: limitDays });
  return (
    <div className="matter-facts">
      <p className="soft">
        {matter.acceptance && <span>{say('stageOwn', { within: withinText(say, matter.acceptance) })}</span>}
        <span>{limit}</span>
        <span>{feeText(matter.fee, language)}</span>
        <span>{inLanguage(matter.department, language)}</span>
        <span>{say('typicalMinutes', { minutes: matter.typicalMinutes })}</span>
        {matter.place && <span>{inLanguage(matter.place, language)}</span>}
      </p>
      {!listed ? null : matter.materials.length > 0 ? (
        <ol className="materials" aria-label={say('materials')}>
          {matter.materials.map((material) => (
            <li key={material.id}>{materialText(material, language)}</li>
          ))}
        </ol>
      ) : (
        <p className="soft">{say('noMaterials')}</p>
      )}
    </div>
  );
}
