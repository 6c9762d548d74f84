/** What every screen of this app has at hand. */
import { createContext, use } from 'react';
import type { Snapshot } from '../schema/board.ts';
import type { PaperKind } from '../schema/cases/paper.ts';
import type { Catalogue, Matter } from '../schema/catalogue/catalogue.ts';
import { type CaseId, type Day, inLanguage, type Language, type MatterId, type RequestId } from '../schema/ids.ts';
import type { TicketView } from '../schema/line/views.ts';
import type { Me } from '../schema/people/clerk.ts';
import type { Client } from '../web/client.ts';
import type { Section } from './role-sections.ts';
import type { Say } from './words/speak.ts';

/** What a conclusion was answered with. */
export type Paper = {
  receiptNo: string | null;
  noticeNo: string | null;
  dueOn: Day | null;
  provisional: boolean;
  paper: string | null;
  paperKind: PaperKind | null;
  paperNo: string | null;
};

export type App = {
  client: Client;
  language: Language;
  say: Say;
  me: Me;
  board: Snapshot<'staff'>;
  /** D2: the rows are those of `board.at`, the line is lost. */
  stale: boolean;
  catalogue: Catalogue;
  matters: Map<MatterId, Matter>;
  reloadCatalogue: () => void;
  /** The hall's clock, in ms since 1970. */
  hallNow: () => number;
  /** Sends one wish until it is answered; says why not in a toast and answers null. */
  act: <T>(wish: (requestId: RequestId) => Promise<T>) => Promise<T | null>;
  /** Says in the reader's language what a question's failure was; an ended session leads to the sign-in. */
  explain: (error: unknown) => string;
  tell: (sentence: string) => void;
  /** Says in a toast why a question failed. */
  tellWhyNot: (error: unknown) => void;
  /** Shows the case's page in place of the section. */
  openCase: (caseId: CaseId) => void;
  /** Shows a section of this role. */
  goTo: (section: Section) => void;
  /** Shows it where tickets are looked up. */
  openTicket: (ticket: TicketView) => void;
  /** Papers of this session's conclusions, by case. */
  papers: Record<CaseId, Paper>;
  keepPaper: (caseId: CaseId, paper: Paper) => void;
};

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = use(AppContext);
  if (!app) throw new Error('useApp outside of the app');
  return app;
}

/** The matter's name in the reader's language; its code where the catalogue no longer has it. */
export function matterName(app: Pick<App, 'matters' | 'language'>, matterId: MatterId): string {
  const matter = app.matters.get(matterId);
  return matter ? inLanguage(matter.names, app.language) : matterId;
}
