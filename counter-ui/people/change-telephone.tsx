/** Against identity; the old and the new telephone are both told (P2). */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PersonId } from '../../schema/ids.ts';
import { canonicalDocument, type IdentityDocument } from '../../schema/typed/document.ts';
import { canonicalTelephone } from '../../schema/typed/telephone.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { DocumentFields } from './document-fields.tsx';

type Props = { personId: PersonId; leave: () => void; done: () => void };

export function ChangeTelephone({ personId, leave, done }: Props) {
  const { say, client, act, tell } = useApp();
  const [telephone, setTelephone] = useState('');
  const [document, setDocument] = useState<IdentityDocument>({ kind: 'resident-id', number: '' });
  const isReady = canonicalTelephone(telephone) !== null && canonicalDocument(document.kind, document.number) !== null;
  async function change() {
    const wish = { personId, telephone, document };
    if (!(await act((requestId) => client.people.changeTelephone({ requestId, ...wish })))) return;
    tell(say('telephoneChanged'));
    done();
  }
  return (
    <Dialog title={say('telephoneChange')} leave={leave} width={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void change();
        }}
      >
        <p className="soft">{say('telephoneChangeLead')}</p>
        <Labelled label={say('telephoneNew')}>
          <Input
            type="tel"
            maxLength={40}
            autoComplete="off"
            data-testid="new-telephone"
            value={telephone}
            onChange={(event) => setTelephone(event.target.value)}
          />
        </Labelled>
        <DocumentFields label={say('documentChecked')} value={document} put={setDocument} />
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady} data-testid="telephone-submit">
            {say('telephoneChange')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
