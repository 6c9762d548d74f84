/** The catalogue as a file: taken out, and read in after each row was looked at (L1); nothing is half read in. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Dropdown, Table } from 'antd';
import { useRef, useState } from 'react';
import type { ImportedRow } from '../../../../schema/catalogue/import.ts';
import type { FieldChange } from '../../../../schema/hall/history.ts';
import { refusalSentence } from '../../../../schema/refusal.ts';
import { newRequestId } from '../../../../web/client.ts';
import { useApp } from '../../../app-context.ts';
import { csvOf, saveFile, workbookOf } from '../../../hall/table-file.ts';
import { useFormWish } from '../../../hooks/use-form-wish.tsx';
import { byLabel } from '../../../parts/counter-order.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import type { WordKey } from '../../../words/speak.ts';
import { ChangedFields } from '../form/matter-changes.tsx';
import { MatterTouched } from '../form/matter-touched.tsx';
import { allowedIn } from './allowed.ts';
import { asFiled, type Column, matterTable, type Row } from './matter-table.ts';
import { keepPictures, withPictures } from './pictures.ts';
import { readMatters } from './read-file.ts';

const KINDS = ['xlsx', 'csv', 'json'] as const;

export function MatterFiles() {
  const { say, catalogue, board, client } = useApp();
  const [chosen, setChosen] = useState<{ name: string; rows: Row[] } | null>(null);
  const [wrong, setWrong] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  async function choose(file: File | undefined) {
    if (!file) return;
    const rows = await readMatters(file, board.rows.counters);
    setWrong(rows === null || rows.length === 0);
    setChosen(rows?.length ? { name: file.name, rows } : null);
  }

  async function save(kind: (typeof KINDS)[number]) {
    const { matters } = catalogue;
    const accounts = await client.administration.clerks({});
    const name = `${say('section.matters')}.${kind}`;
    if (kind === 'json') {
      const whole = asFiled(await withPictures(matters), accounts);
      return saveFile(name, new Blob([JSON.stringify(whole, null, 2)]));
    }
    const table = matterTable(say, matters, board.rows.counters, accounts);
    saveFile(name, kind === 'csv' ? csvOf(table) : await workbookOf({ [say('section.matters')]: table }));
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: KINDS.map((kind) => ({ key: kind, label: say(`exportAs.${kind}`) })),
          onClick: ({ key }) => void save(key as (typeof KINDS)[number]),
        }}
      >
        <Button data-testid="export-matters">{say('exportMatters')}</Button>
      </Dropdown>
      <Button onClick={() => chooser.current?.click()} data-testid="import-matters">
        {say('importMatters')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".xlsx,.csv,.json"
        hidden
        data-testid="matters-file"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          // The same file can be chosen again once it was put right.
          event.target.value = '';
        }}
      />
      {wrong && (
        <Dialog title={say('importMatters')} leave={() => setWrong(false)} width={520}>
          <Alert type="error" showIcon title={say('importNoFile')} data-testid="file-wrong" />
        </Dialog>
      )}
      {chosen && <ImportDialog {...chosen} leave={() => setChosen(null)} />}
    </>
  );
}

type Shown = Record<'code' | 'name' | 'why', string> & {
  row: number;
  is: ImportedRow['is'] | 'unread';
  changes: FieldChange[];
};

function ImportDialog({ name, rows, leave }: { name: string; rows: Row[]; leave: () => void }) {
  const { say, client, tell, reloadCatalogue } = useApp();
  const { send, busy, refused } = useFormWish();
  const [judged, setJudged] = useState<ImportedRow[] | null>(null);
  const readable = rows.flatMap((row) => ('matter' in row ? [row] : []));
  const [matters, setMatters] = useState(readable.map(({ matter }) => matter));
  const carries = readable.some(({ pictures = [] }) => pictures.some((one) => one !== undefined));
  const shown = useShown(rows, judged);
  const [opened, setOpened] = useState<number[]>([]);
  const count = (is: Shown['is']) => shown.filter((one) => one.is === is).length;
  const isRight = judged !== null && count('refused') + count('unread') === 0;

  const faulty = count('refused') + count('unread');
  const whyNot =
    faulty > 0 && (judged || readable.length === 0)
      ? say('importWhyNot', { count: faulty })
      : judged && count('new') + count('changed') === 0
        ? say('importSame')
        : null;
  const changed = (judged ?? []).flatMap((one) => (one.is === 'changed' ? [one.id] : []));

  async function look() {
    const answer = await send(async () => {
      const named = await keepPictures(readable, (bytes) =>
        client.administration.keepPicture({ requestId: newRequestId(), bytes }),
      );
      setMatters(named);
      return client.administration.previewImport({ matters: named });
    });
    if (!answer) return;
    setJudged(answer);
    // Of a few each is seen at once, of many the one that somebody opens.
    const changes = readable.filter((_, at) => answer[at]?.is === 'changed').map(({ row }) => row);
    setOpened(changes.length > OPENED_MOST ? [] : changes);
  }
  async function save() {
    const saved = await send((requestId) => client.administration.importMatters({ requestId, matters }));
    if (!saved) return;
    tell(say('importSaved', { count: saved.saved }));
    reloadCatalogue();
    leave();
  }

  return (
    <Dialog title={say('importTitle', { name })} leave={leave} width={860}>
      <p className="soft import-lead" data-testid="import-count">
        {judged
          ? say('importCount', {
              ...{ fresh: count('new'), changed: count('changed'), same: count('same') },
              refused: count('refused') + count('unread'),
            })
          : say('importLead', { count: rows.length })}
      </p>
      {!carries && <p className="soft import-lead">{say('importKeepsPictures')}</p>}
      <Table<Shown>
        size="small"
        rowKey="row"
        pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
        dataSource={[...shown].sort((a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is) || a.row - b.row)}
        columns={[
          { title: say('importRow'), dataIndex: 'row', width: 70 },
          { title: say('matterCode'), dataIndex: 'code', width: 130 },
          { title: say('matter'), dataIndex: 'name', width: 220 },
          {
            title: say('importBecomes'),
            width: 90,
            render: (_, one) => (
              <span className={isFault(one) ? 'chip chip-late' : ''} data-testid={`import-${one.row}`}>
                {judged || one.is === 'unread' ? say(`import.${one.is}`) : '—'}
              </span>
            ),
          },
          { title: say('importWhy'), dataIndex: 'why' },
        ]}
        expandable={{
          rowExpandable: ({ changes }) => changes.length > 0,
          expandedRowRender: ({ changes }) => <ChangedFields changes={changes} />,
          expandedRowKeys: opened,
          onExpandedRowsChange: (keys) => setOpened(keys as number[]),
        }}
      />
      {changed.length > 0 && <MatterTouched matterIds={changed} isChanged />}
      {refused}
      <div className="form-foot">
        {whyNot && (
          <span className="soft" data-testid="import-why-not">
            {whyNot}
          </span>
        )}
        <Button onClick={leave}>{say('cancel')}</Button>
        {judged ? (
          <Button
            type="primary"
            loading={busy}
            disabled={!isRight || count('new') + count('changed') === 0}
            onClick={() => void save()}
            data-testid="import-save"
          >
            {say('importSave', { count: count('new') + count('changed') })}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={busy}
            disabled={readable.length === 0}
            onClick={() => void look()}
            data-testid="import-look"
          >
            {say('importLook')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const OPENED_MOST = 3;
/** What asks for something stands first. */
const ORDER: Shown['is'][] = ['unread', 'refused', 'changed', 'new', 'same'];
const isFault = ({ is }: Shown) => is === 'refused' || is === 'unread';

