/** C4: the supervisor's answer names whose a case is, and moves it there. */
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import type { AgencyId, ClerkId } from '../../../schema/ids.ts';
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
    const to = clerkId ? { clerkId } : outside ? { agencyId: outside as AgencyId } : undefined;
    return (requestId) => cases.answerEscalation({ requestId, caseId, remark, to });
  },
};

function EscalationParts({ one, fields, put }: PartsProps) {
  const { say, client } = useApp();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => client.administration.agencies({}) });
  const staff = (clerks.data ?? []).filter(
    ({ id, active, blocked, role }) => active && !blocked && role !== 'administrator' && id !== one.handlerId,
  );
  const places = (agencies.data ?? []).filter(({ inUse, offered }) => inUse && !offered);
  const choose = (value: string) => {
    const [kind, id = ''] = value.split(':');
    put({ to: kind === 'clerk' ? (id as ClerkId) : null, outside: kind === 'agency' ? id : '' });
  };
  return (
    <>
      <Labelled label={say('escalationTo')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          data-testid="escalation-to"
          value={fields.to ? `clerk:${fields.to}` : fields.outside ? `agency:${fields.outside}` : STAYS}
          onChange={choose}
          options={[
            { value: STAYS, label: say('escalationStays') },
            {
              label: say('escalationClerks'),
              options: staff.map(({ id, name }) => ({ value: `clerk:${id}`, label: name })),
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
