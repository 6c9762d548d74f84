/** A matter whose entrustment ends soon, as the supervisor reads it who asks an administrator to renew it (L2). */
import { Button } from 'antd';
import type { MatterId } from '../../schema/ids.ts';
import { matterName, useApp } from '../app-context.ts';
import { standingText } from '../house/history/history-words.ts';
import { Dialog } from '../parts/dialog.tsx';
import { MatterFacts } from '../work/sitting/matter-facts.tsx';

export function EntrustedMatter({ matterId, leave }: { matterId: MatterId; leave: () => void }) {
  const app = useApp();
  const { say, matters } = app;
  const standing = matters.get(matterId)?.standing;
  return (
    <Dialog title={matterName(app, matterId)} leave={leave} width={680}>
      <p>{say('todo.entrustment')}</p>
      {standing &&
        standingText(say, standing)
          .split('\n')
          .map((line) => <p key={line}>{line}</p>)}
      <MatterFacts matterId={matterId} />
      <div className="form-foot">
        <Button autoFocus onClick={leave} data-testid="entrusted-matter-back">
          {say('back')}
        </Button>
      </div>
    </Dialog>
  );
}
