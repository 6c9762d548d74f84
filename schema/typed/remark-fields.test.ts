import { expect, it } from 'vitest';
import type { z } from 'zod';
import { contract } from '../api.ts';
import { IN_LANGUAGES } from '../catalogue/facts/in-languages.ts';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
};
const defOf = (type: z.ZodType) => (type as unknown as { _zod: { def: Def } })._zod.def;

/** Every text of an input, by its path. */
function textsOf(type: z.ZodType, path: string): [string, z.ZodType][] {
  const { type: kind, shape, options, element, innerType, in: first } = defOf(type);
  if (kind === 'string') return [[path, type]];
  if (shape) return Object.entries(shape).flatMap(([name, field]) => textsOf(field, `${path}.${name}`));
  if (options) return options.flatMap((option) => textsOf(option, path));
  const inner = element ?? innerType ?? first;
  return inner ? textsOf(inner, path) : [];
}

function inputsOf(tree: object, path: string): [string, z.ZodType][] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const def = (node as { '~orpc'?: { inputSchema?: z.ZodType } })['~orpc'];
    if (!def) return inputsOf(node, `${path}${name}.`);
    return def.inputSchema ? textsOf(def.inputSchema, path + name) : [];
  });
}

/** Ids, links, codes and numbers: what is none of the hall’s is known to nobody, and refused by the act. */
const POINTS = /(?:[iI]ds?|\.(?:to|link|token|number|code|receiptNo|missing|items|clerk[AB]|deputy|handler|counters))$/;
/** Texts that are names, numbers or searches, or that never leave the hall’s memory: passwords. */
const OTHERS = [
  'administration.saveClerk.clerk.account',
  'administration.saveClerk.clerk.name',
  // An agency is no person, and its telephone is published.
  'administration.saveAgency.agency.name',
  'administration.saveAgency.agency.address',
  'administration.saveAgency.agency.hours',
  'administration.saveAgency.agency.aliases',
  'administration.placeObjections.objectTo.authority.name',
  'administration.placeObjections.objectTo.authority.address',
  'administration.placeObjections.objectTo.court.name',
  'administration.placeObjections.objectTo.court.address',
  // What the catalogue says of a matter is published.
  ...['saveMatter.matter', 'previewImport.matters', 'importMatters.matters'].flatMap((matter) =>
    ['names.zh-Hans', 'names.zh-Hant', 'names.en', 'aliases']
      .concat(IN_LANGUAGES.flatMap((one) => [one, `${one}.zh-Hans`, `${one}.zh-Hant`, `${one}.en`]))
      .concat('conditions.zh-Hans', 'conditions.zh-Hant', 'conditions.en', 'pauses.basis')
      .concat('place.zh-Hans', 'place.zh-Hant', 'place.en')
      .concat('materials.zh-Hans', 'materials.zh-Hant', 'materials.en')
      .concat('materials.whereFrom.zh-Hans', 'materials.whereFrom.zh-Hant', 'materials.whereFrom.en')
      .map((field) => `administration.${matter}.${field}`),
  ),
  ...['standingOfMatter.standing', 'previewImport.matters.standing', 'importMatters.matters.standing'].flatMap((at) =>
    ['approval.no', 'entrustment.letterNo', 'entrustment.department', 'entrustment.funding'].map(
      (field) => `administration.${at}.${field}`,
    ),
  ),
  ...['previewImport', 'importMatters'].flatMap((act) =>
    ['accountA', 'accountB'].map((field) => `administration.${act}.matters.${field}`),
  ),
  // A resident’s own question, kept sealed as that of the page by link is.
  'cases.act.act.text',
  'cases.actByReceipt.act.text',
  'administration.termsOfMatter.mayFollow',
  'administration.nameMatter.aliases',
  'appointments.checkIn.whose',
  'appointments.confirm.name',
  'devices.create.name',
  'people.enter.applicant.name',
  'cases.enterHelper.helper.name',
  'cases.tell.signed.signedBy',
  'people.enter.helper.name',
  'people.lookUp.key.text',
  'session.changePassword.next',
  'session.changePassword.present',
  'session.firstAdministrator.account',
  'session.firstAdministrator.name',
  'session.firstAdministrator.password',
  'session.signIn.account',
  'session.signIn.password',
  'session.unlock.password',
  'tickets.box.typed',
  // A draft is judged when it is said; until then it is sealed, and its author’s.
  ...['address', 'basis', 'followBy', 'hours', 'note', 'place', 'reason', 'telephone'].map(
    (field) => `tickets.keepDraft.kept.draft.${field}`,
  ),
  'tickets.keepDraft.kept.ticked',
  'tickets.keepForm.fields',
];

it('[P1] no text that somebody of the staff writes freely takes a mobile number; those that do are named here', () => {
  const texts = inputsOf(contract, '').filter(([path]) => !POINTS.test(path));
  expect(texts.length).toBeGreaterThan(30);
  const free = texts.filter(([, type]) => type.safeParse('请联系王某 13985001234').success).map(([path]) => path);
  expect([...new Set(free)].sort()).toEqual([...OTHERS].sort());
  const refused = texts.filter(([, type]) => {
    const said = type.safeParse('请联系王某 13985001234');
    return !said.success && said.error.issues.some(({ message }) => message.startsWith('text-mobile'));
  });
  expect(refused.map(([path]) => path)).toContain('cases.conclude.conclusion.note');
  expect(refused.length).toBeGreaterThan(12);
});
