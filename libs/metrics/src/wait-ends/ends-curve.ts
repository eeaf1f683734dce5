import type { EndShare, Interval, WaitEndsAt } from '@evenhand/domain';
import { incidencesOf, type IncidenceTime, survivalOf } from '@evenhand/statistics';
import type { EndsInSecond } from './ends-by-second';

type End = 'called' | 'left';

interface Risk extends EndsInSecond {
  readonly atRisk: number;
}

/** Beyond so many seconds waits are not told apart. */
const isBeyond = ({ second }: EndsInSecond, most: number): boolean => second > most;

function risksOf(ends: readonly EndsInSecond[]): readonly Risk[] {
  let atRisk = ends.reduce((sum, { called, left, inLine }) => sum + called + left + inLine, 0);
  return ends.map((at) => {
    const risk = { ...at, atRisk };
    atRisk -= at.called + at.left + at.inLine;
    return risk;
  });
}

const timesOf = (risks: readonly Risk[], end: End): IncidenceTime[] =>
  risks.map(({ second, atRisk, called, left, ...ends }) => ({
    ...{ time: second, atRisk, ended: called + left },
    ofCause: { ...ends, called, left }[end],
  }));

interface Step {
  readonly time: number;
  readonly share: number;
  readonly bounds: Interval | null;
}

/** What holds at a second: nobody has ended before the first step. */
function shareAt(steps: readonly Step[], second: number, before: number): EndShare {
  const step = steps.findLast(({ time }) => time <= second);
  return step ? { value: step.share, interval: step.bounds } : { value: before, interval: null };
}

const complementOf = ({ value, interval }: EndShare): EndShare => ({
  value: 1 - value,
  interval: interval && { low: 1 - interval.high, high: 1 - interval.low },
});

/**
 * What has become of people at each whole minute up to the last second that is told apart, as far as anybody was followed.
 * Sorted by second; within a second who ended comes before who was seen no more.
 */
export function endsCurve(ends: readonly EndsInSecond[], most: number): readonly WaitEndsAt[] {
  const risks = risksOf(ends);
  const told = risks.filter((risk) => !isBeyond(risk, most));
  const called = incidencesOf(timesOf(told, 'called'));
  const left = incidencesOf(timesOf(told, 'left'));
  const inLine = survivalOf(timesOf(told, 'called'));
  const ignoring = survivalOf(told.map(({ second, atRisk, called: ended }) => ({ time: second, atRisk, ended })));
  const last = risks.at(-1)?.second ?? 0;
  return Array.from({ length: Math.floor(most / 60) + 1 }, (_, minutes): WaitEndsAt => {
    const second = minutes * 60;
    return {
      minutes,
      followed: risks.find((risk) => risk.second > second)?.atRisk ?? 0,
      called: shareAt(called, second, 0),
      left: shareAt(left, second, 0),
      inLine: shareAt(inLine, second, 1),
      calledIfNobodyLeft: complementOf(shareAt(ignoring, second, 1)),
    };
  }).filter(({ minutes, inLine: { value } }) => value <= ROUNDING || last >= minutes * 60);
}

/** A product of fractions may miss 0 by a rounding. */
const ROUNDING = 1e-12;
