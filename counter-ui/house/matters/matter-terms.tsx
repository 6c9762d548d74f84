/** C9, C13: what the hall promises for a matter, on what its clock may stand still, which materials may follow: set by the administrator. */

import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { materialText } from '../../../schema/catalogue/material.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { MatterTouched } from './form/matter-touched.tsx';

export function MatterTerms({ matter }: { matter: Matter }) {
  const { say, client, act, language, reloadCatalogue } = useApp();
  const marked = matter.materials.flatMap(({ id, mayFollow }) => (mayFollow ? [id] : []));
  const [promisedDays, setPromisedDays] = useState(matter.promisedDays ?? null);
  const [mayFollow, setMayFollow] = useState(marked);
  const [applicantBasis, setApplicantBasis] = useState(matter.applicantBasis ?? '');
  const [publicNoticeBasis, setPublicNoticeBasis] = useState(matter.publicNoticeBasis ?? '');
  const changed =
    applicantBasis.trim() !== (matter.applicantBasis ?? '') ||
    publicNoticeBasis.trim() !== (matter.publicNoticeBasis ?? '') ||
    promisedDays !== (matter.promisedDays ?? null) ||
    [...mayFollow].sort().join() !== [...marked].sort().join();

  async function save() {
    const wish = { matterId: matter.id, promisedDays, mayFollow, applicantBasis, publicNoticeBasis };
    if (await act((requestId) => client.administration.termsOfMatter({ requestId, ...wish }))) reloadCatalogue();
  }

  return (
    <div className="aliases">
      <div>
        <div className="matter-terms">
          <Labelled label={say('matterTerms')} help={say('matterTermsHelp')}>
            <InputNumber<number>
              min={0}
              max={matter.limitDays ?? 0}
              precision={0}
              disabled={matter.limitDays === null}
              data-testid={`promised-${matter.id}`}
              value={promisedDays}
              onChange={(days) => setPromisedDays(days)}
            />
          </Labelled>
          {matter.materials.length > 0 && (
            <fieldset className="ticks">
              <legend>{say('matterFollows')}</legend>
              <Checkbox.Group
                value={mayFollow}
                data-testid={`follows-${matter.id}`}
                onChange={(ids) => setMayFollow(ids)}
                options={matter.materials.map((one) => ({ value: one.id, label: materialText(one, language) }))}
              />
            </fieldset>
          )}
        </div>
        {!matter.pauses && (
          <div className="matter-bases">
            <Labelled label={say('matterApplicantBasis')} help={say('matterBasisHelp')}>
              <Input
                maxLength={200}
                data-testid={`applicant-basis-${matter.id}`}
                value={applicantBasis}
                onChange={(event) => setApplicantBasis(event.target.value)}
              />
            </Labelled>
            <Labelled label={say('matterPublicNoticeBasis')} help={say('matterBasisHelp')}>
              <Input
                maxLength={200}
                data-testid={`public-notice-basis-${matter.id}`}
                value={publicNoticeBasis}
                onChange={(event) => setPublicNoticeBasis(event.target.value)}
              />
            </Labelled>
          </div>
        )}
      </div>
      <Button type="primary" disabled={!changed} data-testid={`terms-${matter.id}`} onClick={() => void save()}>
        {say('save')}
      </Button>
      <p className="soft">{say('matterTermsLead')}</p>
      {changed && <MatterTouched matterIds={[matter.id]} isChanged />}
    </div>
  );
}
