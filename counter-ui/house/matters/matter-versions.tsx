/** L1: two versions of a matter beside each other, field by field. */
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import type { Matter, MatterVersion } from '../../../schema/catalogue/catalogue.ts';
import type { FieldChange } from '../../../schema/hall/history.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import { FieldName, FieldValue } from './field-value.tsx';

export function MatterVersions({ matter }: { matter: Matter }) {
  const { say } = useApp();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="matter-versions">
      <Button onClick={() => setOpen(true)} data-testid={`versions-${matter.id}`}>
        {say('versions')}
      </Button>
      {isOpen && <VersionsDialog matter={matter} leave={() => setOpen(false)} />}
    </div>
  );
}

function VersionsDialog({ matter, leave }: { matter: Matter; leave: () => void }) {
  const { say, client, language } = useApp();
  const asked = useQuery({
    queryKey: ['matter-versions', matter.id],
    queryFn: () => client.administration.matterVersions({ matterId: matter.id }),
  });
  return (
    <Dialog title={say('versionsOf', { name: inLanguage(matter.names, language) })} leave={leave} width={920}>
      <Answer asked={asked}>
        {(versions) => <Compared key={versions[0]?.seq} matter={matter} versions={versions} />}
      </Answer>
    </Dialog>
  );
}

function Compared({ matter, versions }: { matter: Matter; versions: MatterVersion[] }) {
  const { say, client, language } = useApp();
  const [newest, before = newest] = versions;
  const [from, setFrom] = useState(before!.seq);
  const [to, setTo] = useState(newest!.seq);
  const asked = useQuery({
    queryKey: ['matter-compared', matter.id, from, to],
    queryFn: () => client.administration.compareMatter({ matterId: matter.id, one: from, other: to }),
  });
  const labelOf = ({ no, at, byName }: MatterVersion) =>
    say('version', {
      no,
      at: `${dateText(dayOf(at), language)} ${clockTime(at)}`,
      name: byName ?? say('author.clock'),
    });
  const choice = (label: string, testid: string, seq: number, choose: (seq: number) => void) => (
    <Labelled label={label}>
      <Select<number>
        data-testid={testid}
        value={seq}
        onChange={choose}
        options={versions.map((one) => ({ value: one.seq, label: labelOf(one) }))}
      />
    </Labelled>
  );
  if (versions.length === 1) return <Nothing sentence={say('versionsOne')} />;
  const [earlier, later] = [from, to].sort((a, b) => a - b).map((seq) => versions.find((one) => one.seq === seq)!);
  return (
    <>
      <div className="field-row">
        {choice(say('versionFrom'), 'version-from', from, setFrom)}
        {choice(say('versionTo'), 'version-to', to, setTo)}
      </div>
      <Answer asked={asked}>
        {(changes) => (
          <Table<FieldChange>
            size="small"
            rowKey="field"
            pagination={false}
            className="versions"
            data-testid="versions-compared"
            locale={{ emptyText: <Nothing sentence={say('versionsSame')} /> }}
            dataSource={changes}
            columns={[
              { title: say('historyField'), width: 140, render: (_, { field }) => <FieldName field={field} /> },
              { title: labelOf(earlier!), render: (_, change) => <FieldValue change={change} side="from" /> },
              { title: labelOf(later!), render: (_, change) => <FieldValue change={change} side="to" /> },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
