import { Select } from 'antd';
import { MatterChannel, type MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import { DOMAINS, Domain } from '../../../../schema/catalogue/facts/domain.ts';
import { type CounterId, inLanguage } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { byLabel } from '../../../parts/counter-order.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import { TextsRow } from './texts-row.tsx';

/** L3: who may apply, by which ways, at which counters, and where. */
export function MatterScope({ draft, put }: { draft: MatterDraft; put: (part: Partial<MatterDraft>) => void }) {
  const { say, board } = useApp();
  const offered = board.rows.counters.filter(({ letters }) => letters.includes(draft.letter)).sort(byLabel);
  return (
    <>
      <TextsRow
        field="conditions"
        texts={draft.conditions}
        most={1000}
        isLong
        write={(conditions) => put({ conditions })}
      />
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
      <TextsRow field="place" texts={draft.place} most={200} write={(place) => put({ place })} />
    </>
  );
}

/** Art. 11–13. */
export function MatterDomain({ draft, put }: { draft: MatterDraft; put: (part: Partial<MatterDraft>) => void }) {
  const { say, language } = useApp();
  return (
    <Labelled label={say('field.domain')}>
      <Select<Domain | null>
        allowClear
        showSearch
        optionFilterProp="label"
        data-testid="matter-domain"
        placeholder={say('domainNone')}
        value={draft.domain ?? null}
        onChange={(domain) => put({ domain: domain ?? null })}
        options={[11, 12, 13].map((article) => ({
          label: say('domainArticle', { article }),
          options: Domain.options
            .filter((value) => DOMAINS[value].article === article)
            .map((value) => ({ value, label: inLanguage(DOMAINS[value].names, language) })),
        }))}
      />
    </Labelled>
  );
}
