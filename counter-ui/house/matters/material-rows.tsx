import { Button, Input } from 'antd';
import type { MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import { useApp } from '../../app-context.ts';

type Rows = MatterDraft['materials'];
const SCRIPTS = ['zh-Hans', 'zh-Hant'] as const;

/** What the resident has to bring, in order; each in both scripts. */
export function MaterialRows({ materials, change }: { materials: Rows; change: (materials: Rows) => void }) {
  const { say } = useApp();
  const put = (at: number, part: Partial<Rows[number]>) =>
    change(materials.map((one, n) => (n === at ? { ...one, ...part } : one)));
  const swap = (at: number, to: number) =>
    change(materials.map((one, n) => (n === at ? materials[to]! : n === to ? materials[at]! : one)));
  return (
    <fieldset className="material-rows">
      <legend>{say('materials')}</legend>
      {materials.length === 0 && <p className="soft">{say('noMaterials')}</p>}
      <ol>
        {materials.map((one, at) => (
          // A new one has no id yet.
          <li key={one.id ?? `new-${at}`} data-testid="material-row">
            {SCRIPTS.map((script) => (
              <Input
                key={script}
                maxLength={300}
                aria-label={say(`matterName.${script}`)}
                placeholder={say(`matterName.${script}`)}
                data-testid={`material-${at}-${script}`}
                value={one[script]}
                onChange={(event) => put(at, { [script]: event.target.value })}
              />
            ))}
            <Button size="small" aria-label={say('moveUp')} disabled={at === 0} onClick={() => swap(at, at - 1)}>
              ↑
            </Button>
            <Button
              size="small"
              aria-label={say('moveDown')}
              disabled={at === materials.length - 1}
              onClick={() => swap(at, at + 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              danger
              data-testid={`material-${at}-remove`}
              onClick={() => change(materials.filter((_, n) => n !== at))}
            >
              {say('remove')}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        data-testid="add-material"
        disabled={materials.length >= 60}
        onClick={() => change([...materials, { 'zh-Hans': '', 'zh-Hant': '' }])}
      >
        {say('addMaterial')}
      </Button>
    </fieldset>
  );
}
