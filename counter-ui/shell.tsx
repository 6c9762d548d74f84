/** The frame of the work: which sections this role has, the state of the line, the clock, who is signed in. */
import { useQuery } from '@tanstack/react-query';
import { App as AntApp, Button, Spin } from 'antd';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { type CaseId, type CounterId, inLanguage, type Language } from '../schema/ids.ts';
import type { TicketView } from '../schema/line/views.ts';
import type { Me } from '../schema/people/clerk.ts';
import { type Client, errorSentence, insist, isShutOut, newRequestId } from '../web/client.ts';
import { type App, AppContext } from './app-context.ts';
import { Box } from './box/box.tsx';
import { MyCases } from './cases/list/my-cases.tsx';
import { CasePage } from './cases/page/case-page.tsx';
import { useFollowed } from './hooks/questions.tsx';
import { useBoard } from './hooks/use-board.ts';
import { useIdleLock } from './hooks/use-idle-lock.ts';
import { useKeys } from './hooks/use-keys.ts';
import { IAmAway } from './house/absence/i-am-away.tsx';
import { MyAccount } from './house/account/my-account.tsx';
import { codeOf, type Section, sectionsOf } from './role-sections.ts';
import { TopBar } from './top-bar.tsx';
import { Troubles } from './troubles.tsx';
import { speak } from './words/speak.ts';
import { LeaveDialog } from './work/counter/leave-dialog.tsx';
import { leavingOf } from './work/counter/leaving.ts';
import { DraftsGuard } from './work/drafts-guard.tsx';
import { LookUp } from './work/tickets/look-up.tsx';
import { Work } from './work/work.tsx';
import { Worklist } from './worklist/worklist.tsx';

// A clerk's PC never loads what only supervisors and administrators see, the charts above all.
const HallNow = lazy(() => import('./hall/hall-now.tsx').then((m) => ({ default: m.HallNow })));
const HallCases = lazy(() => import('./cases/hall/hall-cases.tsx').then((m) => ({ default: m.HallCases })));
const PersonPage = lazy(() => import('./people/person-page.tsx').then((m) => ({ default: m.PersonPage })));
const AbsencesPage = lazy(() => import('./house/absence/absences.tsx').then((m) => ({ default: m.AbsencesPage })));
const Openings = lazy(() => import('./hall/openings/openings.tsx').then((m) => ({ default: m.Openings })));
const Counters = lazy(() => import('./house/counters.tsx').then((m) => ({ default: m.Counters })));
const Clerks = lazy(() => import('./house/clerks.tsx').then((m) => ({ default: m.Clerks })));
const Devices = lazy(() => import('./house/devices.tsx').then((m) => ({ default: m.Devices })));
const Matters = lazy(() => import('./house/matters/matters.tsx').then((m) => ({ default: m.Matters })));
const Agencies = lazy(() => import('./house/agencies/agencies.tsx').then((m) => ({ default: m.Agencies })));
const Calendar = lazy(() => import('./house/calendar/calendar.tsx').then((m) => ({ default: m.Calendar })));
const Settings = lazy(() => import('./house/settings/settings.tsx').then((m) => ({ default: m.Settings })));
const History = lazy(() => import('./house/history/history.tsx').then((m) => ({ default: m.History })));

const SCREENS: Record<Section, (ticket: TicketView | null) => React.ReactNode> = {
  work: () => <Work />,
  cases: () => <MyCases />,
  todo: () => <Worklist />,
  'look-up': (ticket) => <LookUp key={ticket?.ticketId} ticket={ticket} />,
  hall: () => <HallNow />,
  'hall-cases': () => <HallCases />,
  people: () => <PersonPage />,
  absences: () => <AbsencesPage />,
  openings: () => <Openings />,
  counters: () => <Counters />,
  clerks: () => <Clerks />,
  devices: () => <Devices />,
  matters: () => <Matters />,
  agencies: () => <Agencies />,
  calendar: () => <Calendar />,
  settings: () => <Settings />,
  history: () => <History />,
};

/** A success is seen at a glance; a refusal stays longer, to be read. */
const TOLD_S = 2.5;
/** An administrator's change is at the counters no later than so (L1). */
const CATALOGUE_EVERY_MS = 60_000;

type Props = {
  client: Client;
  me: Me;
  language: Language;
  setLanguage: (language: Language) => void;
  signedOut: () => void;
  lock: () => void;
};

