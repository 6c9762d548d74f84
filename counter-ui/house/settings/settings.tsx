/** The numbers of the hall, by subject; nothing is saved before what changes was read again. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { KnownSetting, SettingValue } from '../../../schema/hall/setting.ts';
import { useApp } from '../../app-context.ts';
import { useDraftGuard } from '../../hooks/use-draft-guard.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { ConfirmSettings } from './confirm-settings.tsx';
import { SettingField } from './setting-field.tsx';
import { storedOf, type Typed, typedOf } from './setting-words.ts';
import './settings.css';

/** `to` is null where what was typed is no value. */
export type Wanted = { setting: KnownSetting; to: SettingValue | null };

export function Settings() {
  const { say, client } = useApp();
  const asked = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const [asking, setAsking] = useState(false);
  const wanted = (asked.data ?? []).flatMap((setting): Wanted[] => {
    const own = typed[setting.key];
    const to = own === undefined ? setting.value : storedOf(setting, own);
    return JSON.stringify(to) === JSON.stringify(setting.value) ? [] : [{ setting, to }];
  });
  const changed = new Set(wanted.map(({ setting }) => setting.key));
  const isRight = wanted.every(({ to }) => to !== null);
  useDraftGuard(wanted.length > 0);
  return (
    <Page
      title={say('section.settings')}
      lead={say('settingsLead')}
      actions={
        <>
          {wanted.length > 0 && (
            <Button onClick={() => setTyped({})} data-testid="undo-settings">
              {say('settingsUndo')}
            </Button>
          )}
          <Button
            type="primary"
            disabled={wanted.length === 0 || !isRight}
            onClick={() => setAsking(true)}
            data-testid="review-settings"
          >
            {say('settingsReview', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <Answer asked={asked}>
        {(settings) =>
          [...new Set(settings.map(({ subject }) => subject))].map((subject) => (
            <section key={subject} className="settings-part">
              <h2>{say(`subject.${subject}`)}</h2>
              {settings
                .filter((setting) => setting.subject === subject)
                .map((setting) => (
                  <SettingField
                    key={setting.key}
                    setting={setting}
                    typed={typed[setting.key] ?? typedOf(setting)}
                    isChanged={changed.has(setting.key)}
                    type={(next) => setTyped((known) => ({ ...known, [setting.key]: next }))}
                  />
                ))}
            </section>
          ))
        }
      </Answer>
      {asking && (
        <ConfirmSettings
          wanted={wanted}
          leave={() => setAsking(false)}
          done={async () => {
            await asked.refetch();
            setTyped({});
            setAsking(false);
          }}
        />
      )}
    </Page>
  );
}
