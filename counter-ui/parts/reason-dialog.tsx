import { Button, Input } from 'antd';
import { useState } from 'react';
import { useApp } from '../app-context.ts';
import { Dialog } from './dialog.tsx';
import { KeyCap } from './key-cap.tsx';

const PRESETS = {
  pause: ['pause-1', 'pause-2', 'pause-3', 'pause-4'],
  'put-back': ['put-back-1', 'put-back-2', 'put-back-3'],
  'call-this': ['call-this-1', 'call-this-2', 'call-this-3'],
  'cancel-opening': ['cancel-opening-1', 'cancel-opening-2', 'cancel-opening-3'],
  release: ['release-1', 'release-2', 'release-3'],
  decline: ['decline-1', 'decline-2', 'decline-3'],
  'send-back': ['send-back-1', 'send-back-2', 'send-back-3'],
  withdraw: ['withdraw-1', 'withdraw-2', 'withdraw-3'],
} as const;

/** What cannot be taken back is said on its button. */
const GRAVE: Partial<Record<keyof typeof PRESETS, 'cancel-opening' | 'release' | 'withdraw'>> = {
  'cancel-opening': 'cancel-opening',
  release: 'release',
  withdraw: 'withdraw',
};

type Props = {
  about: keyof typeof PRESETS;
  title: string;
  /** What happens then, where the sentence needs facts. */
  lead?: string;
  leave: () => void;
  give: (reason: string) => void;
};

/** A reason by one digit, or in own words. What cannot be taken back is never done by the digit alone. */
export function ReasonDialog({ about, title, lead, leave, give }: Props) {
  const { say } = useApp();
  const [reason, setReason] = useState('');
  const enough = reason.trim().length >= 2;
  const done = (text: string) => {
    leave();
    give(text);
  };
  const grave = GRAVE[about] !== undefined;
  const choose = grave ? setReason : done;
  return (
    <Dialog title={title} leave={leave} width={460}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (enough) done(reason.trim());
        }}
      >
        <p className="soft">{lead ?? say(`${about}-lead`)}</p>
        <div className="presets">
          {PRESETS[about].map((key, at) => (
            <Button key={key} onClick={() => choose(say(key))}>
              <span>{say(key)}</span>
              <KeyCap>{String(at + 1)}</KeyCap>
            </Button>
          ))}
        </div>
        <Input
          autoFocus
          data-testid="reason"
          maxLength={about === 'pause' ? 100 : 200}
          placeholder={say('reason-own-words')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            // A digit in the empty field is a choice; in a sentence it is a digit.
            const preset = reason === '' ? PRESETS[about][Number(event.key) - 1] : undefined;
            if (!preset || event.nativeEvent.isComposing) return;
            event.preventDefault();
            choose(say(preset));
          }}
        />
        <div className="form-foot">
          <Button onClick={leave}>{say(grave ? 'back' : 'cancel')}</Button>
          <Button type="primary" danger={grave} htmlType="submit" disabled={!enough} data-testid="give-reason">
            {say(GRAVE[about] ?? 'confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
