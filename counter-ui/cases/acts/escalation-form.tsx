/** C4: the supervisor's answer names whose a case is, and moves it there. */
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { type AgencyId, type ClerkId, inLanguage, type Letter } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import type { Form, PartsProps } from './forms.tsx';

const LEAST = 2;
const STAYS = 'stays';

export const ESCALATION: Form = {
  lead: 'escalationLead',
  Parts: EscalationParts,
  wish: ({ cases }, { caseId }, { text: remark, to: clerkId, outside }) => {
    if (remark.trim().length < LEAST) return null;
    const [kind, id] = outside.split(':');
    const place = kind === 'group' ? { toGroup: id as Letter } : { agencyId: id as AgencyId };
    const to = clerkId ? { clerkId } : outside ? place : undefined;
    return (requestId) => cases.answerEscalation({ requestId, caseId, remark, to });
  },
};

function EscalationParts({ one, fields, put }: PartsProps) {
  const { say, client, catalogue, language } = useApp();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => client.administration.agencies({}) });
  const staff = (clerks.data ?? []).filter(
    ({ id, active, blocked, role }) => active && !blocked && role !== 'administrator' && id !== one.handlerId,
  );
  const places = (agencies.data ?? []).filter(({ inUse, offered }) => inUse && !offered);
  const choose = (value: string) => {
    const [kind, id = ''] = value.split(':');
    put({ to: kind === 'clerk' ? (id as ClerkId) : null, outside: kind === 'agency' || kind === 'group' ? value : '' });
  };
  return (
    <>
      <Labelled label={say('escalationTo')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          data-testid="escalation-to"
          value={fields.to ? `clerk:${fields.to}` : fields.outside || STAYS}
          onChange={choose}
          options={[
            { value: STAYS, label: say('escalationStays') },
            {
              label: say('escalationClerks'),
              options: staff.map(({ id, name }) => ({ value: `clerk:${id}`, label: name })),
            },
            {
              label: say('offerToCounters'),
              options: catalogue.groups.map(({ id, names }) => ({
                value: `group:${id}`,
                label: `${id} · ${inLanguage(names, language)}`,
              })),
            },
            {
              label: say('escalationAgencies'),
              options: places.map(({ id, name }) => ({ value: `agency:${id}`, label: name })),
            },
          ]}
        />
      </Labelled>
      <Labelled label={say('escalationRemark')}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          data-testid="act-text"
          value={fields.text}
          onChange={(event) => put({ text: event.target.value })}
        />
      </Labelled>
    </>
  );
}
