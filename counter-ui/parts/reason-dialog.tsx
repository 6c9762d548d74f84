import { Button, Input } from 'antd';
import { useState } from 'react';
import { useApp } from '../app-context.ts';
import { Dialog } from './dialog.tsx';
import { KeyCap } from './key-cap.tsx';

const PRESETS = {
  pause: ['reason.pause.1', 'reason.pause.2', 'reason.pause.3', 'reason.pause.4'],
  'put-back': ['reason.put-back.1', 'reason.put-back.2', 'reason.put-back.3'],
  'call-this': ['reason.call-this.1', 'reason.call-this.2', 'reason.call-this.3'],
  'cancel-opening': ['reason.cancel-opening.1', 'reason.cancel-opening.2', 'reason.cancel-opening.3'],
  release: ['reason.release.1', 'reason.release.2', 'reason.release.3'],
  decline: ['reason.decline.1', 'reason.decline.2', 'reason.decline.3'],
  'send-back': ['reason.send-back.1', 'reason.send-back.2', 'reason.send-back.3'],
  withdraw: ['reason.withdraw.1', 'reason.withdraw.2', 'reason.withdraw.3'],
} as const;

/** What cannot be taken back is said on its button. */
const GRAVE: Partial<Record<keyof typeof PRESETS, 'cancelOpening' | 'release' | 'withdraw'>> = {
  'cancel-opening': 'cancelOpening',
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
        <p className="soft">{lead ?? say(`reason.${about}`)}</p>
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
          placeholder={say('reasonOwnWords')}
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
