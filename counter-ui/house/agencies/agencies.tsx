/** The directory of agencies as the administrator keeps it (C5): what counters typed anew stands on top. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { type Agency, findAgencies } from '../../../schema/catalogue/agency.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { type AgencyDraft, AgencyForm } from './agency-form.tsx';
import { Objections } from './objections.tsx';

const BLANK: AgencyDraft = { name: '', address: '', telephone: '', hours: '', aliases: [], inUse: true };

export function Agencies() {
  const { say, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['agencies'], queryFn: () => client.administration.agencies({}) });
  const [draft, setDraft] = useState<AgencyDraft | null>(null);
  const [wanted, setWanted] = useState('');
  const again = () => void asked.refetch();

  async function dismiss(agency: Agency) {
    const wish = { ...agency, inUse: false };
    if (!(await act((requestId) => client.administration.saveAgency({ requestId, agency: wish })))) return;
    tell(say('agencyDismissed'));
    again();
  }

  return (
    <Page
      title={say('section.agencies')}
      lead={say('agenciesLead')}
      actions={
        <>
          <Input
            allowClear
            style={{ width: 260 }}
            data-testid="agency-search"
            placeholder={say('agencySearch')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <Button type="primary" onClick={() => setDraft(BLANK)} data-testid="new-agency">
            {say('newAgency')}
          </Button>
        </>
      }
    >
      <Answer asked={asked}>
        {(agencies) => (
          <AgencyTable
            agencies={wanted.trim() ? findAgencies(agencies, wanted, () => true) : offeredFirst(agencies)}
            nothing={say(wanted.trim() ? 'agencyNotFound' : 'noAgencies')}
            edit={setDraft}
            dismiss={(agency) => void dismiss(agency)}
          />
        )}
      </Answer>
      <Objections />
      {draft && (
        <AgencyForm
          first={draft}
          leave={() => setDraft(null)}
          done={() => {
            setDraft(null);
            again();
          }}
        />
      )}
    </Page>
  );
}

type TableProps = {
  agencies: Agency[];
  nothing: string;
  edit: (agency: AgencyDraft) => void;
  dismiss: (agency: Agency) => void;
};

function AgencyTable({ agencies, nothing, edit, dismiss }: TableProps) {
  const { say } = useApp();
  return (
    <Table<Agency>
      size="small"
      rowKey="id"
      pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
      locale={{ emptyText: <Nothing sentence={nothing} /> }}
      dataSource={agencies}
      rowClassName={(row) => (row.inUse || row.offered ? '' : 'gone')}
      columns={[
        {
          title: say('place'),
          render: (_, row) => (
            <>
              <b>{row.name}</b> {row.offered && <span className="chip chip-late">{say('agencyOffered')}</span>}
              {row.aliases.length > 0 && <div className="soft">{row.aliases.join(say('listComma'))}</div>}
            </>
          ),
        },
        { title: say('address'), dataIndex: 'address' },
        { title: say('telephone'), dataIndex: 'telephone', width: 160 },
        { title: say('agencyHours'), dataIndex: 'hours', width: 250 },
        { title: say('inUse'), width: 80, render: (_, row) => say(row.inUse ? 'yes' : 'no') },
        {
          title: '',
          width: 170,
          render: (_, row) =>
            row.offered ? (
              <>
                <Button size="small" type="primary" data-testid="take-in" onClick={() => edit({ ...row, inUse: true })}>
                  {say('takeIn')}
                </Button>{' '}
                <Button size="small" data-testid="dismiss" onClick={() => dismiss(row)}>
                  {say('dismissAgency')}
                </Button>
              </>
            ) : (
              <Button size="small" data-testid="edit-agency" onClick={() => edit(row)}>
                {say('edit')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function offeredFirst(agencies: Agency[]): Agency[] {
  const rankOf = ({ offered, inUse }: Agency) => (offered ? 0 : inUse ? 1 : 2);
  return [...agencies].sort((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name, 'zh'));
}
