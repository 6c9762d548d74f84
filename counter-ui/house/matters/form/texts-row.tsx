import { Input } from 'antd';
import { LANGUAGES, type Names } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';

const NOTHING: Names = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
type Props = {
  /** As its fields are called by the tests: `place` has `matter-place-en`. */
  field: 'department' | 'fee' | 'basis' | 'conditions' | 'place';
  texts: Names | null | undefined;
  most: number;
  isLong?: boolean;
  /** Null: all three are empty. */
  write: (texts: Names | null) => void;
};

/** L3, A4: one text in the three languages beside each other. */
export function TextsRow({ field, texts, most, isLong = false, write }: Props) {
  const { say } = useApp();
  const now = texts ?? NOTHING;
  const put = (part: Partial<Names>) => {
    const next = { ...now, ...part };
    write(Object.values(next).every((one) => one === '') ? null : next);
  };
  return (
    <div className="field-row">
      {LANGUAGES.map((code) => {
        const shared = {
          maxLength: code === 'en' ? most * 2 : most,
          'data-testid': `matter-${field}-${code}`,
          value: now[code],
          onChange: (event: { target: { value: string } }) => put({ [code]: event.target.value }),
        };
        return (
          <Labelled
            key={code}
            label={say('fieldIn', { field: say(`field.${field}`), language: say(`language.${code}`) })}
          >
            {isLong ? <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} {...shared} /> : <Input {...shared} />}
          </Labelled>
        );
      })}
    </div>
  );
}
