import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD, startTestHall, type TestHall } from '../../harness.ts';
import { testHallData } from '../../test-data.ts';
import { openScreens, picture, type Screens, textOf } from '../screens.ts';

let hall: TestHall;
let screens: Screens;
let page: Page;
beforeAll(async () => {
  // Openings are planned into a year whose calendar is not published.
  hall = await startTestHall({ nowMs: Date.parse('2026-12-24T01:01:00.000Z'), data: testHallData() });
  screens = await openScreens(hall);
  page = await screens.counter();
  await page.getByTestId('account').waitFor();
  await page.keyboard.type('boss');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
});
afterAll(async () => {
  await screens.close();
  await hall.stop();
});

it('[C9] [H1] the page of openings marks each day of a year without an official calendar as provisional, and no other', async () => {
  await page.getByTestId('section-openings').click();
  await page.getByTestId('provisional').first().waitFor();
  const days = page.locator('td:first-child', { has: page.locator('b') });
  const texts = await Promise.all((await days.all()).map((one) => textOf(one)));
  const opened = texts.filter((text) => /月/.test(text));
  const ofNext = opened.filter((text) => /^1月/.test(text));
  expect(ofNext.length).toBeGreaterThan(0);
  expect(opened.length).toBeGreaterThan(ofNext.length);
  expect(opened.filter((text) => text.includes('暂定'))).toEqual(ofNext);
  await picture(page, 'openings-provisional', { fullPage: true });
});

it('[C9] [H1] a phone that books in a year without an official calendar reads that the day may change', async () => {
  const phone = await screens.phone(true);
  await phone.goto('/book/A-1?from=2027-01-01');
  await phone.getByText('该年的放假安排尚未公布').first().waitFor();
  await picture(phone, 'slots-provisional');
  await phone.locator('fieldset.times button').first().click();
  await phone.getByText('该年的放假安排尚未公布').waitFor();
  await picture(phone, 'appointment-provisional');
});
