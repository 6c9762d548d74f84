import { test } from 'vitest';
import type { MatterChannel } from '../../../schema/catalogue/catalogue.ts';
import { inLanguages } from '../../../schema/catalogue/facts/in-languages.ts';
import type { CounterId } from '../../../schema/ids.ts';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const group: Line = [
  at('00:00'),
  'group:A',
  { type: 'group-planned', names: { 'zh-Hans': '民政', 'zh-Hant': '民政', en: 'Civil' }, order: 1 },
];
const saved = (id: string): Line => [
  at('00:01'),
  `matter:${id}`,
  {
    type: 'matter-saved',
    letter: 'A',
    names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' },
    aliases: ['低保申请'],
    kind: 'general',
    department: '民政局',
    materials: [{ id: 'm1', 'zh-Hans': '户口簿', 'zh-Hant': '戶口簿' }],
    limitDays: 20,
    limitUnit: 'working',
    promisedDays: 10,
    typicalMinutes: 12,
    fee: '免费',
    basis: '条例',
    evidence: 'sourced',
    offered: true,
    spelling: 'di bao',
    source: '目录',
  },
];
const ROW = {
  id: 'A-1',
  letter: 'A',
  names: '{"zh-Hans":"低保","zh-Hant":"低保","en":"Allowance"}',
  kind: 'general',
  department: '{"zh-Hans":"民政局","zh-Hant":"","en":""}',
  materials: '[{"id":"m1","zh-Hans":"户口簿","zh-Hant":"戶口簿"}]',
  limit_days: 20,
  limit_unit: 'working',
  promised_days: 10,
  typical_minutes: 12,
  fee: '{"zh-Hans":"免费","zh-Hant":"","en":""}',
  basis: '{"zh-Hans":"条例","zh-Hant":"","en":""}',
  evidence: 'sourced',
  source: '目录',
  offered: 1,
  aliases: '["低保申请"]',
  spelling: 'di bao',
  identity: 'none',
  retention_days: null,
  clerk_a: null,
  clerk_b: null,
  standing: null,
  changed_at: at('00:01'),
  held_back: 0,
  applicant_basis: null,
  public_notice_basis: null,
  conditions: null,
  channels: null,
  counters: null,
  domain: null,
  place: null,
  extension_days: null,
  pauses: null,
  acceptance: null,
};

