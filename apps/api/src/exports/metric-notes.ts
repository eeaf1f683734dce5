import type { Answer, MetricInfo, Value } from '@evenhand/domain';
import { dayText, type Fact } from '@evenhand/exports';
import { type Frame, rangeText } from './frames';
import { REASON_NAMES } from './words/codes';
import { NO_NUMBER, SAID, UNIT_NAMES } from './words/facts';

/** The definition that figures follow, in words. */
export function definitionNotes(metric: MetricInfo, { fact, names }: Frame): readonly Fact[] {
  const name = names.say(metric.label);
  const standard = metric.standard === null ? [] : [fact('standard', `${name}: ${names.say(metric.standard.label)}`)];
  const basis = metric.source === null ? [] : [fact('basis', `${name}: ${names.say(metric.source)}`)];
  return [
    fact('definition', `${name}: ${names.say(metric.description)}`),
    fact('formula', `${name}: ${names.say(metric.formula)}`),
    fact('version', `${name}: ${metric.version}`),
    ...standard,
    ...basis,
  ];
}

/** What the words say that stand in place of numbers. */
export function signNotes(values: readonly Value[], { fact, names }: Frame): readonly Fact[] {
  const reasons = [...new Set(values.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  return [
    ...reasons.map((reason) => fact('hidden', `${names.say(NO_NUMBER[reason])}: ${names.say(REASON_NAMES[reason])}.`)),
    fact('hidden', names.say(SAID.dash)),
    fact('hidden', names.say(SAID.interval)),
  ];
}

/** Of which days the public is told later, and when. */
export const untoldNotes = ({ untold = [] }: Pick<Answer, 'untold'>, { fact, names }: Frame): readonly Fact[] =>
  untold.map(({ metric, toldOn, ...range }) => {
    const info = names.metric(metric);
    const name = info === null ? metric : names.say(info.label);
    return fact('untold', `${name}, ${rangeText(range)}: ${names.say(SAID.toldOn)} ${dayText(toldOn)}`);
  });

/** A unit as a heading carries it. */
export const unitSuffix = ({ unit }: Pick<MetricInfo, 'unit'>, { names }: Frame): string => {
  const said = names.say(UNIT_NAMES[unit]);
  return said === '' || unit === 'share' ? '' : ` (${said})`;
};
