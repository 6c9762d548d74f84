/** C11: who is away now and next; entered and ended here for anybody by supervisors and administrators. */
import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { AbsenceView } from '../../../schema/people/absence.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { absenceTime } from './absence-time.ts';

export function AbsencesPage() {
  const { say } = useApp();
  return (
    <Page title={say('section.absences')} lead={say('absencesLead')}>
      <AbsenceList />
    </Page>
  );
}

export function AbsenceList() {
  const { say, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['absences'], queryFn: () => client.absences.list({}) });
  const [entering, setEntering] = useState(false);

  async function end({ id: absenceId }: AbsenceView) {
    if (!(await act((requestId) => client.absences.end({ requestId, absenceId })))) return;
    tell(say('absenceEnded'));
    void asked.refetch();
  }
  return (
    <section className="absence-list" data-testid="absences">
      <div className="absence-head">
        <Button type="primary" onClick={() => setEntering(true)} data-testid="enter-absence">
          {say('enterAbsence')}
        </Button>
        {(asked.data?.overrides ?? 0) > 0 && (
          <span className="soft" data-testid="absence-overrides">
            {say('absencesOverrides', { count: asked.data?.overrides ?? 0 })}
          </span>
        )}
      </div>
      <Answer asked={asked}>
        {({ absences }) => <AbsenceTable absences={absences} end={(one) => void end(one)} />}
      </Answer>
      {entering && (
        <AbsenceForm
          clerkId={null}
          leave={() => setEntering(false)}
          done={() => {
            setEntering(false);
            void asked.refetch();
          }}
        />
      )}
    </section>
  );
}

export function AbsenceTable({ absences, end }: { absences: AbsenceView[]; end: (one: AbsenceView) => void }) {
  const { say, language } = useApp();
  return (
    <Table<AbsenceView>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noAbsences')} /> }}
      dataSource={absences}
      columns={[
        {
          title: say('absenceWho'),
          render: (_, { name, isAway, overridden }) => (
            <>
              <b>{name}</b> <span className="chip">{say(isAway ? 'absenceNow' : 'absenceNext')}</span>
              {overridden && <span className="chip chip-late">{say('overriddenChip')}</span>}
            </>
          ),
        },
        { title: say('absenceFrom'), width: 170, render: (_, { from }) => absenceTime(from, language) },
        {
          title: say('absenceBack'),
          width: 170,
          render: (_, { until }) => (until ? absenceTime(until, language) : say('absenceUnknown')),
        },
        { title: say('field.deputy'), width: 140, render: (_, { deputyName }) => deputyName ?? '—' },
        { title: say('offerNote'), dataIndex: 'note', ellipsis: true },
        {
          title: '',
          width: 110,
          render: (_, one) => (
            <Button size="small" onClick={() => end(one)} data-testid="end-absence">
              {say(one.isAway ? 'endAbsence' : 'cancelAbsence')}
            </Button>
          ),
        },
      ]}
    />
  );
}
