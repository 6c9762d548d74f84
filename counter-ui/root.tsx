/** Who is signed in decides what is shown: the sign-in, the change of a first password, or the work. */
import { App as AntApp, ConfigProvider, Spin } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Language } from '../schema/ids.ts';
import type { Me } from '../schema/people/clerk.ts';
import { createClient, errorSentence, insist, refusalOf } from '../web/client.ts';
import { storedLanguage, storeLanguage } from '../web/words.ts';
import { Questions } from './hooks/questions.tsx';
import { Locked } from './house/account/locked.tsx';
import { ChangePassword } from './house/door/change-password.tsx';
import { FirstAdministrator } from './house/door/first-administrator.tsx';
import { SignIn } from './house/door/sign-in.tsx';
import { Shell } from './shell.tsx';
import { antLocales, theme } from './theme.ts';
import { speak } from './words/speak.ts';

export function Root() {
  const [language, setLanguage] = useState(storedLanguage);
  useEffect(() => storeLanguage(language), [language]);
  return (
    <ConfigProvider
      theme={theme}
      locale={antLocales[language]}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <AntApp message={{ maxCount: 3, duration: 5, top: 60 }}>
        <Gate language={language} setLanguage={setLanguage} />
      </AntApp>
    </ConfigProvider>
  );
}

/** `undefined`: not known yet; null: nobody is signed in. */
function Gate({ language, setLanguage }: { language: Language; setLanguage: (language: Language) => void }) {
  const client = useMemo(() => createClient(), []);
  const [me, setMe] = useState<Me | null | undefined>(undefined);
  const [failure, setFailure] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const [once, setOnce] = useState(onceToken);
  const say = speak(language);

  useEffect(() => {
    insist(() => client.session.me({}))
      .then(setMe)
      .catch((error) => {
        // A first password still to be changed is a session, too; the sign-in shows the change again.
        if (!refusalOf(error)) setFailure(error);
        setMe(null);
      });
  }, [client]);

  const signedIn = useCallback((next: Me) => {
    setFailure(null);
    setOnce(null);
    history.replaceState(null, '', location.pathname);
    setMe(next);
  }, []);
  /** The session has ended, or is locked: the hall knows which. */
  const signedOut = useCallback(
    () =>
      void client.session
        .me({})
        .then((next) => {
          setMe(next);
          // Another session than before: what follows the hall begins anew.
          setRound((before) => before + 1);
        })
        .catch(() => setMe(null)),
    [client],
  );
  const lock = useCallback(() => void client.session.lock({}).finally(signedOut), [client, signedOut]);
  const door = { client, say, language, setLanguage, signedIn };

  if (me === undefined) return <Spin className="middle" />;
  if (me === null && once) return <FirstAdministrator {...door} token={once} />;
  if (me === null) return <SignIn {...door} trouble={failure ? errorSentence(failure, language) : null} />;
  if (me.locked) return <Locked {...door} me={me} leave={signedOut} />;
  if (me.mustChangePassword) return <ChangePassword {...door} me={me} leave={signedOut} />;
  return (
    <Questions key={`${me.clerkId} ${round}`} signedOut={signedOut}>
      <Shell client={client} me={me} language={language} setLanguage={setLanguage} signedOut={signedOut} lock={lock} />
    </Questions>
  );
}

/** The one-time token of the first administrator's link, kept out of the server's logs by standing behind `#`. */
function onceToken(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('first') ?? new URLSearchParams(location.search).get('first');
}
