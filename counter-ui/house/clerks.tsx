import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { Clerk } from '../../schema/people/clerk.ts';
import { useApp } from '../app-context.ts';
import { Answer } from '../parts/answer.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { AbsenceList } from './absence/absences.tsx';
import { ClerkAccess } from './account/clerk-access.tsx';
import { type ClerkDraft, ClerkForm } from './clerk-form.tsx';
import { ShownOnce } from './shown-once.tsx';

const BLANK: ClerkDraft = { account: '', name: '', role: 'clerk', mayPick: false, active: true };

export function Clerks() {
  const { say, client } = useApp();
  const asked = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const [draft, setDraft] = useState<ClerkDraft | null>(null);
  const [access, setAccess] = useState<Clerk | null>(null);
  const [secret, setSecret] = useState<{ clerk: Clerk; password: string } | null>(null);
  return (
    <Page
      title={say('section.clerks')}
      lead={say('clerksLead')}
      actions={
        <Button type="primary" onClick={() => setDraft(BLANK)} data-testid="new-clerk">
          {say('newClerk')}
        </Button>
      }
    >
      <h2>{say('section.absences')}</h2>
      <AbsenceList />
      <h2>{say('section.clerks')}</h2>
      <Answer asked={asked}>{(clerks) => <ClerkTable clerks={clerks} edit={setDraft} access={setAccess} />}</Answer>
      {access && (
        <ClerkAccess
          clerk={access}
          leave={() => setAccess(null)}
          changed={() => {
            setAccess(null);
            void asked.refetch();
          }}
        />
      )}
      {draft && (
        <ClerkForm
          first={draft}
          leave={() => setDraft(null)}
          done={({ clerk, password }) => {
            setDraft(null);
            void asked.refetch();
            if (password) setSecret({ clerk, password });
          }}
        />
      )}
      {secret && (
        <ShownOnce
          title={say('firstPasswordOf', { name: secret.clerk.name })}
          lead={say('firstPasswordLead')}
          leave={() => setSecret(null)}
          facts={[
            { label: say('account'), value: secret.clerk.account, testId: 'secret-account' },
            { label: say('password'), value: secret.password, testId: 'secret-password' },
          ]}
        />
      )}
    </Page>
  );
}

type TableProps = { clerks: Clerk[]; edit: (draft: ClerkDraft) => void; access: (clerk: Clerk) => void };

function ClerkTable({ clerks, edit, access }: TableProps) {
  const { say, me } = useApp();
  return (
    <Table<Clerk>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noClerks')} /> }}
      dataSource={[...clerks].sort((a, b) => Number(b.active) - Number(a.active) || a.account.localeCompare(b.account))}
      rowClassName={(row) => (row.active ? '' : 'gone')}
      columns={[
        {
          title: say('name'),
          render: (_, row) => (
            <>
              <b>{row.name}</b> {row.id === me.clerkId && <span className="soft">{say('thatIsMe')}</span>}
              {row.blocked && <span className="chip chip-late">{say('blocked')}</span>}
            </>
          ),
        },
        { title: say('account'), dataIndex: 'account', width: 200 },
        { title: say('role'), width: 160, render: (_, row) => say(`role.${row.role}`) },
        { title: say('mayPick'), width: 180, render: (_, row) => say(row.mayPick ? 'yes' : 'no') },
        { title: say('active'), width: 120, render: (_, row) => say(row.active ? 'yes' : 'no') },
        {
          title: '',
          width: 190,
          render: (_, row) => (
            <div className="row-actions">
              <Button size="small" onClick={() => access(row)} data-testid="clerk-access">
                {say('access')}
              </Button>
              <Button size="small" onClick={() => edit(row)} data-testid="edit-clerk">
                {say('edit')}
              </Button>
            </div>
          ),
        },
      ]}
    />
  );
}
