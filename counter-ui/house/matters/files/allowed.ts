/** What may stand in a column of a file of matters: said where a cell is at fault. */
import { MatterChannel, MatterKind } from '../../../../schema/catalogue/catalogue.ts';
import { DOMAINS, Domain } from '../../../../schema/catalogue/facts/domain.ts';
import { inLanguage } from '../../../../schema/ids.ts';
import { IdentityUse } from '../../../../schema/people/person.ts';
import type { Say } from '../../../words/speak.ts';
import { type Column, languageOf } from './matter-table.ts';

/** What a cell of that column may say, in the file's language; null: any text. `hall`: its groups, its counters by label, its accounts. */
type Allowed = Record<'groups' | 'counters' | 'accounts', string[]>;
export function allowedIn(say: Say, column: Column, hall: Allowed): string[] | null {
  switch (column) {
    case 'letter':
      return hall.groups;
    case 'counters':
      return hall.counters;
    case 'accountA':
    case 'accountB':
      return hall.accounts;
    case 'standing':
      return [say('standingPublished'), say('standingApproved')];
    case 'approvalOn':
    case 'entrustmentFrom':
    case 'entrustmentUntil':
      return [say('importDate')];
    case 'offered':
      return [say('yes'), say('no')];
    case 'kind':
      return MatterKind.options.map((one) => say(`value.${one}`));
    case 'limitUnit':
    case 'acceptanceUnit':
      return (['working', 'calendar'] as const).map((one) => say(`value.${one}`));
    case 'channels':
      return MatterChannel.options.map((one) => say(`channel.${one}`));
    case 'identity':
      return IdentityUse.options.map((one) => say(`identity.${one}`));
    case 'domain':
      return Domain.options.map((one) => inLanguage(DOMAINS[one].names, languageOf(say)));
    case 'limitDays':
    case 'typicalMinutes':
    case 'extensionDays':
    case 'acceptanceDays':
    case 'promisedDays':
    case 'retentionDays':
      return [say('importNumber')];
    case 'id':
    case 'zh-Hans':
    case 'zh-Hant':
    case 'en':
    case 'aliases':
    case 'materials':
    case 'conditions':
    case 'place':
    case 'department':
    case 'fee':
    case 'basis':
    case 'pauses':
    case 'applicantBasis':
    case 'publicNoticeBasis':
    case 'approvalNo':
    case 'entrustmentLetterNo':
    case 'entrustmentDepartment':
    case 'entrustmentFunding':
      return null;
    default:
      return column satisfies never;
  }
}
