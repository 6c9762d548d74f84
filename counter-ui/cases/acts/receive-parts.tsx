import { Checkbox, Radio } from 'antd';
import { materialText } from '../../../schema/catalogue/material.ts';
import { useApp } from '../../app-context.ts';
import { withinText } from '../case-clock.ts';
import type { PartsProps } from './forms.tsx';
import { WhoComes } from './who-comes.tsx';

type ItemsProps = Omit<PartsProps, 'one'> & { of: { id: string; 'zh-Hans': string; 'zh-Hant': string }[] };

export function Items({ of, fields, put }: ItemsProps) {
  const { language } = useApp();
  return (
    <Checkbox.Group
      className="items"
      value={fields.items}
      onChange={(items) => put({ items })}
      options={of.map((item) => ({ value: item.id, label: materialText(item, language) }))}
    />
  );
}

/** Of a notice (C7), whose last item may make the acceptance, or of a promise (C13). */
export function Receive({ one, fields, put }: PartsProps) {
  const { say } = useApp();
  const { notice, promise } = one;
  const missing = (notice ?? promise)?.items.filter(({ received }) => !received) ?? [];
  return (
    <>
      <WhoComes one={one} helper={fields.helper} put={(helper) => put({ helper })} />
      <Items of={missing} fields={fields} put={put} />
      {notice && (
        <Radio.Group
          className="decisions"
          value={fields.isExamined}
          onChange={(event) => put({ isExamined: event.target.value })}
          options={[
            { value: true, label: say('receiveExamined') },
            { value: false, label: say('receiveUnexamined', { within: withinText(say, one.acceptance) }) },
          ]}
        />
      )}
    </>
  );
}