export function Shell({ client, me, language, setLanguage, signedOut, lock }: Props) {
  const say = speak(language);
  const { message } = AntApp.useApp();
  const { seen, outdated, hallNow } = useBoard(signedOut);
  useFollowed(seen?.board);
  const {
    data: catalogue,
    error: failure,
    refetch,
  } = useQuery({ queryKey: ['catalogue'], queryFn: () => client.catalogue({}), refetchInterval: CATALOGUE_EVERY_MS });
  const reload = () => void refetch();
  const stay = () => void client.session.stay({}).catch(() => {});
  useIdleLock(me.idleLockMs, { stay, lock });
  const sections = sectionsOf(me.role);
  const [section, showSection] = useState<Section>(sections[0]!);
  const [caseId, openCase] = useState<CaseId | null>(null);
  const [ticket, setTicket] = useState<TicketView | null>(null);
  const [isFinding, setFinding] = useState(false);
  const setSection = (name: Section, found: TicketView | null = null) => {
    openCase(null);
    setTicket(found);
    showSection(name);
  };

  const find = () => setFinding(true);
  const toSections = sections.map((name, at) => [`Alt+${codeOf(at)}`, () => setSection(name)]);
  useKeys({ ...Object.fromEntries(toSections), 'Alt+KeyL': lock, Slash: find, 'Alt+Slash': find });

  const explain = useCallback(
    (error: unknown) => {
      if (isShutOut(error)) signedOut();
      return errorSentence(error, language);
    },
    [language, signedOut],
  );
  const tellWhyNot = useCallback((error: unknown) => void message.error(explain(error)), [explain, message]);
  const act = useCallback<App['act']>(
    async (wish) => {
      const requestId = newRequestId();
      try {
        return await insist(() => wish(requestId));
      } catch (error) {
        tellWhyNot(error);
        return null;
      }
    },
    [tellWhyNot],
  );
  const tell = useCallback((sentence: string) => void message.success(sentence, TOLD_S), [message]);
  const [leaving, setLeaving] = useState(false);
  const [account, setAccount] = useState(false);
  const [papers, setPapers] = useState<App['papers']>({});
  const keepPaper = useCallback<App['keepPaper']>(
    (caseId, paper) => setPapers((known) => ({ ...known, [caseId]: paper })),
    [],
  );
  const matters = useMemo(() => new Map(catalogue?.matters.map((matter) => [matter.id, matter])), [catalogue]);

  if (!seen || !catalogue) {
    return (
      <main className="middle">
        {failure ? (
          <div className="trouble" role="alert">
            <span>{errorSentence(failure, language)}</span>
            <Button onClick={reload}>{say('again')}</Button>
          </div>
        ) : (
          <>
            <Spin /> <span>{say('loading')}</span>
          </>
        )}
      </main>
    );
  }
  const { board, stale } = seen;
  const hall = board.rows.hall[0];
  const app: App = {
    ...{
      client,
      language,
      say,
      me,
      board,
      stale,
      catalogue,
      hallNow,
      act,
      explain,
      tell,
      tellWhyNot,
      papers,
      keepPaper,
    },
    matters,
    openCase,
    goTo: setSection,
    openTicket: (found) => setSection('look-up', found),
    reloadCatalogue: reload,
  };
  // Messages to oneself are written in the language of the screen.
  const speakIn = (next: Language) => {
    setLanguage(next);
    void client.session.speak({ language: next }).catch(() => {});
  };
  const standing = leavingOf(board.rows, me.clerkId, catalogue.matters);
  const signOut = () => void client.session.signOut({}).finally(signedOut);
  const closeAndSignOut = async (counterId: CounterId) => {
    setLeaving(false);
    if (await act((requestId) => client.counters.close({ requestId, counterId }))) signOut();
  };
  return (
    <AppContext value={app}>
      <div className="shell">
        <TopBar
          outdated={outdated}
          hallName={hall ? inLanguage(hall.names, language) : ''}
          sections={sections}
          section={section}
          setSection={setSection}
          setLanguage={speakIn}
          lock={lock}
          find={find}
          openAccount={() => setAccount(true)}
          signOut={standing ? () => setLeaving(true) : signOut}
        />
        <IAmAway />
        <DraftsGuard />
        <Troubles />
        {leaving && standing && (
          <LeaveDialog
            standing={standing}
            stay={() => setLeaving(false)}
            close={() => void closeAndSignOut(standing.counter.id)}
            signOut={signOut}
          />
        )}
        {isFinding && <Box leave={() => setFinding(false)} />}
        {account && <MyAccount leave={() => setAccount(false)} />}
        <Suspense fallback={<Spin className="middle" />}>
          {caseId ? <CasePage key={caseId} caseId={caseId} leave={() => openCase(null)} /> : SCREENS[section](ticket)}
        </Suspense>
      </div>
    </AppContext>
  );
}
