/** A kiosk or a display first asks what it is; where nobody enrolled it, it asks for the code that an administrator made. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { Device } from '../schema/hall/device.ts';
import type { Language } from '../schema/ids.ts';
import { compact } from '../schema/typed/signs.ts';
import { type Client, errorSentence, refusalOf } from './client.ts';
import { speaker } from './words.ts';
import './enrolled.css';

const RETRY_MS = 3_000;
/** Those of the server's codes: none that can be taken for another. */
const SIGNS = [...'ABCDEFGHJKMNPQRSTUVWXYZ23456789'];

type State = { phase: 'asking' } | { phase: 'lost' } | { phase: 'unknown'; sentence: string } | { phase: 'enrolled' };

/** Shows `children` once this machine is enrolled as `kind`. `?code=` in the address enrols by itself and is then removed from it. */
export function Enrolled(props: {
  client: Client;
  kind: Device['kind'];
  language: Language;
  children: (revoked: () => void) => ReactNode;
}) {
  const { client, kind, language } = props;
  const t = say(language);
  const [state, setState] = useState<State>({ phase: 'asking' });

  const know = (device: Device) =>
    setState(device.kind === kind ? { phase: 'enrolled' } : { phase: 'unknown', sentence: t('other') });
  const enrol = (code: string) => {
    setState({ phase: 'asking' });
    client.devices.enrol({ code }).then(know, (error) => {
      setState({ phase: 'unknown', sentence: errorSentence(error, language) });
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, and again after a lost line
  useEffect(() => {
    if (state.phase !== 'asking' && state.phase !== 'lost') return;
    const code = takeCode();
    if (code) return enrol(code);
    const ask = () =>
      client.devices.self().then(know, (error) => {
        setState(refusalOf(error) ? { phase: 'unknown', sentence: '' } : { phase: 'lost' });
      });
    if (state.phase === 'asking') void ask();
    const timer = state.phase === 'lost' ? setInterval(ask, RETRY_MS) : undefined;
    return () => clearInterval(timer);
  }, [state.phase === 'lost']);

  switch (state.phase) {
    case 'enrolled':
      return props.children(() => setState({ phase: 'unknown', sentence: '' }));
    case 'unknown':
      return <CodeEntry language={language} sentence={state.sentence} onCode={enrol} kind={kind} />;
    case 'lost':
    case 'asking':
      return (
        <main className="enrol" data-testid="connecting">
          <p className="enrol-wait">{state.phase === 'lost' ? t('lost') : t('asking')}</p>
        </main>
      );
    default:
      return state satisfies never;
  }
}

function CodeEntry(props: {
  language: Language;
  sentence: string;
  kind: Device['kind'];
  onCode: (code: string) => void;
}) {
  const t = say(props.language);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code) props.onCode(code);
  };
  return (
    <main className="enrol" data-testid="enrol">
      <form onSubmit={submit}>
        <h1>{t(props.kind)}</h1>
        <p>{t('how')}</p>
        <input
          data-testid="enrol-code"
          value={code}
          onChange={(event) => setCode(compact(event.target.value))}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          aria-label={t('code')}
          placeholder={t('code')}
          // biome-ignore lint/a11y/noAutofocus: the only field of a machine that has just been switched on
          autoFocus
        />
        <p className="enrol-error" role="alert">
          {props.sentence}
        </p>
        <div className="enrol-keys">
          {SIGNS.map((sign) => (
            <button key={sign} type="button" onClick={() => setCode(code + sign)}>
              {sign}
            </button>
          ))}
        </div>
        <div className="enrol-ends">
          <button type="button" onClick={() => setCode(code.slice(0, -1))}>
            {t('erase')}
          </button>
          <button type="submit" className="enrol-go" data-testid="enrol-go" disabled={!code}>
            {t('enrol')}
          </button>
        </div>
      </form>
    </main>
  );
}

/** The code of the address, once; it must not stay where the next person can read it. */
function takeCode(): string | null {
  const address = new URL(location.href);
  const code = address.searchParams.get('code');
  if (code === null) return null;
  address.searchParams.delete('code');
  history.replaceState(null, '', address);
  return code;
}

const say = speaker({
  'zh-Hans': {
    asking: '正在连接…',
    lost: '与服务器的连接中断，正在重新连接…',
    kiosk: '登记取号机',
    display: '登记大厅屏',
    how: '请输入管理员在“设备”页生成的登记码。',
    code: '登记码',
    erase: '删除',
    enrol: '登记',
    other: '本机登记的是另一种设备，请重新登记。',
  },
  'zh-Hant': {
    asking: '正在連線…',
    lost: '與伺服器的連線中斷，正在重新連線…',
    kiosk: '登記取號機',
    display: '登記大廳屏',
    how: '請輸入管理員在「裝置」頁產生的登記碼。',
    code: '登記碼',
    erase: '刪除',
    enrol: '登記',
    other: '本機登記的是另一種裝置，請重新登記。',
  },
  en: {
    asking: 'Connecting…',
    lost: 'The line to the server is lost; connecting again…',
    kiosk: 'Enrol this kiosk',
    display: 'Enrol this display',
    how: 'Enter the code that an administrator made on the “Devices” page.',
    code: 'Code',
    erase: 'Erase',
    enrol: 'Enrol',
    other: 'This machine is enrolled as another kind of device; please enrol it again.',
  },
});
