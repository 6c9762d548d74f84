import { Checkbox } from 'antd';
import type { KeyboardEvent } from 'react';
import { type Material, materialText } from '../../../../schema/catalogue/material.ts';
import { useApp } from '../../../app-context.ts';
import { KeyCap } from '../../../parts/key-cap.tsx';
import type { PartProps } from './conclusion.ts';

/** C7: everything missing at once, from the catalogue only. Digits tick, so the hand need not leave the keys. */
export function Missing({ materials, draft, put }: PartProps & { materials: readonly Material[] }) {
  const { say, language } = useApp();
  const toggle = (id: string) =>
    put({ missing: draft.missing.includes(id) ? draft.missing.filter((one) => one !== id) : [...draft.missing, id] });
  const onDigit = (event: KeyboardEvent) => {
    const material = materials[Number(event.key) - 1];
    if (!material) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(material.id);
  };
  if (materials.length === 0) return <p className="soft">{say('noticeImpossible')}</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the checkboxes are the controls; digits are a shortcut to them
    <div className="missing" onKeyDown={onDigit}>
      {materials.map((material, index) => (
        <Checkbox
          key={material.id}
          autoFocus={index === 0}
          data-testid={`missing-${index}`}
          checked={draft.missing.includes(material.id)}
          onChange={() => toggle(material.id)}
        >
          {index < 9 && <KeyCap>{String(index + 1)}</KeyCap>} {materialText(material, language)}
        </Checkbox>
      ))}
    </div>
  );
}
