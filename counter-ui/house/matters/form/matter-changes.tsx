/** L1: each field that saving would change, old and new, beside the button that saves. */
import type { Evidence, MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import type { FieldChange } from '../../../../schema/hall/history.ts';
import { useApp } from '../../../app-context.ts';
import { FieldName, FieldValue } from '../field-value.tsx';

/** `evidence`: where the matter's words are from; with the first save they are the hall's own. */
type Props = { before: MatterDraft; after: MatterDraft; evidence: Evidence };

export function MatterChanges({ before, after, evidence }: Props) {
  const { say } = useApp();
  const changes = changesOf(before, after);
  if (changes.length === 0) return <p className="soft">{say('nothingChanged')}</p>;
  const all = evidence === 'hall' ? changes : [...changes, { field: 'evidence', from: evidence, to: 'hall' }];
  return <ChangedFields changes={all} />;
}

/** One a line, old and new. */
export function ChangedFields({ changes }: { changes: FieldChange[] }) {
  const { say } = useApp();
  return (
    <table className="matter-changes" data-testid="matter-changes">
      <thead>
        <tr>
          <th>{say('historyField')}</th>
          <th>{say('changesFrom')}</th>
          <th>{say('changesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field} data-testid={`changes-${change.field}`}>
            <td>
              <FieldName field={change.field} />
            </td>
            <td>
              <FieldValue change={change} side="from" onlyOther />
            </td>
            <td>
              <FieldValue change={change} side="to" onlyOther />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function changesOf(before: MatterDraft, after: MatterDraft): FieldChange[] {
  return (Object.keys(after) as (keyof MatterDraft)[]).flatMap((field): FieldChange[] => {
    const [from, to] = [before[field], after[field]];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from: from ?? null, to: to ?? null }];
  });
}
