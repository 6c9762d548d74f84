/** The settings that screens obey; each board shows those that its own need. */
import type { Settings } from '../../schema/settings.ts';
import type { Reader } from '../ledger/reader.ts';

type SettingsRow = Settings & { id: 'settings' };

const row = ({ settings }: Reader): SettingsRow => ({ id: 'settings', ...settings });

export const hallBoard = { settings: { row, rows: (from: Reader) => [row(from)] } };
