import { Button } from 'antd';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';

export type PaperGiven = { no: string; paper: string };
type Props = { title: string; paper: PaperGiven; leave: () => void };

/** The paper that an act has just given: its original is printed from here, any later one says that it was printed again. */
export function GivenPaper({ title, paper: { no, paper }, leave }: Props) {
  const { say } = useApp();
  return (
    <Dialog title={title} leave={leave} width={460}>
      <p>
        <b data-testid="given-no">{no}</b>
      </p>
      <p>{say('paperToPrint')}</p>
      <div className="form-foot">
        <Button onClick={leave} data-testid="given-leave">
          {say('back')}
        </Button>
        <Button
          type="primary"
          autoFocus
          href={paper}
          target="_blank"
          rel="noreferrer"
          data-testid="given-print"
          // The browser follows the link first.
          onClick={() => setTimeout(leave)}
        >
          {say('printPaper')}
        </Button>
      </div>
    </Dialog>
  );
}

/** An answer that names a paper and its number. */
export function givenBy(answer: unknown): PaperGiven | null {
  if (typeof answer !== 'object' || answer === null || !('paper' in answer)) return null;
  const { paper, no, receiptNo } = answer as { paper: unknown; no?: unknown; receiptNo?: unknown };
  const number = no ?? receiptNo;
  return typeof paper === 'string' && typeof number === 'string' ? { no: number, paper } : null;
}