/** Each row of the file with what becomes of it; what was not judged yet is shown as the same. */
function useShown(rows: Row[], judged: ImportedRow[] | null): Shown[] {
  const { say, language, catalogue, board, client } = useApp();
  const asked = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const handling = (asked.data ?? []).filter((one) => one.active && !one.blocked && one.role !== 'administrator');
  const hall = {
    accounts: handling.map(({ account }) => account),
    groups: catalogue.groups.map(({ id }) => id),
    counters: [...board.rows.counters].sort(byLabel).map(({ label }) => label),
  };
  /** A column whose cells hold one of a few words is named with them. */
  const faultyColumn = (column: Column) => {
    const name = say(`column.${column}`);
    const allowed = allowedIn(say, column, hall)?.join(say('listComma'));
    return allowed ? say('importAllowed', { name, allowed }) : name;
  };
  let at = 0;
  return rows.map((row): Shown => {
    const { name } = row;
    if ('fields' in row) {
      const fields = row.fields.map(faultyColumn).join(say('semicolon'));
      return { row: row.row, code: row.code, name, is: 'unread', why: say('importUnread', { fields }), changes: [] };
    }
    const one = judged?.[at++];
    const changes = one?.changes ?? [];
    const changed = changes.map(({ field }) => say(`field.${field}` as WordKey)).join(say('listComma'));
    const leaves = one?.leaves ? say('importLeaves') : '';
    const loses = one?.losesPictures ? say('importLosesPictures', { count: one.losesPictures }) : '';
    const told = [changed, leaves, loses].filter(Boolean).join(say('listComma'));
    const why = one?.refused ? refusalSentence(one.refused, one.facts, language) : told;
    return { row: row.row, code: row.matter.id, name, is: one?.is ?? 'same', why, changes };
  });
}
