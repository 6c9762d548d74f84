/** Telling somebody by telephone or otherwise (C5, C7): the number to dial, what to say, and what came of it. */
import { Radio, Select } from 'antd';
import { SIGNED_WAYS, SignedFor, TellingWay } from '../../../../schema/cases/conclusion.ts';
import { inLanguage } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { useKeys } from '../../../hooks/use-keys.ts';
import { KeyButton } from '../../../parts/key-button.tsx';
import { Labelled } from '../../../parts/labelled.tsx';
import { Masked } from '../../../people/masked.tsx';
import { Text } from '../act-text.tsx';
import type { Form, PartsProps, PressedProps } from '../forms.tsx';
import { WhoComes } from '../who-comes.tsx';
import { callText } from './call-text.ts';
import { Signed } from './signed.tsx';

export const RING: Form = {
  lead: null,
  Parts: RingParts,
  isPressed: true,
  wish: ({ cases }, { caseId, ringTask }, { reached, text, way }) => {
    if (reached === null || (ringTask?.unreachable && !way)) return null;
    const by = ringTask?.unreachable && way ? { way } : {};
    return (requestId) => cases.ring({ requestId, caseId, reached, remark: text, ...by });
  },
};

export const TELL: Form = {
  lead: 'tellLead',
  Parts: TellParts,
  wish: ({ cases }, { caseId }, { way, reached, text, helper, ...typed }) => {
    const signs = reached === true && way !== null && SIGNED_WAYS.includes(way);
    const signed = signs ? SignedFor.safeParse(typed).data : undefined;
    if (!way || reached === null || (way === 'collected' && reached && !signed)) return null;
    return (requestId) =>
      cases.tell({ requestId, caseId, way, reached, remark: text, helper: helper && reached, signed });
  },
};

/** P1, C12: somebody whom nobody can ring is told otherwise, and the way is said. */
function RingParts({ one, fields, put, press }: PressedProps) {
  const { say } = useApp();
  const isByTelephone = !one.ringTask?.unreachable;
  const isReady = isByTelephone || fields.way !== null;
  const ends = (reached: boolean) => () => isReady && press({ reached });
  useKeys({ 'Alt+KeyY': ends(true), 'Alt+KeyN': ends(false) });
  return (
    <>
      <p>{say(isByTelephone ? 'ringLead' : 'tellInPersonLead')}</p>
      <Call one={one} act="ring" />
      {!isByTelephone && <Way fields={fields} put={put} />}
      <Text label="tellRemark" fields={fields} put={put} />
      <div className="call-ends">
        <KeyButton type="primary" keyName="Alt+Y" testId="ring-reached" disabled={!isReady} onPress={ends(true)}>
          {say(isByTelephone ? 'ringReached' : 'toldResident')}
        </KeyButton>
        <KeyButton keyName="Alt+N" testId="ring-missed" disabled={!isReady} onPress={ends(false)}>
          {say('tellMissed')}
        </KeyButton>
      </div>
    </>
  );
}

/** P2: the telephone is masked until a key shows it, which is recorded. */
function Call({ one, act }: Pick<PartsProps, 'one'> & { act: 'tell' | 'ring' }) {
  const { say, language, board } = useApp();
  const [hall] = board.rows.hall;
  const { applicant } = one;
  return (
    <section className="call" data-testid="call">
      {applicant?.telephone ? (
        <Masked person={applicant} telephoneKey="Alt+KeyT" checkKey="Alt+KeyK" />
      ) : (
        <p className="soft">{say('callNoTelephone')}</p>
      )}
      <blockquote className="quoted" data-testid="call-text">
        {callText(say, language, hall ? inLanguage(hall.names, language) : '', one, act)}
      </blockquote>
    </section>
  );
}

function TellParts({ one, fields, put }: PartsProps) {
  const { say } = useApp();
  return (
    <>
      <Call one={one} act="tell" />
      <Radio.Group
        className="decisions"
        value={fields.reached}
        onChange={(event) => put({ reached: event.target.value })}
        options={[
          { value: true, label: say(one.helper ? 'tellReachedSomebody' : 'tellReached') },
          { value: false, label: say('tellMissed') },
        ]}
      />
      {fields.reached && <WhoComes one={one} helper={fields.helper} put={(helper) => put({ helper })} told />}
      <Way fields={fields} put={put} />
      {fields.reached && fields.way && SIGNED_WAYS.includes(fields.way) && <Signed fields={fields} put={put} />}
      <Text label="tellRemark" fields={fields} put={put} />
    </>
  );
}

function Way({ fields, put }: Omit<PartsProps, 'one'>) {
  const { say } = useApp();
  return (
    <Labelled label={say('tellWay')}>
      <Select<TellingWay>
        data-testid="tell-way"
        value={fields.way}
        onChange={(way) => put({ way })}
        options={TellingWay.options.map((value) => ({ value, label: say(`way.${value}`) }))}
      />
    </Labelled>
  );
}
