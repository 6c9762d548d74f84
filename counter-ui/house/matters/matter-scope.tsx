import { Input, Select } from 'antd';
import { MatterChannel, type MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import { LANGUAGES } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';

const NOBODY = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

/** L3: who may apply, and by which ways. */
export function MatterScope({ draft, put }: { draft: MatterDraft; put: (part: Partial<MatterDraft>) => void }) {
  const { say } = useApp();
  const conditions = draft.conditions ?? NOBODY;
  const write = (texts: typeof NOBODY) =>
    put({ conditions: Object.values(texts).every((one) => one === '') ? null : texts });
  return (
    <>
      <div className="field-row">
        {LANGUAGES.map((code) => (
          <Labelled key={code} label={say(`conditions.${code}`)}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 4 }}
              maxLength={code === 'en' ? 2000 : 1000}
              data-testid={`matter-conditions-${code}`}
              value={conditions[code]}
              onChange={(event) => write({ ...conditions, [code]: event.target.value })}
            />
          </Labelled>
        ))}
      </div>
      <Labelled label={say('field.channels')}>
        <Select<MatterChannel[]>
          mode="multiple"
          allowClear
          data-testid="matter-channels"
          value={draft.channels ?? []}
          onChange={(channels) => put({ channels: channels.length === 0 ? null : channels })}
          options={MatterChannel.options.map((value) => ({ value, label: say(`channel.${value}`) }))}
        />
      </Labelled>
    </>
  );
}
