import { Input, Select } from 'antd';
import { MatterChannel, type MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import { type CounterId, LANGUAGES } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { byLabel } from '../../../parts/counter-order.ts';
import { Labelled } from '../../../parts/labelled.tsx';

const NOBODY = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

/** L3: who may apply, by which ways, and at which counters. */
export function MatterScope({ draft, put }: { draft: MatterDraft; put: (part: Partial<MatterDraft>) => void }) {
  const { say, board } = useApp();
  const offered = board.rows.counters.filter(({ letters }) => letters.includes(draft.letter)).sort(byLabel);
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
      <Labelled label={say('field.counters')} help={say('matterCountersHelp')}>
        <Select<CounterId[]>
          mode="multiple"
          allowClear
          data-testid="matter-counters"
          placeholder={say('countersAll', { group: draft.letter })}
          value={draft.counters ?? []}
          onChange={(counters) => put({ counters: counters.length === 0 ? null : counters })}
          options={offered.map(({ id, label }) => ({ value: id, label: say('counterNamed', { label }) }))}
        />
      </Labelled>
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
