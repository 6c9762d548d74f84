/** C8, C9: the clock of a matter: its limit and extension, the stage of acceptance before it, and its pauses. */
import { Button, Checkbox, Input, Select } from 'antd';
import type { MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import { type ListedPause, PauseKind } from '../../../../schema/catalogue/facts/pauses.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled, WholeNumber } from '../../../parts/labelled.tsx';

type Stage = NonNullable<MatterDraft['acceptance']>;
type Props = { draft: MatterDraft; put: (part: Partial<MatterDraft>) => void };

export function MatterClock({ draft, put }: Props) {
  const { say } = useApp();
  const stage = draft.acceptance ?? null;
  return (
    <>
      <div className="field-row">
        <WholeNumber
          label={say('field.limitDays')}
          help={say('matterLimitHelp')}
          least={0}
          most={3650}
          testId="matter-limit"
          value={draft.limitDays}
          put={(limitDays) => put({ limitDays })}
        />
        <Labelled label={say('field.limitUnit')}>
          <Select<'working' | 'calendar'>
            data-testid="matter-limit-unit"
            value={draft.limitUnit}
            onChange={(limitUnit) => put({ limitUnit })}
            options={(['working', 'calendar'] as const).map((value) => ({ value, label: say(`value.${value}`) }))}
          />
        </Labelled>
        <WholeNumber
          label={say('field.extensionDays')}
          help={say('extensionHelp')}
          least={0}
          most={365}
          disabled={draft.limitDays === null}
          testId="matter-extension"
          value={draft.extensionDays ?? null}
          put={(extensionDays) => put({ extensionDays })}
        />
      </div>
      <div className="field-row">
        <WholeNumber
          label={say('field.acceptance')}
          help={say('acceptanceHelp')}
          least={1}
          most={365}
          testId="matter-acceptance"
          value={stage?.days ?? null}
          put={(days) => put({ acceptance: days === null ? null : { days, unit: stage?.unit ?? 'working' } })}
        />
        <Labelled label={say('field.acceptanceUnit')}>
          <Select<Stage['unit']>
            disabled={stage === null}
            data-testid="matter-acceptance-unit"
            value={stage?.unit ?? 'working'}
            onChange={(unit) => stage && put({ acceptance: { ...stage, unit } })}
            options={(['working', 'calendar'] as const).map((value) => ({ value, label: say(`value.${value}`) }))}
          />
        </Labelled>
        <WholeNumber
          label={say('field.typicalMinutes')}
          least={1}
          most={480}
          testId="matter-minutes"
          value={draft.typicalMinutes}
          put={(minutes) => put({ typicalMinutes: minutes ?? draft.typicalMinutes })}
        />
      </div>
      <PauseRows
        pauses={draft.pauses ?? []}
        change={(pauses) => put({ pauses: pauses.length === 0 ? null : pauses })}
      />
    </>
  );
}

function PauseRows({ pauses, change }: { pauses: ListedPause[]; change: (pauses: ListedPause[]) => void }) {
  const { say } = useApp();
  const free = PauseKind.options.filter((kind) => pauses.every((one) => one.kind !== kind));
  const put = (at: number, part: Partial<ListedPause>) =>
    change(pauses.map((one, n) => (n === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="pause-rows">
      <legend>{say('field.pauses')}</legend>
      <p className="soft">{say('pausesHelp')}</p>
      {pauses.map((one, at) => (
        <div key={one.kind} className="pause-row">
          <Select<PauseKind>
            aria-label={say('pauseKind')}
            data-testid={`pause-${at}-kind`}
            value={one.kind}
            onChange={(kind) => put(at, { kind })}
            options={[one.kind, ...free].map((value) => ({ value, label: say(`pause.${value}`) }))}
          />
          <Input
            maxLength={200}
            aria-label={say('pauseBasis')}
            placeholder={say('pauseBasis')}
            data-testid={`pause-${at}-basis`}
            value={one.basis}
            onChange={(event) => put(at, { basis: event.target.value })}
          />
          <Checkbox checked={one.counts} onChange={(event) => put(at, { counts: event.target.checked })}>
            {say('pauseCounts')}
          </Checkbox>
          <Button
            size="small"
            aria-label={say('remove')}
            onClick={() => change(pauses.filter((_, n) => n !== at))}
            data-testid={`pause-${at}-remove`}
          >
            ✕
          </Button>
        </div>
      ))}
      {free[0] !== undefined && (
        <Button
          size="small"
          data-testid="add-pause"
          onClick={() => change([...pauses, { kind: free[0]!, basis: '', counts: false }])}
        >
          {say('addPause')}
        </Button>
      )}
    </fieldset>
  );
}
