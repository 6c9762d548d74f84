import { Alert } from 'antd';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { matterFaults } from '../../../schema/catalogue/matter-faults.ts';
import { useApp } from '../../app-context.ts';

/** L3, A4: what readers of the other languages get in simplified Chinese, by language. */
export function MatterFaults({ matter }: { matter: Matter }) {
  const { say } = useApp();
  const faults = Object.groupBy(matterFaults(matter), ({ language }) => language);
  const sentences = (['zh-Hant', 'en'] as const).flatMap((language) => {
    const what = [...new Set((faults[language] ?? []).map((one) => say(`fault.${one.of}`, { what: one.what })))];
    return what.length === 0 ? [] : [say(`fault.${language}`, { what: what.join(say('listComma')) })];
  });
  if (sentences.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid={`faults-${matter.id}`}
      title={say('faultsLead')}
      description={
        <ul className="faults">
          {sentences.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      }
    />
  );
}
