import { Checkbox, Input, Radio, Select } from 'antd';
import {
  ApplicantsWord,
  type HelperFacts,
  HelperRelation,
  HelperScope,
  type HelperTerms,
} from '../../schema/people/helper.ts';
import { useApp } from '../app-context.ts';
import { Labelled } from '../parts/labelled.tsx';
import { dayOf } from '../words/hall-time.ts';

export type HelperDraft = Omit<HelperFacts, 'language' | 'telephone' | 'how'> & {
  telephone: string;
  /** Nobody's word is assumed. */
  how: ApplicantsWord | null;
};
export const NO_HELPER: HelperDraft = {
  ...{ name: '', telephone: '', relation: 'family', scope: ['hand-in', 'be-told'], until: null, how: null },
};
type TermsDraft = Omit<HelperTerms, 'how'> & { how: ApplicantsWord | null };

/** Whole, or null while something is missing. */
export function termsOf({ scope, until, how }: TermsDraft): HelperTerms | null {
  return how && scope.length > 0 ? { scope, until, how } : null;
}

export function helperOf({ name, telephone, relation, ...draft }: HelperDraft): Omit<HelperFacts, 'language'> | null {
  const terms = termsOf(draft);
  return terms && name.trim() ? { ...terms, name, telephone: telephone.trim() || null, relation } : null;
}

type Props = { value: HelperDraft; put: (part: Partial<HelperDraft>) => void };

/** Who comes for the applicant, and what the applicant lets them do (C14). */
export function HelperFields({ value, put }: Props) {
  const { say } = useApp();
  return (
    <>
      <div className="field-row">
        <Labelled label={say('helperName')}>
          <Input
            maxLength={60}
            autoComplete="off"
            data-testid="helper-name"
            value={value.name}
            onChange={(event) => put({ name: event.target.value })}
          />
        </Labelled>
        <Labelled label={say('helperRelation')}>
          <Select<HelperRelation>
            data-testid="helper-relation"
            value={value.relation}
            onChange={(relation) => put({ relation })}
            options={HelperRelation.options.map((one) => ({ value: one, label: say(`helperRelation.${one}`) }))}
          />
        </Labelled>
        <Labelled label={say('helperTelephone')}>
          <Input
            type="tel"
            maxLength={40}
            autoComplete="off"
            value={value.telephone}
            onChange={(event) => put({ telephone: event.target.value })}
          />
        </Labelled>
      </div>
      <TermsFields value={value} put={put} />
    </>
  );
}

/** For what, until when, and by which word of the applicant. */
export function TermsFields({ value, put }: { value: TermsDraft; put: (part: Partial<TermsDraft>) => void }) {
  const { say, hallNow } = useApp();
  return (
    <>
      <Labelled label={say('helperScope')}>
        <Checkbox.Group
          data-testid="helper-scope"
          value={value.scope}
          onChange={(scope) => put({ scope })}
          options={HelperScope.options.map((one) => ({ value: one, label: say(`helperScope.${one}`) }))}
        />
      </Labelled>
      <Labelled label={say('helperUntil')} help={say('helperUntilHelp')}>
        <Input
          type="date"
          data-testid="helper-until"
          min={dayOf(new Date(hallNow()).toISOString())}
          value={value.until ?? ''}
          onChange={(event) => put({ until: event.target.value || null })}
        />
      </Labelled>
      <Word value={value.how} put={(how) => put({ how })} />
    </>
  );
}

export function Word({ value, put }: { value: ApplicantsWord | null; put: (how: ApplicantsWord) => void }) {
  const { say } = useApp();
  return (
    <Labelled label={say('applicantsWord')}>
      <Radio.Group
        data-testid="applicants-word"
        value={value}
        onChange={(event) => put(event.target.value)}
        options={ApplicantsWord.options.map((one) => ({ value: one, label: say(`applicantsWord.${one}`) }))}
      />
    </Labelled>
  );
}
