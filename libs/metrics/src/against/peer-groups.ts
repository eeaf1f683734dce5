import type { AlikePoints, Question, TimeRange } from '@evenhand/domain';
import { type Counted, countedOf, likeCounted } from '../compare/cell-source';
import { mostAlike, type PointMix } from '../compare/peers';
import type { Readings } from '../compare/readings';
import { LEAST_CASES } from '../compare/subject';
import type { Entity } from '../facts/fact';
import { type MetricDefinition, termsOf } from '../registry/definition';
import { metricNamed } from '../registry/registry';

/** Metrics whose peers are the same points, because they rest on the same kind of case. */
export interface PeerGroupOf {
  readonly metrics: readonly string[];
  /** `null` where the point has too little of that work to be like another. */
  readonly alike: AlikePoints | null;
}

const DOSSIERS: readonly Entity[] = ['dossier', 'dossier_event'];

/** The cases that tell the size and the mix of points: those of the metric, or those that most of its kind of work rests on. */
function workOf(metric: MetricDefinition): Counted {
  const counted = countedOf(metric) ?? likeCounted(metric);
  if (counted !== null) return counted;
  const isOfDossiers = termsOf(metric.computation).some(({ entity }) => DOSSIERS.includes(entity));
  const usual = countedOf(metricNamed(isOfDossiers ? 'on_time_rate' : 'long_wait_rate'));
  if (usual === null) throw new Error(`Nothing tells the work behind "${metric.id}"`);
  return usual;
}

interface Asked {
  readonly question: Question;
  readonly range: TimeRange;
  readonly point: string;
}

/** The peers of a point for each metric of a question: one statement for each kind of case. */
export async function peerGroups(readings: Readings, metrics: readonly MetricDefinition[], asked: Asked): Promise<readonly PeerGroupOf[]> {
  const kinds = new Map<Entity, { readonly work: Counted; readonly metrics: string[] }>();
  for (const metric of metrics) {
    const work = workOf(metric);
    const found = kinds.get(work.of.entity);
    if (found) found.metrics.push(metric.id);
    else kinds.set(work.of.entity, { work, metrics: [metric.id] });
  }
  const { where, asOf } = asked.question;
  return Promise.all(
    [...kinds.values()].map(async ({ work, metrics: ids }) => {
      const mixes = await readings.mixes({ computation: work, adjust: 'none', periods: [asked.range], where, asOf });
      return { metrics: ids, alike: alikeIn(mixes, asked.point) };
    }),
  );
}

const hasEnough = ({ n }: PointMix): boolean => n >= LEAST_CASES;

function alikeIn(mixes: readonly PointMix[], point: string): AlikePoints | null {
  const own = mixes.find((mix) => mix.point === point);
  return own === undefined ? null : mostAlike(own, mixes.filter(hasEnough));
}
