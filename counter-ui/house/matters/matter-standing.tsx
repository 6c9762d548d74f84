/** L2: on what a matter stands; without it, it is not offered. */
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { Standing } from '../../../schema/catalogue/standing.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { MatterTouched } from './form/matter-touched.tsx';

const NO_APPROVAL = { no: '', on: '' };
const NO_ENTRUSTMENT = { letterNo: '', department: '', from: '', until: '', funding: '' };

export function MatterStanding({ matter }: { matter: Matter }) {
  const { say, client, act, reloadCatalogue } = useApp();
  const isEntrusted = matter.kind === 'entrusted';
  const before = matter.standing ?? null;
  const [isPublished, setPublished] = useState(before ? before.approval === null : true);
  const [approval, setApproval] = useState(before?.approval ?? NO_APPROVAL);
  const [entrustment, setEntrustment] = useState(before?.entrustment ?? NO_ENTRUSTMENT);
  const wished = { approval: isPublished ? null : approval, entrustment: isEntrusted ? entrustment : null };
  const fits = Standing.safeParse(wished);
  const changed = JSON.stringify(wished) !== JSON.stringify(before);
  // Where nothing was said before, also what is proposed is to be saved.
  const [proposed] = useState(JSON.stringify(wished));
  const isTyped = changed && JSON.stringify(wished) !== proposed;

  async function save() {
    if (!fits.success) return;
    const wish = { matterId: matter.id, standing: fits.data };
    if (await act((requestId) => client.administration.standingOfMatter({ requestId, ...wish }))) reloadCatalogue();
  }

  const text = (field: 'letterNo' | 'department' | 'funding', label: string) => (
    <Labelled label={label}>
      <Input
        maxLength={field === 'letterNo' ? 60 : field === 'funding' ? 200 : 100}
        data-testid={`${field}-${matter.id}`}
        value={entrustment[field]}
        onChange={(event) => setEntrustment({ ...entrustment, [field]: event.target.value })}
      />
    </Labelled>
  );
  return (
    <div className="aliases">
      <div>
        <Labelled label={say('standing')}>
          <Radio.Group
            value={isPublished}
            data-testid={`standing-${matter.id}`}
            onChange={(event) => setPublished(event.target.value)}
            options={[
              { value: true, label: say('standingPublished') },
              { value: false, label: say('standingApproved') },
            ]}
          />
        </Labelled>
        {!isPublished && (
          <div className="field-row">
            <Labelled label={say('approvalNo')}>
              <Input
                maxLength={60}
                data-testid={`approval-${matter.id}`}
                value={approval.no}
                onChange={(event) => setApproval({ ...approval, no: event.target.value })}
              />
            </Labelled>
            <Labelled label={say('approvalOn')}>
              <Input
                type="date"
                data-testid={`approval-on-${matter.id}`}
                value={approval.on}
                onChange={(event) => setApproval({ ...approval, on: event.target.value })}
              />
            </Labelled>
          </div>
        )}
        {isEntrusted && (
          <>
            <div className="field-row">
              {text('letterNo', say('entrustmentLetter'))}
              {text('department', say('entrustmentDepartment'))}
            </div>
            <div className="field-row">
              <Labelled label={say('entrustmentPeriod')}>
                <span className="period">
                  {(['from', 'until'] as const).map((end) => (
                    <Input
                      key={end}
                      type="date"
                      data-testid={`${end}-${matter.id}`}
                      value={entrustment[end]}
                      onChange={(event) => setEntrustment({ ...entrustment, [end]: event.target.value })}
                    />
                  ))}
                </span>
              </Labelled>
              {text('funding', say('entrustmentFunding'))}
            </div>
          </>
        )}
      </div>
      <Button
        type="primary"
        disabled={!changed || !fits.success}
        data-testid={`save-standing-${matter.id}`}
        onClick={() => void save()}
      >
        {say('save')}
      </Button>
      <p className="soft">{say('standingLead')}</p>
      {isTyped && <MatterTouched matterIds={[matter.id]} isChanged />}
    </div>
  );
}
