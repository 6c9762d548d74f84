/** C6: where residents object to a refusal; papers name it from the next one on. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ObjectTo } from '../../../schema/hall/plan.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';

const PARTS = ['authority', 'court'] as const;
const FIELDS = ['name', 'address', 'telephone'] as const;
const NOWHERE = { name: '', address: '', telephone: '' };

export function Objections() {
  const { say, client } = useApp();
  const asked = useQuery({
    queryKey: ['objections'],
    queryFn: async () => ({ objectTo: await client.administration.objectTo({}) }),
  });
  const [editing, setEditing] = useState(false);
  return (
    <section className="objections" data-testid="objections">
      <h2>{say('objections')}</h2>
      <Answer asked={asked}>
        {({ objectTo }) => (
          <>
            {objectTo ? (
              <dl>
                {PARTS.map((part) => (
                  <div key={part}>
                    <dt>{say(`objections.${part}`)}</dt>
                    <dd>{FIELDS.map((field) => objectTo[part][field]).join(say('listComma'))}</dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className="soft">{say('objectionsNowhere')}</p>
            )}
            <Button size="small" onClick={() => setEditing(true)} data-testid="edit-objections">
              {say('edit')}
            </Button>
            {editing && (
              <ObjectionsForm
                first={objectTo}
                leave={() => setEditing(false)}
                done={() => {
                  setEditing(false);
                  void asked.refetch();
                }}
              />
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

/** All of it blank names no place; a part of it is no place. */
function ObjectionsForm({ first, leave, done }: { first: ObjectTo | null; leave: () => void; done: () => void }) {
  const { say, client, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const [draft, setDraft] = useState<ObjectTo>(first ?? { authority: NOWHERE, court: NOWHERE });
  const typed = PARTS.flatMap((part) => FIELDS.map((field) => draft[part][field].trim() !== ''));
  const isBlank = typed.every((one) => !one);
  const ready = isBlank ? first !== null : typed.every(Boolean);

  async function save() {
    const objectTo = isBlank ? null : draft;
    if (!(await send((requestId) => client.administration.placeObjections({ requestId, objectTo })))) return;
    tell(say('saved'));
    done();
  }

  return (
    <Dialog title={say('objections')} leave={leave} width={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void save();
        }}
      >
        <p className="soft">{say('objectionsLead')}</p>
        {PARTS.map((part) => (
          <fieldset key={part} className="objections-part">
            <legend>{say(`objections.${part}`)}</legend>
            <div className="objections-fields">
              {FIELDS.map((field) => (
                <Labelled key={field} label={say(field === 'name' ? 'place' : field)}>
                  <Input
                    autoFocus={part === 'authority' && field === 'name'}
                    type={field === 'telephone' ? 'tel' : 'text'}
                    maxLength={field === 'address' ? 200 : field === 'name' ? 100 : 40}
                    data-testid={`objections-${part}-${field}`}
                    value={draft[part][field]}
                    onChange={(event) =>
                      setDraft({ ...draft, [part]: { ...draft[part], [field]: event.target.value } })
                    }
                  />
                </Labelled>
              ))}
            </div>
          </fieldset>
        ))}
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="save-objections">
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
