import { useQuery } from '@tanstack/react-query';
import { Button, Input, Popconfirm, Radio, Table } from 'antd';
import { useState } from 'react';
import type { Device } from '../../schema/hall/device.ts';
import type { Language } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { Answer } from '../parts/answer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { clockTime, dayOf, dayText } from '../words/hall-time.ts';
import { ShownOnce } from './shown-once.tsx';

type Enrolment = { device: Device; code: string; url: string; validUntil: string };

export function Devices() {
  const { say, client, act, language } = useApp();
  const asked = useQuery({ queryKey: ['devices'], queryFn: () => client.devices.list({}) });
  const [adding, setAdding] = useState(false);
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);

  async function revoke(device: Device) {
    if (await act((requestId) => client.devices.revoke({ requestId, deviceId: device.id }))) void asked.refetch();
  }

  return (
    <Page
      title={say('section.devices')}
      lead={say('devicesLead')}
      actions={
        <Button type="primary" onClick={() => setAdding(true)} data-testid="new-device">
          {say('newDevice')}
        </Button>
      }
    >
      <Answer asked={asked}>
        {(devices) => <DeviceTable devices={devices} revoke={(device) => void revoke(device)} />}
      </Answer>
      {adding && (
        <DeviceForm
          leave={() => setAdding(false)}
          done={(made) => {
            setAdding(false);
            setEnrolment(made);
            void asked.refetch();
          }}
        />
      )}
      {enrolment && (
        <ShownOnce
          title={say('enrolTitle', { name: enrolment.device.name })}
          lead={say('enrolLead', { time: moment(enrolment.validUntil, language) })}
          leave={() => {
            setEnrolment(null);
            void asked.refetch();
          }}
          facts={[
            { label: say('code'), value: enrolment.code, testId: 'device-code' },
            { label: say('url'), value: new URL(enrolment.url, location.origin).href, testId: 'device-url' },
          ]}
        />
      )}
    </Page>
  );
}

function DeviceTable({ devices, revoke }: { devices: Device[]; revoke: (device: Device) => void }) {
  const { say, language } = useApp();
  return (
    <Table<Device>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noDevices')} /> }}
      dataSource={devices}
      rowClassName={(row) => (row.phase === 'revoked' ? 'gone' : '')}
      columns={[
        { title: say('deviceName'), render: (_, row) => <b>{row.name}</b> },
        { title: say('kind'), width: 130, render: (_, row) => say(`device.${row.kind}`) },
        {
          title: say('phase'),
          width: 130,
          render: (_, row) => <span className={`chip device-${row.phase}`}>{say(`device.${row.phase}`)}</span>,
        },
        { title: say('enrolledAt'), width: 200, render: (_, row) => moment(row.enrolledAt, language) },
        { title: say('lastSeen'), width: 200, render: (_, row) => moment(row.lastSeenAt, language) },
        {
          title: '',
          width: 110,
          render: (_, row) =>
            row.phase !== 'revoked' && (
              <Popconfirm
                title={say('revokeTitle', { name: row.name })}
                description={say('revokeLead')}
                okText={say('revoke')}
                okButtonProps={{ danger: true }}
                onConfirm={() => revoke(row)}
              >
                <Button size="small" type="text" danger data-testid="revoke-device">
                  {say('revoke')}
                </Button>
              </Popconfirm>
            ),
        },
      ]}
    />
  );
}

function moment(at: string | null, language: Language): string {
  return at ? `${dayText(dayOf(at), language)} ${clockTime(at)}` : '—';
}

function DeviceForm({ leave, done }: { leave: () => void; done: (made: Enrolment) => void }) {
  const { say, client, act } = useApp();
  const [kind, setKind] = useState<Device['kind']>('kiosk');
  const [name, setName] = useState('');

  async function create() {
    const made = await act((requestId) => client.devices.create({ requestId, kind, name }));
    if (made) done(made);
  }

  return (
    <Dialog title={say('newDevice')} leave={leave} width={460}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void create();
        }}
      >
        <Radio.Group
          className="decisions"
          optionType="button"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={(['kiosk', 'display'] as const).map((value) => ({ value, label: say(`device.${value}`) }))}
        />
        <Labelled label={say('deviceName')} help={say('deviceNameHelp')}>
          <Input autoFocus data-testid="device-name" value={name} onChange={(event) => setName(event.target.value)} />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!name.trim()} data-testid="create-device">
            {say('makeCode')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
