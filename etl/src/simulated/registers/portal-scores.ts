import { addDays } from '@evenhand/domain';
import type { PointSetting } from './register-setting';
import { dayOf } from './register-setting';

/** Groups of index 766 with the points that each may bring; progress is scored from the dossiers themselves. */
const GROUPS = [
  { metric: 'CKMB', most: 18, least: 0.9 },
  { metric: 'CLGQ', most: 12, least: 0.75 },
  { metric: 'TTTT', most: 10, least: 0.55 },
  { metric: 'MDSH', most: 22, least: 0.8 },
  { metric: 'MDHL', most: 18, least: 0.8 },
] as const;
const PROGRESS = { metric: 'TDGQ', most: 20 } as const;

const nextMonth = (month: string): string => addDays(`${month}-01`, 32).slice(0, 7);

/** What the national portal publishes about a unit, five days after each closed month. */
export function writePortalScores({ profile, days, notes, files, random }: PointSetting): void {
  const settled = new Map<string, { onTime: number; all: number }>();
  for (const { life } of notes.dossiers) {
    if (life.finished === undefined) continue;
    const month = dayOf(days, life.finished).slice(0, 7);
    const sums = settled.get(month) ?? { onTime: 0, all: 0 };
    settled.set(month, { onTime: sums.onTime + (life.finished <= life.due ? 1 : 0), all: sums.all + 1 });
  }
  for (const month of days.months.slice(0, -1)) {
    const period = [`${month}-01`, `${nextMonth(month)}-01`];
    const published = `${nextMonth(month)}-05`;
    const { onTime, all } = settled.get(month) ?? { onTime: 0, all: 0 };
    if (all > 0) {
      const score = ((PROGRESS.most * onTime) / all).toFixed(2);
      files.write('portal-scores', profile.code, PROGRESS.metric, ...period, onTime, all, score, PROGRESS.most, published);
    }
    for (const { metric, most, least } of GROUPS) {
      const score = most * (least + (1 - least) * random.uniform());
      files.write('portal-scores', profile.code, metric, ...period, '', '', score.toFixed(2), most, published);
    }
  }
}
