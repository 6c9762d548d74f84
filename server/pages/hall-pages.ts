/** What everybody may read: the hall now, the catalogue, the openings (V4). */
import type { Router } from 'express';
import type { Catalogue, Matter } from '../../schema/catalogue/catalogue.ts';
import { DOMAINS } from '../../schema/catalogue/facts/domain.ts';
import { findMatters } from '../../schema/catalogue/find-matter.ts';
import {
  type Material,
  type MaterialSaid,
  materialText,
  picturePath,
  whereFromText,
} from '../../schema/catalogue/material.ts';
import { matterFaults } from '../../schema/catalogue/matter-faults.ts';
import type { MatterGroup } from '../../schema/hall/plan.ts';
import type { ShownOpening } from '../../schema/hours/opening.ts';
import type { Language, MatterId } from '../../schema/ids.ts';
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
      const materials = itemsInFull(matter.materials, language);
      const domain = matter.domain && DOMAINS[matter.domain].names;
      const onlyHans = Object.fromEntries(
        matterFaults(matter).flatMap((one) => (one.language === language ? [[one.of, true]] : [])),
      );
      return { template: 'matter', facts: { matter, group, materials, limit: limitForm(matter), domain, onlyHans } };
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

/** The items to bring, each with original or copy, count, and what else the catalogue says of it. */
export function itemTexts(items: readonly MaterialSaid[], language: Language): string[] {
  return items.map((item) => materialText(item, language));
}

/** On paper: who goes and fetches it has no page at hand. */
export function itemsOnPaper(items: readonly MaterialSaid[], language: Language): string[] {
  return items.map((item) =>
    [materialText(item, language), whereFromText(item, language)].filter((one) => one !== null).join(' · '),
  );
}

/** For a page that has room: where it is to be had, and what it looks like. */
export function itemsInFull(items: readonly Material[], language: Language) {
  return items.map((item) => ({
    text: materialText(item, language),
    mayFollow: item.mayFollow ?? false,
    whereFrom: whereFromText(item, language),
    picture: item.picture ? picturePath(item.picture) : null,
  }));
}

export function grouped(groups: MatterGroup[], matters: Matter[]) {
  return [...groups]
    .sort((a, b) => a.order - b.order)
    .map((group) => ({ ...group, matters: matters.filter((matter) => matter.letter === group.id) }))
    .filter((group) => group.matters.length > 0);
}

/** L3: by its id alone, which is that of its bytes: what it shows never changes. */
export function addPictures(router: Router, port: PagesPort): void {
  router.get('/pictures/:id', (request, response, next) => {
    const found = port.picture(param(request, 'id'));
    if (!found) return next();
    response
      .set({ ...port.edge.headers, 'Cache-Control': 'public, max-age=31536000, immutable' })
      .set({ 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': 'inline' })
      .type(found.type)
      .send(found.bytes);
  });
}

function limitForm({ limitDays, limitUnit }: Matter): 'none' | 'onTheSpot' | 'working' | 'calendar' {
  if (limitDays === null) return 'none';
  return limitDays === 0 ? 'onTheSpot' : limitUnit;
}

function byDay(openings: ShownOpening[], groups: MatterGroup[]) {
  const days = [...new Set(openings.map((opening) => opening.day))];
  return days.map((day) => ({
    day,
    provisional: openings.some((opening) => opening.day === day && opening.provisional),
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
