/** The settings that screens obey, each board those that its own need; and what is wrong with the hall. */
import type { Trouble } from '../../schema/hall/trouble.ts';
import type { Settings } from '../../schema/settings.ts';
import type { Reader } from '../ledger/reader.ts';
import type { Rows } from '../ledger/subject/board.ts';

type SettingsRow = Settings & { id: 'settings' };

const row = ({ settings }: Reader): SettingsRow => ({ id: 'settings', ...settings });

const troubles: Rows<Trouble> = {
  row: (from, id) => from.troubles.find((one) => one.id === id) ?? null,
  rows: (from) => [...from.troubles],
};

export const hallBoard = { settings: { row, rows: (from: Reader) => [row(from)] }, troubles };
