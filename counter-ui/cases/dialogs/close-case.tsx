import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { hasSubstance, ToldBy } from '../../../schema/cases/conclusion.ts';
import { isInWriting } from '../../../schema/cases/events.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useKeptForm } from '../../hooks/forms/use-kept-form.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { WhoComes } from '../acts/who-comes.tsx';

type Props = { one: ListedCase; leave: () => void; done: () => void };

const DECISIONS = ['granted', 'refused', 'withdrawn'] as const;
type Fields = {
  outcome: (typeof DECISIONS)[number] | null;
  note: string;
  basis: string;
  helper: boolean;
  here: boolean;
  told: ToldBy | '';
};

/** Ends a case, or proposes its refusal, which a second person confirms (C6). */
export function CloseCase({ one, leave, done }: Props) {
  const { say, client, act, tell, language, matters } = useApp();
  const { fields, put, drop, giveUp } = useKeptForm<Fields>(one.caseId, 'close', {
    ...{ outcome: null, note: '', basis: matters.get(one.matterId)?.basis['zh-Hans'] ?? '' },
    ...{ helper: false, here: false, told: '' },
  });
  const { outcome, note, basis, helper, here, told } = fields;
  // C5: of whom nothing is entered: how it was said is what shows that the resident knows.
  const isUnknown = one.applicant === null && isInWriting(one.origin.by);
  const isUntold = outcome === 'withdrawn' && isUnknown && !here && !helper && told === '';
  const refused = outcome === 'refused';
  const ready =
    !isUntold &&
    outcome !== null &&
    (refused ? hasSubstance(note) && basis.trim().length >= 2 : note.trim().length >= 2);
  // What was never accepted can only be withdrawn.
  const decisions = one.phase === 'noticed' ? (['withdrawn'] as const) : DECISIONS;

  async function close() {
    const { caseId } = one;
    const text = note.trim();
    const closed = await act((requestId) =>
      outcome === 'refused'
        ? client.cases.proposeRefusal({ requestId, caseId, reason: text, basis: basis.trim() })
        : client.cases.close({
            requestId,
            caseId,
            outcome: outcome!,
            note: text,
            here: here && outcome === 'withdrawn',
            helper: helper && outcome === 'withdrawn',
            ...(told && outcome === 'withdrawn' ? { told } : {}),
          }),
    );
    if (!closed) return;
    drop();
    tell(say(refused ? 'refusalProposed' : 'caseClosed'));
    done();
  }

  return (
    <Dialog title={say('closeCase')} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void close();
        }}
      >
        <p className="soft">{`${one.receiptNo ?? one.number} · ${inLanguage(one.matterNames, language)}`}</p>
        <Radio.Group
          className="decisions"
          value={outcome}
          onChange={(event) => put({ outcome: event.target.value })}
          options={decisions.map((value) => ({
            value,
            label: say(value === 'refused' ? 'proposeRefused' : `outcome.${value}`),
          }))}
        />
        {one.phase === 'noticed' && <p className="soft">{say('noticedOnlyWithdrawn')}</p>}
        {outcome === 'withdrawn' && (
          <>
            <WhoComes one={one} helper={helper} put={(of) => put({ helper: of })} />
            <Checkbox
              checked={here}
              onChange={(event) => put({ here: event.target.checked })}
              data-testid="resident-here"
            >
              {say('residentHere')}
            </Checkbox>
            {isUnknown && !here && (
              <Labelled label={say('wishBy')} help={say('wishByNeeded')}>
                <Select
                  data-testid="told-by"
                  allowClear
                  placeholder={say('toldByChoose')}
                  value={told || null}
                  options={ToldBy.options.map((way) => ({ value: way, label: say(`way.${way}`) }))}
                  onChange={(way: ToldBy | undefined) => put({ told: way ?? '' })}
                />
              </Labelled>
            )}
          </>
        )}
        <Labelled
          label={say(refused ? 'refusalReason' : 'decisionNote')}
          help={refused ? say('refusedHelp') : undefined}
        >
          <Input.TextArea
            rows={3}
            maxLength={500}
            data-testid="decision-note"
            value={note}
            onChange={(event) => put({ note: event.target.value })}
          />
        </Labelled>
        {refused && (
          <Labelled label={say('refusalBasis')}>
            <Input
              maxLength={500}
              data-testid="refusal-basis"
              value={basis}
              onChange={(event) => put({ basis: event.target.value })}
            />
          </Labelled>
        )}
        <div className="form-foot">
          <Button onClick={() => giveUp(leave)}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} data-testid="close-case-submit">
            {say(refused ? 'proposeRefusal' : 'closeCase')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
