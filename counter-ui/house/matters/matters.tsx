/** The guidance catalogue as the administrator runs it: what is offered, and in which group (L1–L3). */
import { Button, Input, Select, Switch, Table } from 'antd';
import { useState } from 'react';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { findMatters } from '../../../schema/catalogue/find-matter.ts';
import { matterFaults } from '../../../schema/catalogue/matter-faults.ts';
import { waitsForStanding } from '../../../schema/catalogue/standing.ts';
import { inLanguage, type Letter, type MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { MatterFacts } from '../../work/sitting/matter-facts.tsx';
import { Ending } from './ending.tsx';
import { MatterFiles } from './files/import-matters.tsx';
import { blank, copyOf, draftOf } from './form/draft.ts';
import { type MatterFirst, MatterForm } from './form/matter-form.tsx';
import { MatterAliases } from './matter-aliases.tsx';
import { MatterClerks } from './matter-clerks.tsx';
import { MatterDetails } from './matter-details.tsx';
import { MatterFaults } from './matter-faults.tsx';
import { MatterKeeps } from './matter-keeps.tsx';
import { MatterPictures } from './matter-pictures.tsx';
import { MatterStanding } from './matter-standing.tsx';
import { MatterTerms } from './matter-terms.tsx';
import { MatterVersions } from './matter-versions.tsx';
import { type QuickChange, SureChange } from './sure-change.tsx';

export function Matters() {
  const { say, catalogue, language, board } = useApp();
  const [wanted, setWanted] = useState('');
  const [first, setFirst] = useState<MatterFirst | null>(null);
  const [change, setChange] = useState<QuickChange | null>(null);
  const [letter, setLetter] = useState<Letter | null>(null);
  const [shownRows, setShownRows] = useState<readonly MatterId[]>([]);
  const shown = (wanted.trim() ? findMatters(catalogue.matters, wanted) : catalogue.matters).filter(
    (matter) => !letter || matter.letter === letter,
  );
  const groups = catalogue.groups.map((group) => ({
    value: group.id,
    label: `${group.id} ${inLanguage(group.names, language)}`,
  }));

  return (
    <Page
      title={say('section.matters')}
      lead={say('mattersLead', {
        count: catalogue.matters.length,
        offered: catalogue.matters.filter((matter) => matter.offered).length,
      })}
      actions={
        <>
          <MatterFiles />
          <Button
            type="primary"
            onClick={() => setFirst({ draft: blank(catalogue.groups[0]!.id) })}
            data-testid="new-matter"
          >
            {say('newMatter')}
          </Button>
          <Input
            allowClear
            style={{ width: 260 }}
            placeholder={say('matterSearch')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <Select<Letter | null>
            allowClear
            style={{ width: 220 }}
            placeholder={say('allGroups')}
            value={letter}
            onChange={(value) => setLetter(value ?? null)}
            options={groups}
          />
        </>
      }
    >
      <Ending matters={catalogue.matters} today={board.rows.hall[0]!.today} />
      <Table<Matter>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 12, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: <Nothing sentence={say('matterNotFound')} /> }}
        dataSource={shown}
        expandable={{
          columnWidth: 40,
          expandedRowKeys: shownRows,
          onExpandedRowsChange: (rows) => setShownRows(rows as MatterId[]),
          expandedRowRender: (matter) => (
            <>
              <p className="soft">
                {say('moreInForm')}{' '}
                <Button type="link" size="small" onClick={() => setFirst({ draft: draftOf(matter) })}>
                  {say('edit')}
                </Button>
              </p>
              <MatterFacts matterId={matter.id} />
              <MatterDetails matter={matter} />
              <MatterVersions matter={matter} />
              <MatterFaults matter={matter} />
              <MatterAliases key={matter.aliases.join()} matter={matter} />
              <MatterTerms
                key={[
                  matter.promisedDays,
                  JSON.stringify(matter.materials),
                  matter.applicantBasis,
                  matter.publicNoticeBasis,
                ].join()}
                matter={matter}
              />
              <MatterPictures matter={matter} />
              <MatterStanding key={JSON.stringify([matter.kind, matter.standing])} matter={matter} />
              <MatterClerks key={`${matter.clerkA} ${matter.clerkB}`} matter={matter} />
              <MatterKeeps key={`${matter.identity} ${matter.retentionDays}`} matter={matter} />
            </>
          ),
        }}
        columns={[
          {
            title: say('matter'),
            render: (_, matter) => (
              <>
                <b>{inLanguage(matter.names, language)}</b>{' '}
                {matter.evidence === 'drafted' && <span className="chip chip-late">{say('drafted')}</span>}{' '}
                {(!matter.standing || waitsForStanding(matter)) && (
                  <span className="chip chip-late" data-testid={`standing-owed-${matter.id}`}>
                    {say('standingOwed')}
                  </span>
                )}{' '}
                {matterFaults(matter).length > 0 && (
                  <span className="chip" title={say('faultsLead')}>
                    {say('faultsCount', { count: matterFaults(matter).length })}
                  </span>
                )}
              </>
            ),
          },
          { title: say('matterCode'), dataIndex: 'id', width: 130 },
          {
            title: say('department'),
            width: 150,
            ellipsis: true,
            render: (_, matter) => inLanguage(matter.department, language),
          },
          {
            title: say('group'),
            width: 230,
            render: (_, matter) => (
              <Select<Letter>
                size="small"
                style={{ width: '100%' }}
                aria-label={say('group')}
                value={matter.letter}
                options={groups}
                onChange={(to) => setChange({ matter, letter: to })}
              />
            ),
          },
          {
            title: '',
            width: 130,
            render: (_, matter) => (
              <>
                <Button
                  size="small"
                  data-testid={`edit-${matter.id}`}
                  onClick={() => setFirst({ draft: draftOf(matter) })}
                >
                  {say('edit')}
                </Button>{' '}
                <Button
                  size="small"
                  data-testid={`copy-${matter.id}`}
                  onClick={() => setFirst({ draft: copyOf(matter), of: matter.id })}
                >
                  {say('copy')}
                </Button>
              </>
            ),
          },
          {
            title: say('offered'),
            width: 100,
            render: (_, matter) => (
              <Switch
                aria-label={say('offered')}
                data-testid={`offered-${matter.id}`}
                checked={matter.offered}
                onChange={(offered) => setChange({ matter, offered })}
              />
            ),
          },
        ]}
      />
      {change && <SureChange change={change} leave={() => setChange(null)} />}
      {first && (
        <MatterForm
          first={first}
          leave={() => setFirst(null)}
          showRow={(matterId) => {
            setFirst(null);
            setShownRows([matterId]);
          }}
        />
      )}
    </Page>
  );
}
