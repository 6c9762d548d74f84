import { expect, it, test } from 'vitest';
import { spell } from '../../server/catalogue/spelling.ts';
import { AGENCIES } from '../../server/demo/sample/agencies.ts';
import type { AgencyId } from '../ids.ts';
import { findAgencies } from './agency.ts';

const agencies = await Promise.all(
  AGENCIES.map(async (one, at) => ({
    ...one,
    id: String(at) as AgencyId,
    spelling: await spell([one.name, ...one.aliases]),
    offered: false,
  })),
);

test.each([
  ['医保', '区市民中心医疗保障窗口'],
  ['yibao', '区市民中心医疗保障窗口'],
  ['jsz', '区车辆管理所'],
  ['gongzheng', '市公证处'],
  ['正义路 9', '市公证处'],
  ['laodong', '区劳动人事争议仲裁院'],
])('[C5] an agency is found by name, alias, address, pinyin or initials: %s', (typed, name) => {
  expect(findAgencies(agencies, typed)[0]?.name).toBe(name);
});

it('[C5] an agency that is not in use is found only where it is asked for', () => {
  const closed = agencies.map((one) => ({ ...one, inUse: false }));
  expect(findAgencies(closed, '公证')).toEqual([]);
  expect(findAgencies(closed, '公证', () => true)).toHaveLength(1);
});
