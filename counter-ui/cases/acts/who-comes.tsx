import { Radio } from 'antd';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';

/** `told`: where somebody is told, and nobody brings anything. */
type Props = { one: ListedCase; helper: boolean; put: (helper: boolean) => void; told?: boolean };

/** C14: asked where somebody was entered who may come for the applicant; the hall says what the helper may not do. */
export function WhoComes({ one, helper, put, told = false }: Props) {
  const { say } = useApp();
  if (!one.helper) return null;
  const { person } = one.helper;
  return (
    <Radio.Group
      className="decisions"
      data-testid="who-comes"
      value={helper}
      onChange={(event) => put(event.target.value)}
      options={[
        { value: false, label: say(told ? 'toldApplicant' : 'comesApplicant') },
        { value: true, label: say(told ? 'toldHelper' : 'comesHelper', { name: person.erased ? '' : person.name }) },
      ]}
    />
  );
}
