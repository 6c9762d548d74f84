import { Button, Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import { type Material, materialText } from '../../../../schema/catalogue/material.ts';
import type { Draft } from '../../../../schema/line/draft.ts';
import { useApp } from '../../../app-context.ts';
import { KeyCap } from '../../../parts/key-cap.tsx';

/** `there`: tells what lies there; with nothing ticked, whether somebody looked and nothing was brought. */
type Props = {
  materials: readonly Material[];
  ticked: readonly string[];
  draft: Draft;
  there: (ids: string[], isNothing: boolean) => void;
};

/** C7: a tick is what lies there, as in the checklist; the notice asks for all the rest at once. Digits tick. */
export function Missing({ materials, ticked, draft, there }: Props) {
  const { say, language } = useApp();
  const isNothing = ticked.length === 0 && draft.missing.length === materials.length;
  const toggle = (id: string) =>
    there(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id], false);
  const nothing = () => there([], !isNothing);
  const onDigit = (event: KeyboardEvent) => {
    const material = materials[Number(event.key) - 1];
    if (!material && event.key !== '0') return;
    event.preventDefault();
    event.stopPropagation();
    if (material) toggle(material.id);
    else nothing();
  };
  if (materials.length === 0) return <p className="soft">{say('noticeImpossible')}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the checkboxes are the controls; digits are a shortcut to them
    <div className="missing" onKeyDown={onDigit}>
      {materials.map((material, index) => (
        <Checkbox
          key={material.id}
          autoFocus={index === 0}
          data-testid={`there-${index}`}
          checked={ticked.includes(material.id)}
          onChange={() => toggle(material.id)}
        >
          {index < 9 && <KeyCap>{String(index + 1)}</KeyCap>} {materialText(material, language)}{' '}
          {draft.missing.includes(material.id) && (
            <span className="chip chip-late" data-testid="lacks">
              {say('lacks')}
            </span>
          )}
        </Checkbox>
      ))}
      <Button size="small" type={isNothing ? 'primary' : 'default'} data-testid="nothing-there" onClick={nothing}>
        {say('nothingThere')} <KeyCap>0</KeyCap>
      </Button>
    </div>
  );
}
