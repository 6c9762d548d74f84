import type { MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';

/** What the catalogue says of a matter: limit, fee, department, and what the resident has to bring. */
export function MatterFacts({ matterId }: { matterId: MatterId }) {
  const { say, matters, language } = useApp();
  const matter = matters.get(matterId);
  if (!matter) return <p className="soft">{say('matter-gone')}</p>;
  const { limitDays, limitUnit } = matter;
  const limit =
    limitDays === null
      ? say('limit-none')
      : limitDays === 0
        ? say('limit-at-once')
        : say(limitUnit === 'working' ? 'limit-working' : 'limit-calendar', { days: limitDays });
  const script = language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  return (
    <div className="matter-facts">
      <p className="soft">
        <span>{limit}</span>
        <span>{matter.fee}</span>
        <span>{matter.department}</span>
        <span>{say('typical-minutes', { minutes: matter.typicalMinutes })}</span>
      </p>
      {matter.materials.length > 0 ? (
        <ol className="materials" aria-label={say('materials')}>
          {matter.materials.map((material) => (
            <li key={material['zh-Hans']}>{material[script]}</li>
          ))}
        </ol>
      ) : (
        <p className="soft">{say('no-materials')}</p>
      )}
    </div>
  );
}