specify(['matters', 'matter_versions'], ({ gives }) => {
  test('[L1] a matter is as it was saved', () => {
    gives('matters', [group, saved('A-1')], [ROW]);
  });

  test('[L1] a matter that changed has what is new, and the rest of it and other matters stay', () => {
    const changed: Line = [
      at('00:02'),
      'matter:A-1',
      { type: 'matter-changed', offered: false, aliases: [], limitDays: null },
    ];
    gives(
      'matters',
      [group, saved('A-1'), saved('A-2'), changed],
      [
        { ...ROW, offered: 0, aliases: '[]', limit_days: null, changed_at: at('00:02') },
        { ...ROW, id: 'A-2' },
      ],
    );
  });

  test('[P1] [P2] what is kept of people, and how long, is as it was set last; an older ledger says neither', () => {
    const kept: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', identity: 'kept', retentionDays: 365 }];
    gives(
      'matters',
      [group, saved('A-1'), kept],
      [{ ...ROW, identity: 'kept', retention_days: 365, changed_at: at('00:02') }],
    );
  });

  test('[C11] a matter has the A and B clerk that were set last; an older ledger has neither', () => {
    const set: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', clerkA: 'one', clerkB: 'two' }];
    gives('matters', [group, saved('A-1'), set], [{ ...ROW, clerk_a: 'one', clerk_b: 'two', changed_at: at('00:02') }]);
  });

  test('[L3] [A4] department, fee and basis are in three languages; an older ledger holds them in simplified Chinese', () => {
    const fee = { 'zh-Hans': '5 元', 'zh-Hant': '5 元', en: '5 yuan' };
    const set: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', fee, department: '街道' }];
    const row = { ...ROW, fee: JSON.stringify(fee), department: '{"zh-Hans":"街道","zh-Hant":"","en":""}' };
    gives('matters', [group, saved('A-1'), set], [{ ...row, changed_at: at('00:02') }]);
  });

  test('[L1] a matter that is saved again is as it was saved last', () => {
    gives(
      'matters',
      [group, saved('A-1'), [at('00:02'), 'matter:A-1', { type: 'matter-changed', fee: '5 元' }], saved('A-1')],
      [ROW],
    );
  });

  test('[L2] a matter keeps on what it stands as it was said last', () => {
    const standing = { approval: { no: '花府批〔2026〕3 号', on: '2026-03-01' }, entrustment: null };
    const set: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', standing }];
    gives(
      'matters',
      [group, saved('A-1'), set],
      [{ ...ROW, standing: JSON.stringify(standing), changed_at: at('00:02') }],
    );
  });

  test('[L2] an entrusted matter that an older ledger offers without its entrustment waits for it, and comes back with it', () => {
    const entrusted: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', kind: 'entrusted' }];
    const held = { ...ROW, kind: 'entrusted', offered: 0, held_back: 1, changed_at: at('00:02') };
    gives('matters', [group, saved('A-1'), entrusted], [held]);
    const inCatalogue = { approval: null, entrustment: null };
    const half: Line = [at('00:03'), 'matter:A-1', { type: 'matter-changed', standing: inCatalogue }];
    gives(
      'matters',
      [group, saved('A-1'), entrusted, half],
      [{ ...held, standing: JSON.stringify(inCatalogue), changed_at: at('00:03') }],
    );
    const days = { from: '2026-01-01', until: '2026-12-31' };
    const entrustment = { letterNo: '委〔2026〕1 号', department: '区民政局', ...days, funding: '区财政' };
    const said: Line = [
      at('00:04'),
      'matter:A-1',
      { type: 'matter-changed', standing: { approval: null, entrustment } },
    ];
    const row = { ...held, offered: 1, held_back: 0, changed_at: at('00:04') };
    gives(
      'matters',
      [group, saved('A-1'), entrusted, half, said],
      [{ ...row, standing: JSON.stringify({ approval: null, entrustment }) }],
    );
  });

  test('[L1] each change leaves a version of the whole matter, with its place in the ledger', () => {
    const [, , { type: _, ...facts }] = saved('A-1');
    const version = (seq: number, time: string, more: object = {}) => ({
      matter_id: 'A-1',
      seq,
      at: at(time),
      matter: JSON.stringify({
        ...{ identity: 'none', retentionDays: null, clerkA: null, clerkB: null },
        ...{ applicantBasis: null, publicNoticeBasis: null, ...inLanguages({ ...facts, ...more }) },
      }),
    });
    const fee: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', fee: '5 元' }];
    gives('matter_versions', [group, saved('A-1'), fee], [version(2, '00:01'), version(3, '00:02', { fee: '5 元' })]);
  });

  test('[L1] [C8] [C9] a matter keeps its domain, its place, its stage, the longest extension and the pauses that were listed last', () => {
    const place = { 'zh-Hans': '三楼', 'zh-Hant': '三樓', en: 'Third floor' };
    const pauses = [{ kind: 'hearing' as const, basis: '办法第八条', counts: false }];
    const set: Line = [
      at('00:02'),
      'matter:A-1',
      { type: 'matter-changed', domain: 'tax', place, extensionDays: 15, pauses },
    ];
    const acceptance = { days: 15, unit: 'calendar' as const };
    const staged: Line = [at('00:03'), 'matter:A-1', { type: 'matter-changed', acceptance }];
    const said = { domain: 'tax', place: JSON.stringify(place), extension_days: 15, pauses: JSON.stringify(pauses) };
    const row = { ...ROW, ...said, acceptance: JSON.stringify(acceptance), changed_at: at('00:03') };
    gives('matters', [group, saved('A-1'), set, staged], [row]);
    gives('matters', [group, saved('A-1'), set], [{ ...ROW, ...said, changed_at: at('00:02') }]);
  });

  test('[C9] a matter keeps the bases of its pauses, and one that is emptied is none', () => {
    const bases = { applicantBasis: '办法第八条', publicNoticeBasis: '办法第二十条' };
    const set: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', ...bases }];
    const row = { ...ROW, applicant_basis: '办法第八条', public_notice_basis: '办法第二十条', changed_at: at('00:02') };
    gives('matters', [group, saved('A-1'), set], [row]);
    const emptied: Line = [at('00:03'), 'matter:A-1', { type: 'matter-changed', publicNoticeBasis: null }];
    gives(
      'matters',
      [group, saved('A-1'), set, emptied],
      [{ ...row, public_notice_basis: null, changed_at: at('00:03') }],
    );
  });

  test('[L3] a matter keeps who may apply and by which ways and at which counters, as they were said last', () => {
    const conditions = { 'zh-Hans': '本社区居民', 'zh-Hant': '本社區居民', en: 'Residents' };
    const ways: MatterChannel[] = ['counter', 'web'];
    const facts = { conditions, channels: ways, counters: ['c2', 'c1'] as CounterId[] };
    const set: Line = [at('00:02'), 'matter:A-1', { type: 'matter-changed', ...facts }];
    const told = { conditions: JSON.stringify(conditions), channels: '["counter","web"]', counters: '["c2","c1"]' };
    const row = { ...ROW, ...told };
    gives('matters', [group, saved('A-1'), set], [{ ...row, changed_at: at('00:02') }]);
  });
});
