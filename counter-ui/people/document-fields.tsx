import { Input, Select } from 'antd';
import {
  canonicalDocument,
  DOCUMENT_KINDS,
  type DocumentKind,
  type IdentityDocument,
} from '../../schema/typed/document.ts';
import { useApp } from '../app-context.ts';
import { Labelled } from '../parts/labelled.tsx';

type Props = { label: string; value: IdentityDocument; put: (value: IdentityDocument) => void; kinds?: DocumentKind[] };

/** Which document, and its number. */
export function DocumentFields({ label, value, put, kinds = [...DOCUMENT_KINDS] }: Props) {
  const { say } = useApp();
  const isWrong = value.number !== '' && canonicalDocument(value.kind, value.number) === null;
  return (
    <div className="field-row">
      <Labelled label={label}>
        <Select<DocumentKind>
          value={value.kind}
          options={kinds.map((kind) => ({ value: kind, label: say(`document.${kind}`) }))}
          onChange={(kind) => put({ ...value, kind })}
        />
      </Labelled>
      <Labelled label={say('documentNumber')}>
        <Input
          maxLength={64}
          autoComplete="off"
          data-testid="document-number"
          status={isWrong ? 'warning' : undefined}
          value={value.number}
          onChange={(event) => put({ ...value, number: event.target.value })}
        />
      </Labelled>
    </div>
  );
}
