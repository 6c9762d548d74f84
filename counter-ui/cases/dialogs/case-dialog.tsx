import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { CloseCase } from './close-case.tsx';
import { ConfirmRefusal } from './confirm-refusal.tsx';
import { OfferCase } from './offer-case.tsx';

/** What is to be done with which case. */
export type OpenDialog<C extends ListedCase> = {
  kind: 'offer' | 'close' | 'confirm' | 'decline' | 'send-back';
  one: C;
};

type Props<C extends ListedCase> = {
  open: OpenDialog<C> | null;
  leave: () => void;
  /** It was done. */
  done: () => void;
  /** Declines, or sends back, with this reason. */
  give: (one: C, reason: string) => void;
};

/** What is asked about a case before it is done, whoever's case it is. */
export function CaseDialog<C extends ListedCase>({ open, leave, done, give }: Props<C>) {
  const { say } = useApp();
  if (!open) return null;
  const { kind, one } = open;
  switch (kind) {
    case 'offer':
      return <OfferCase cases={[one]} leave={leave} done={done} />;
    case 'close':
      return <CloseCase one={one} leave={leave} done={done} />;
    case 'confirm':
      return <ConfirmRefusal one={one} leave={leave} done={done} />;
    case 'decline': {
      const title = say('declineTitle', { number: one.number });
      return <ReasonDialog about="decline" title={title} leave={leave} give={(reason) => give(one, reason)} />;
    }
    case 'send-back': {
      const title = say('sendBackTitle', { number: one.receiptNo ?? one.number });
      return <ReasonDialog about="send-back" title={title} leave={leave} give={(reason) => give(one, reason)} />;
    }
    default:
      return kind satisfies never;
  }
}
