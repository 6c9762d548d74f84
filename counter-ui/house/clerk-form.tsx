import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { ClerkId } from '../../schema/ids.ts';
import type { Clerk } from '../../schema/people/clerk.ts';
import { StaffRole } from '../../schema/who.ts';
import { useApp } from '../app-context.ts';
import { useFormWish } from '../hooks/use-form-wish.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { HandOverDuties } from './hand-over-duties.tsx';

export type ClerkDraft = Omit<Clerk, 'id' | 'blocked'> & { id?: ClerkId | undefined };

type Props = {
  first: ClerkDraft;
  leave: () => void;
  done: (saved: { clerk: Clerk; password: string | null }) => void;
};

/** A new clerk gets a first password; a known one only when it is asked for. */
export function ClerkForm({ first, leave, done }: Props) {
  const { say, client, tell } = useApp();
  const { send, busy, refused, code } = useFormWish();
  const [draft, setDraft] = useState(first);
  const [newPassword, setNewPassword] = useState(first.id === undefined);
  const [handingOver, setHandingOver] = useState(false);
  const ready = draft.account.trim() !== '' && draft.name.trim() !== '';
  const put = (part: Partial<ClerkDraft>) => setDraft({ ...draft, ...part });

  async function save() {
    const saved = await send((requestId) => client.administration.saveClerk({ requestId, clerk: draft, newPassword }));
    if (!saved) return;
    tell(say('saved'));
    done(saved);
  }

  if (handingOver && draft.id)
    return (
      <HandOverDuties
        clerkId={draft.id}
        account={{ role: draft.role, active: draft.active }}
        leave={() => setHandingOver(false)}
        // The rest of the form: a new name, a new password.
        done={() => void save()}
      />
    );
  return (
    <Dialog title={say(first.id ? 'editClerk' : 'newClerk')} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void save();
        }}
      >
        <div className="field-row">
          <Labelled label={say('name')}>
            <Input
              autoFocus
              data-testid="clerk-name"
              value={draft.name}
              onChange={(event) => put({ name: event.target.value })}
            />
          </Labelled>
          <Labelled label={say('account')}>
            <Input
              data-testid="clerk-account"
              value={draft.account}
              onChange={(event) => put({ account: event.target.value })}
            />
          </Labelled>
        </div>
        <Labelled label={say('role')}>
          <Select<StaffRole>
            value={draft.role}
            onChange={(role) => put({ role })}
            options={StaffRole.options.map((value) => ({ value, label: say(`role.${value}`) }))}
          />
        </Labelled>
        <div className="ticks">
          <Checkbox checked={draft.mayPick} onChange={(event) => put({ mayPick: event.target.checked })}>
            {say('mayPickLong')}
          </Checkbox>
          {first.id && (
            <>
              <Checkbox checked={draft.active} onChange={(event) => put({ active: event.target.checked })}>
                {say('activeLong')}
              </Checkbox>
              <Checkbox checked={newPassword} onChange={(event) => setNewPassword(event.target.checked)}>
                {say('giveNewPassword')}
              </Checkbox>
            </>
          )}
        </div>
        {refused}
        {code === 'clerk-has-duties' && (
          <Button
            className="hand-over-first"
            type="primary"
            onClick={() => setHandingOver(true)}
            data-testid="hand-over-first"
          >
            {say('handOverFirst')}
          </Button>
        )}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="save-clerk">
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
