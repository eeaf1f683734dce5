import type { CitySettings, Day, Label } from '@evenhand/domain';
import type { Citation, Limits, StandardDefinition, StandardScope, Threshold } from './standard';
import { type RuleVersion, versionOn, versionsOf, type StandardEdit } from './versions';

/** What a reader learns about a rule. */
export interface StandardInfo {
  readonly id: string;
  readonly label: Label;
  readonly promise: Label;
  readonly clock: Label;
  readonly citations: readonly Citation[];
  readonly thresholds: readonly Threshold[];
  readonly scope: StandardScope;
  /** False for a rule of another city until the operator says from when it holds here. */
  readonly isAdopted: boolean;
  readonly data: 'present' | 'missing';
  /** What would be needed to judge it; null where there is data. */
  readonly needs: Label | null;
  /** Every single case, or a level that a metric is held against. */
  readonly judgedBy: 'every_case' | 'level' | null;
  readonly metric: string | null;
  readonly comparison: 'at_most' | 'at_least' | null;
  /** False where no single case breaks the rule. */
  readonly hasCases: boolean;
  readonly minimumCases: number;
  readonly versions: readonly RuleVersion[];
  /** The numbers in force today; null where none are. */
  readonly limits: Limits | null;
}

/** Describes a rule as it stands on a day. */
export function standardInfo(
  definition: StandardDefinition,
  {
    city,
    edits,
    today,
    countsSingleCases,
  }: { readonly city: CitySettings; readonly edits: readonly StandardEdit[]; readonly today: Day; readonly countsSingleCases: boolean },
): StandardInfo {
  const { id, label, promise, clock, citations, thresholds, scope, isAdopted, judging, minimumCases } = definition;
  const versions = versionsOf(definition, city, edits);
  const isLevel = judging.kind === 'metric';
  return {
    id,
    label,
    promise,
    clock,
    citations,
    thresholds,
    scope,
    isAdopted,
    data: judging.kind === 'missing' ? 'missing' : 'present',
    needs: judging.kind === 'missing' ? judging.needs : null,
    judgedBy: judging.kind === 'missing' ? null : isLevel ? 'level' : 'every_case',
    metric: isLevel ? judging.metric : null,
    comparison: isLevel ? judging.comparison : null,
    hasCases: countsSingleCases,
    minimumCases,
    versions,
    limits: versionOn(versions, today)?.limits ?? null,
  };
}
