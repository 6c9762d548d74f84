/** One setting: what it is, its value with its unit, its limits and the way back to its default. */
import { Button, InputNumber } from 'antd';
import { inUnit, type KnownSetting } from '../../../schema/hall/setting.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { isCount, storedOf, type Typed, typedOf, valueText } from './setting-words.ts';

type Props = { setting: KnownSetting; typed: Typed; isChanged: boolean; type: (typed: Typed) => void };

export function SettingField({ setting, typed, isChanged, type }: Props) {
  const { say, language } = useApp();
  const { key, unit, min, max, rules } = setting;
  const name = inLanguage(setting.name, language);
  const stored = storedOf(setting, typed);
  const isDefault = JSON.stringify(stored) === JSON.stringify(setting.default);
  const limits = { from: String(inUnit(min, unit)), to: valueText(say, unit, max) };
  const values = Array.isArray(typed) ? typed : [typed];
  const put = (at: number, value: number | null) =>
    type(Array.isArray(typed) ? typed.map((one, other) => (other === at ? value : one)) : value);
  return (
    <div className={`setting ${isChanged ? 'setting-changed' : ''}`} data-testid={`setting-${key}`}>
      <div className="setting-what">
        <b>{name}</b> <span className="soft">{say('settingsRule', { ids: rules.join(say('listComma')) })}</span>
        <p>{inLanguage(setting.meaning, language)}</p>
      </div>
      <div className="setting-value">
        <div className="setting-inputs">
          {values.map((value, at) => (
            <InputNumber<number>
              // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one setting keep their places
              key={at}
              aria-label={values.length > 1 ? say('settingNth', { name, nth: at + 1 }) : name}
              aria-invalid={stored === null}
              status={stored === null ? 'error' : ''}
              value={value}
              suffix={say(`unit.${unit}`)}
              controls={false}
              onChange={(next) => put(at, next)}
            />
          ))}
        </div>
        {stored === null ? (
          <p className="setting-wrong" role="alert" data-testid={`wrong-${key}`}>
            {say(isCount(unit) ? 'settingWrongWhole' : 'settingWrong', limits)}
          </p>
        ) : (
          <p className="soft">{say('settingLimits', limits)}</p>
        )}
      </div>
      <div className="setting-default">
        <span className="soft">{say('settingDefault', { value: valueText(say, unit, setting.default) })}</span>
        {!isDefault && (
          <Button
            size="small"
            type="link"
            data-testid={`reset-${key}`}
            onClick={() => type(typedOf({ ...setting, value: setting.default }))}
          >
            {say('settingReset')}
          </Button>
        )}
      </div>
    </div>
  );
}
