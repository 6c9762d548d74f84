/** What everybody may read: the hall now, the catalogue, the openings (V4). */
import type { Router } from 'express';
import type { Catalogue, Matter } from '../../schema/catalogue/catalogue.ts';
import { findMatters } from '../../schema/catalogue/find-matter.ts';
import type { MatterGroup } from '../../schema/hall/plan.ts';
import type { Opening } from '../../schema/hours/opening.ts';
import { inLanguage, type Language, type MatterId } from '../../schema/ids.ts';
import { refuse } from '../../schema/refusal.ts';
import { localDay } from '../../schema/time-text.ts';
import { SearchText } from '../../schema/typed/search.ts';
import { type Page, param, queryOf } from './page.ts';
import type { PagesPort } from './port.ts';

export function addHallPages(router: Router, page: Page, port: PagesPort): void {
  router.get(
    '/',
    page(() => {
      const { nextStartsAt } = port.hall();
      const nextDay = nextStartsAt && localDay(nextStartsAt, port.timeZone);
      return { template: 'hall', facts: { queues: port.queues(), nextDay } };
    }, []),
  );

  router.get(
    '/catalogue',
    page(
      ({ request }) => {
        const q = SearchText.catch('').parse(queryOf(request, 'q') ?? '');
        const { groups, matters } = port.catalogue();
        const found = q ? findMatters(matters, q) : matters;
        const every = found.map((matter) => ({ ...matter, offered: true }));
        const facts = { q, count: found.length, groups: grouped(groups, every), prefix: '/catalogue' };
        return { template: 'catalogue', facts };
      },
      ['q'],
    ),
  );

  router.get(
    '/catalogue/:matterId',
    page(({ request, language }) => {
      const matter = matterOf(port.catalogue(), param(request, 'matterId'));
      if (!matter) return { refusal: refuse('matter-unknown'), backTo: '/catalogue' };
      const group = port.catalogue().groups.find((one) => one.id === matter.letter);
      const materials = itemTexts(matter.materials, language);
      return { template: 'matter', facts: { matter, group, materials, limit: limitForm(matter) } };
    }, []),
  );

  router.get(
    '/openings',
    page(() => {
      const { daysAhead, openings } = port.openings();
      return { template: 'openings', facts: { daysAhead, days: byDay(openings, port.catalogue().groups) } };
    }, []),
  );
}

export function matterOf(catalogue: Catalogue, id: MatterId | string): Matter | undefined {
  return catalogue.matters.find((matter) => matter.id === id);
}

/** The items to bring; traditional script where asked for, else the official simplified text. */
export function itemTexts(items: Matter['materials'], language: Language): string[] {
  return items.map((item) => inLanguage({ ...item, en: '' }, language));
}

export function grouped(groups: MatterGroup[], matters: Matter[]) {
  return [...groups]
    .sort((a, b) => a.order - b.order)
    .map((group) => ({ ...group, matters: matters.filter((matter) => matter.letter === group.id) }))
    .filter((group) => group.matters.length > 0);
}

function limitForm({ limitDays, limitUnit }: Matter): 'none' | 'onTheSpot' | 'working' | 'calendar' {
  if (limitDays === null) return 'none';
  return limitDays === 0 ? 'onTheSpot' : limitUnit;
}

function byDay(openings: Opening[], groups: MatterGroup[]) {
  const days = [...new Set(openings.map((opening) => opening.day))];
  return days.map((day) => ({
    day,
    openings: openings
      .filter((opening) => opening.day === day)
      .map((opening) => ({
        ...opening,
        running: opening.phase === 'running',
        all: groups.every((group) => opening.letters.includes(group.id)),
        groups: groups.filter((group) => opening.letters.includes(group.id)).map((group) => group.names),
      })),
  }));
}
