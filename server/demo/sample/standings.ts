/** On what the matters of the sample hall stand (L2): invented letters and approvals, whole in every field. */
import type { MatterPlan } from '../../../schema/catalogue/catalogue.ts';
import { namesFrom } from '../../../schema/catalogue/facts/in-languages.ts';
import { IN_CATALOGUE, type Standing } from '../../../schema/catalogue/standing.ts';
import type { Day } from '../../../schema/ids.ts';

/** As long as nobody is warned of its end in the first years of a sample hall. */
const YEARS = 5;
/** 科普活动、社区学堂报名: what this hall offers beside the published catalogue. */
const BESIDE_CATALOGUE = 'A11-KP-01';

export function sampleStanding({ id, kind, department }: MatterPlan, firstDay: Day): Standing {
  const year = Number(firstDay.slice(0, 4));
  const from = `${year - 1}-01-01`;
  if (id === BESIDE_CATALOGUE) return { approval: { no: `示例政批〔${year - 1}〕1 号`, on: from }, entrustment: null };
  if (kind !== 'entrusted') return IN_CATALOGUE;
  const by = `区${namesFrom(department)['zh-Hans']}部门`.slice(0, 100);
  return {
    approval: null,
    entrustment: {
      ...{ letterNo: `示例委〔${year - 1}〕${id}`, department: by, from, until: `${year + YEARS}-12-31` },
      funding: '随事项划拨（示例）',
    },
  };
}
