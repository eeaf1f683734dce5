import { dueAfter, type Instant, instantOf, workTimeOf } from '../instants';
import { dayOf, dueAt, duringDay, oneOf, type PointSetting, THIS_SUMMER, toldAt, workingDaysOf } from './register-setting';

const UNITS = ['VP', 'KTHT', 'VHXH'];
const SUBJECTS = ['directive', 'report', 'letter'];
const PER_DAY = 0.45;
const BUNDLES: Readonly<Record<string, string>> = { '1.001193': 'LTKS', '1.000656': 'LTKT' };
/** Agencies of an interlinked procedure in their order, with the working days each may take. */
const AGENCIES = [
  { agency: 'civil_status', limit: 1 },
  { agency: 'residence', limit: 3 },
  { agency: 'social_insurance', limit: 3 },
] as const;
const LAND_STEPS = [
  { step: 'valuation', department: 'land_office', limit: 5 },
  { step: 'tax_notice', department: 'tax_office', limit: 5 },
] as const;

/** Tasks of the document system. */
export function writeDocumentTasks({ profile: { code }, days, files, random }: PointSetting): void {
  let sequence = 0;
  for (const day of workingDaysOf(days, THIS_SUMMER))
    for (let count = random.poisson(PER_DAY); count > 0; count--) {
      const assigned = duringDay(day, random);
      const finished = instantOf(days, workTimeOf(days, assigned) + random.lognormal(3.6, 0.5));
      files.write(
        'document-tasks',
        `VB-${code}-${String(++sequence).padStart(4, '0')}`,
        code,
        oneOf(UNITS, random),
        `NV-${code}-C${random.between(1, 5)}`,
        oneOf(SUBJECTS, random),
        toldAt(days, assigned),
        random.chance(0.03) ? '' : dueAt(days, dueAfter(days, assigned, 5)),
        toldAt(days, finished),
      );
    }
}

interface Stage {
  readonly from: Instant;
  readonly due: string;
  readonly to: Instant | undefined;
}

function stage({ days, random }: PointSetting, from: Instant, limit: number): Stage {
  const to = instantOf(days, workTimeOf(days, from) + random.lognormal(limit * 0.7, 0.6));
  return { from, due: dueAt(days, dueAfter(days, from, limit)), to };
}

/** Births and deaths that three agencies settle one after the other, and what departments do for land dossiers. */
export function writeChains(setting: PointSetting): void {
  const { profile, days, notes, files } = setting;
  for (const { file, life } of notes.dossiers) {
    if (dayOf(days, life.received) < THIS_SUMMER) continue;
    const bundle = BUNDLES[file.procedure];
    const chain = bundle !== undefined ? AGENCIES : file.field === 'dat-dai' ? LAND_STEPS : [];
    let from: Instant | undefined = life.received;
    for (const link of chain) {
      if (from === undefined || toldAt(days, from) === '') break;
      const { due, to } = stage(setting, from, link.limit);
      const times = [toldAt(days, from), due, toldAt(days, to)];
      if ('agency' in link) files.write('interlinked-procedures', file.code, bundle ?? '', link.agency, profile.code, ...times);
      else files.write('department-steps', file.code, link.step, link.department, profile.code, ...times);
      from = to;
    }
  }
}
