import { Input } from 'antd';
import { Labelled } from '../../parts/labelled.tsx';
import type { Say } from '../../words/speak.ts';

export type TwicePassword = { first: string; second: string };

/** What is wrong with it before the server is asked: nothing, or the key of the sentence. */
export function passwordFault({ first, second }: TwicePassword) {
  if ([...first.normalize('NFC')].length < 12) return 'passwordRule' as const;
  return first === second ? null : ('passwordsDiffer' as const);
}

type Props = { say: Say; value: TwicePassword; onChange: (value: TwicePassword) => void };

/** A new password, typed twice. */
export function NewPassword({ say, value, onChange }: Props) {
  return (
    <>
      <Labelled label={say('newPassword')} help={say('passwordRule')}>
        <Input.Password
          size="large"
          autoComplete="new-password"
          data-testid="new-password"
          maxLength={200}
          value={value.first}
          onChange={(event) => onChange({ ...value, first: event.target.value })}
        />
      </Labelled>
      <Labelled label={say('newPasswordAgain')}>
        <Input.Password
          size="large"
          autoComplete="new-password"
          data-testid="new-password-again"
          maxLength={200}
          value={value.second}
          onChange={(event) => onChange({ ...value, second: event.target.value })}
        />
      </Labelled>
    </>
  );
}
