/** Old and new of each setting, before they hold for the whole hall. */
import { inLanguage } from '../../../schema/ids.ts';
import type { Settings } from '../../../schema/settings.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { valueText } from './setting-words.ts';
import type { Wanted } from './settings.tsx';

type Props = { wanted: Wanted[]; leave: () => void; done: () => Promise<void> };

export function ConfirmSettings({ wanted, leave, done }: Props) {
  const { say, client, tell, language } = useApp();
  const { send, busy, refused } = useFormWish();

  async function save() {
    const settings: Partial<Settings> = Object.fromEntries(wanted.map(({ setting, to }) => [setting.key, to]));
    if (!(await send((requestId) => client.settings.change({ requestId, settings })))) return;
    tell(say('settingsSaved', { count: wanted.length }));
    await done();
  }
  return (
    <ConfirmDialog
      title={say('settingsConfirm')}
      width={620}
      leave={leave}
      confirm={() => void save()}
      doesWhat={say('save')}
      leaves="back"
      busy={busy}
      testId="save-settings"
    >
      <p className="soft">{say('settingsConfirmLead')}</p>
      <ul className="settings-changes" data-testid="settings-changes">
        {wanted.map(({ setting, to }) => (
          <li key={setting.key}>
            <span>{inLanguage(setting.name, language)}</span>
            <s>{valueText(say, setting.unit, setting.value)}</s>
            <span aria-hidden="true">→</span>
            <b>{to !== null && valueText(say, setting.unit, to)}</b>
          </li>
        ))}
      </ul>
      {refused}
    </ConfirmDialog>
  );
}
