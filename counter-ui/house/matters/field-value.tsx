/** L1: a field of a matter, and its value before or after, in words. */
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { Material, materialText, whereFromText } from '../../../schema/catalogue/material.ts';
import type { FieldChange } from '../../../schema/hall/history.ts';
import { useApp } from '../../app-context.ts';
import { fieldText, fieldValueText, type Known } from '../history/history-words.ts';

/** A material that was just added has no id yet. */
const Materials = z.array(Material.partial({ id: true }));

export function FieldName({ field }: { field: string }) {
  return <b>{fieldText(useKnown(), field)}</b>;
}

/** Of materials those that the other version does not have like this stand out. */
type ValueProps = {
  change: FieldChange;
  side: 'from' | 'to';
  /** Of materials those alone that the other side does not have like this. */
  onlyOther?: boolean;
};

export function FieldValue({ change: { field, from, to }, side, onlyOther = false }: ValueProps) {
  const known = useKnown();
  const { say } = known;
  const own = side === 'from' ? from : to;
  const materials = field === 'materials' ? Materials.safeParse(own) : null;
  if (!materials?.success) return <span className="lines">{fieldValueText(known, field, own)}</span>;
  if (materials.data.length === 0) return <>{say('noMaterials')}</>;
  const others = new Set(linesOf(known, Materials.catch([]).parse(side === 'from' ? to : from)));
  const lines = linesOf(known, materials.data).map((text, at) => ({ text, no: at + 1, differs: !others.has(text) }));
  const shown = onlyOther ? lines.filter(({ differs }) => differs) : lines;
  if (shown.length === 0) return <>{side === 'to' && lines.length === others.size ? say('materialsOrder') : '—'}</>;
  return (
    <ol className="version-materials">
      {shown.map(({ text, no, differs }) => (
        <li key={`${no}${text}`} value={no} className={differs ? 'differs' : ''}>
          {text}
        </li>
      ))}
    </ol>
  );
}

function linesOf({ say, language }: Known, materials: z.infer<typeof Materials>): string[] {
  return materials.map((one) =>
    [
      materialText(one, language),
      ...(one.mayFollow ? [say('followLater')] : []),
      ...(one.whereFrom ? [whereFromText(one, language)] : []),
      ...(one.picture ? [say('materialSample')] : []),
    ].join(' · '),
  );
}

function useKnown(): Known {
  const { say, language, client, board } = useApp();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const named = board.rows.counters.map((one) => [one.id as string, one.label] as const);
  const labels = new Map([...named, ...(clerks.data ?? []).map((one) => [one.id as string, one.name] as const)]);
  return { say, language, settings: new Map(), labels };
}
