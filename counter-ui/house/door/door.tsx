/** The frame of the screens before the work: sign-in, first password, first administrator. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Language } from '../../../schema/ids.ts';
import type { Me } from '../../../schema/people/clerk.ts';
import type { Client } from '../../../web/client.ts';
import { LanguageSwitch } from '../../language-switch.tsx';
import type { Say } from '../../words/speak.ts';

export type DoorProps = {
  client: Client;
  say: Say;
  language: Language;
  setLanguage: (language: Language) => void;
  signedIn: (me: Me) => void;
};

export function Door({ say, language, setLanguage, title, lead, trouble, children }: Props) {
  return (
    <main className="door">
      <div className="door-side">
        <div className="door-brand">首问</div>
        <p>{say('motto')}</p>
      </div>
      <div className="door-main">
        <div className="door-language">
          <LanguageSwitch language={language} setLanguage={setLanguage} say={say} />
        </div>
        <div className="door-card">
          <h1>{title}</h1>
          <p className="soft">{lead}</p>
          {trouble && <Alert type="error" title={trouble} showIcon data-testid="trouble" role="alert" />}
          {children}
        </div>
      </div>
    </main>
  );
}

type Props = Omit<DoorProps, 'client' | 'signedIn'> & {
  title: string;
  lead: string;
  trouble: string | null;
  children: ReactNode;
};
