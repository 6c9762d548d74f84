import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import { formWord, MATERIAL_COUNT_MOST, MaterialForm } from '../../../../schema/catalogue/material.ts';
import { LANGUAGES, type Language } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';

type Rows = MatterDraft['materials'];
const NOWHERE = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

/** What the resident has to bring, in order (L3): each in three languages, original or copy, how many, and where it is had. */
export function MaterialRows({ materials, change }: { materials: Rows; change: (materials: Rows) => void }) {
  const { say } = useApp();
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
            <MaterialFields
              one={one}
              at={at}
              put={(part) => change(materials.map((other, n) => (n === at ? { ...other, ...part } : other)))}
              acts={
                <RowActs
                  at={at}
                  isLast={at === materials.length - 1}
                  move={(to) => swap(at, to)}
                  drop={() => change(materials.filter((_, n) => n !== at))}
                />
              }
            />
          </li>
        ))}
      </ol>
      <Button
        size="small"
        data-testid="add-material"
        disabled={materials.length >= 60}
        onClick={() => change([...materials, { 'zh-Hans': '', 'zh-Hant': '', en: '' }])}
      >
        {say('addMaterial')}
      </Button>
    </fieldset>
  );
}

type ActsProps = { at: number; isLast: boolean; move: (to: number) => void; drop: () => void };

function RowActs({ at, isLast, move, drop }: ActsProps) {
  const { say } = useApp();
  return (
    <span className="row-acts">
      <Button size="small" aria-label={say('moveUp')} disabled={at === 0} onClick={() => move(at - 1)}>
        ↑
      </Button>
      <Button size="small" aria-label={say('moveDown')} disabled={isLast} onClick={() => move(at + 1)}>
        ↓
      </Button>
      <Button size="small" danger data-testid={`material-${at}-remove`} onClick={drop}>
        {say('remove')}
      </Button>
    </span>
  );
}

type FieldsProps = { one: Rows[number]; at: number; put: (part: Partial<Rows[number]>) => void; acts: ReactNode };

function MaterialFields({ one, at, put, acts }: FieldsProps) {
  const { say, language } = useApp();
  return (
    <div className="material-fields">
      <div className="texts">
        {LANGUAGES.map((code) => (
          <Input
            key={code}
            maxLength={300}
            aria-label={say(`matterName.${code}`)}
            placeholder={say(`matterName.${code}`)}
            data-testid={`material-${at}-${code}`}
            value={one[code] ?? ''}
            onChange={(event) => put({ [code]: event.target.value })}
          />
        ))}
      </div>
      <div className="facts">
        <Select<MaterialForm | null>
          allowClear
          size="small"
          style={{ width: 170 }}
          aria-label={say('materialForm')}
          placeholder={say('materialForm')}
          data-testid={`material-${at}-form`}
          value={one.form ?? null}
          onChange={(form) => put({ form: form ?? null })}
          options={MaterialForm.options.map((value) => ({ value, label: formWord(value, language) }))}
        />
        <InputNumber<number>
          size="small"
          min={1}
          max={MATERIAL_COUNT_MOST}
          precision={0}
          style={{ width: 110 }}
          suffix={say('materialCountUnit')}
          aria-label={say('materialCount')}
          placeholder={say('materialCount')}
          data-testid={`material-${at}-count`}
          value={one.count ?? null}
          onChange={(count) => put({ count })}
        />
        <Checkbox checked={one.mayFollow ?? false} onChange={(event) => put({ mayFollow: event.target.checked })}>
          {say('followLater')}
        </Checkbox>
        <Checkbox
          checked={Boolean(one.whereFrom)}
          data-testid={`material-${at}-where`}
          onChange={(event) => put({ whereFrom: event.target.checked ? NOWHERE : null })}
        >
          {say('materialWhere')}
        </Checkbox>
        {acts}
      </div>
      {one.whereFrom && (
        <div className="texts">
          {LANGUAGES.map((code: Language) => (
            <Input
              key={code}
              size="small"
              maxLength={200}
              aria-label={`${say('materialWhere')} ${say(`language.${code}`)}`}
              placeholder={`${say('materialWhere')} ${say(`language.${code}`)}`}
              data-testid={`material-${at}-where-${code}`}
              value={one.whereFrom?.[code] ?? ''}
              onChange={(event) => put({ whereFrom: { ...NOWHERE, ...one.whereFrom, [code]: event.target.value } })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
