import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useApp } from '../app-context.ts';
import { Dialog } from './dialog.tsx';

type Props = {
  title: string;
  width: number;
  leave: () => void;
  confirm: () => void;
  /** What it does, and whether it cannot be taken back: the focus then stands on leaving, and Enter leaves. */
  doesWhat: string;
  grave?: boolean;
  leaves?: 'cancel' | 'back';
  busy?: boolean;
  /** While what is read first is not there yet; such a dialog has no focus of its own. */
  disabled?: boolean;
  testId: string;
  children: ReactNode;
};

/** What happens then is read first; Enter presses what has the focus, Escape leaves. */
export function ConfirmDialog({ title, width, leave, confirm, doesWhat, testId, children, ...how }: Props) {
  const { say } = useApp();
  const { grave = false, leaves = 'cancel', busy = false, disabled } = how;
  return (
    <Dialog title={title} leave={leave} width={width}>
      {children}
      <div className="form-foot">
        <Button autoFocus={grave} onClick={leave}>
          {say(leaves)}
        </Button>
        <Button
          type="primary"
          danger={grave}
          autoFocus={!grave && disabled === undefined}
          loading={busy}
          disabled={disabled ?? false}
          onClick={confirm}
          data-testid={testId}
        >
          {doesWhat}
        </Button>
      </div>
    </Dialog>
  );
}
