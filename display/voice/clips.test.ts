import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLIPS, clipsFor, PAUSE } from './clips.ts';

const said = (number: string, counterLabel: string) =>
  clipsFor({ number, counterLabel }).filter((clip) => clip !== PAUSE);

test('[D4] every clip is shipped with the project', () => {
  for (const clip of CLIPS) {
    expect(existsSync(new URL(`../../web/public/voice/${clip}.wav`, import.meta.url)), clip).toBe(true);
  }
});

test('[D1] a call is a chime and the same sentence twice', () => {
  const sentence = ['qing', 'A', '0', '1-yao', '7', 'hao', 'dao', '3', 'hao-chuangkou'];
  expect(said('A017', '3')).toEqual(['chime', ...sentence, ...sentence]);
});

test('[T1] after A999 all four digits are read', () => {
  expect(said('A1000', '1').slice(1, 8)).toEqual(['qing', 'A', '1-yao', '0', '0', '0', 'hao']);
});

test('[D4] a counter is counted, and a label with a letter is spelt', () => {
  const counter = (label: string) => {
    const clips = said('A001', label);
    return clips.slice(clips.indexOf('dao') + 1, clips.indexOf('hao-chuangkou'));
  };
  expect(counter('1')).toEqual(['1']);
  expect(counter('10')).toEqual(['10']);
  expect(counter('12')).toEqual(['10', '2']);
  expect(counter('20')).toEqual(['2', '10']);
  expect(counter('35')).toEqual(['3', '10', '5']);
  expect(counter('b2')).toEqual(['B', '2']);
  expect(counter('综合')).toEqual([]);
});
