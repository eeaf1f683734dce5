import type { CitySettings, Day, Scope, TimeRange, VerdictGrain, VerdictUnit } from '@evenhand/domain';
import type { Warehouse } from '@evenhand/warehouse';
import { MetricAnswers } from '../metric-answers';
import { tablesUnder } from '../facts/tables-under';
import { metricNamed } from '../registry/registry';
import { instantFor, resolveAsOf } from '../resolve-as-of';
import { STANDARDS, standardNamed } from './all-standards';
import type { CaseRows } from '../row-stream';
import type { SentStatement } from '../explain/explanation';
import { MOST_EXPORTED } from '../rows-export';
import { tablesOf } from './case-sql';
import { type Breaches, breachesFile, breachesIn, breachesStatement } from './breaches';
import type { Place } from './gather-evidence';
import { shareTerm } from './metric-cases';
import { checkedLimits, type ProposedEdit } from './check-edit';
import { checkPeriods } from './periods';
import { previewOf, type StandardPreview } from './preview';
import { EvidenceReader } from './read-evidence';
import { type ExampleOutcome, runExamples } from './run-example';
import type { Limits, StandardDefinition } from './standard';
import { type StandardInfo, standardInfo } from './standard-info';
import { type Verdict, verdictsOf } from './verdicts';
import { type StandardEdit, versionOn, versionsOf } from './versions';
import { entityOf, type StandardVolume, volumeOf } from './volume';

/** Which verdicts are wanted of a rule. */
export interface VerdictsRequest {
  readonly standard: string;
  readonly range: TimeRange;
  readonly by: VerdictUnit;
  readonly grain: VerdictGrain;
  /** Judges by what had been published by then, and by the numbers that held then: an instant, or a day of the city. */
  readonly asOf?: string | undefined;
}

/** Which breaches are wanted of a rule. */
export interface BreachesRequest {
  readonly standard: string;
  readonly range: TimeRange;
  /** All points of the scope unless given. */
  readonly point?: string | undefined;
  readonly page: number;
  readonly size: number;
  readonly asOf?: string | undefined;
}

/** A verdict, and the rule that it is about. */
export interface VerdictOfRule extends Verdict {
  readonly standard: string;
}

/** A change of a rule that is looked at before it is made. */
export interface PreviewRequest {
  readonly standard: string;
  readonly range: TimeRange;
  readonly edit: ProposedEdit;
  readonly today: Day;
}

/** Numbers of a rule, and the days over which what they would find is counted. */
export interface VolumeRequest {
  readonly standard: string;
  readonly range: TimeRange;
  /** Only the numbers that differ. */
  readonly limits: Limits;
  readonly today: Day;
}

/** Which verdicts are wanted of one point. */
export interface PointVerdictsRequest {
  readonly point: string;
  readonly range: TimeRange;
  readonly asOf?: string | undefined;
}

/** What was known at a moment, and the numbers that had been set by then. */
interface Moment {
  /** The instant to judge a rule by; `undefined` for the present. */
  readonly asOfFor: (definition: StandardDefinition) => string | undefined;
  /** The instant itself, for what is read for so long that more may be published meanwhile. */
  readonly at: string | undefined;
  readonly edits: readonly StandardEdit[];
}

/** The tables of cases that a rule is judged by. */
const tablesBehind = ({ judging }: StandardDefinition): readonly string[] => {
  if (judging.kind === 'missing') return [];
  if (judging.kind === 'metric') return tablesUnder([metricNamed(judging.metric).computation]);
  return tablesOf(judging);
};

const narrowed = (scope: Scope, point: string | undefined): Scope =>
  point === undefined ? scope : { ...scope, points: scope.points === 'all' || scope.points.includes(point) ? [point] : [] };

const countsSingleCases = ({ judging }: StandardDefinition): boolean =>
  judging.kind === 'cases' || (judging.kind === 'metric' && shareTerm(judging) !== undefined);

/** Judges the city by its service standards. There is no way to ask without a scope; edits come from the records. */
export class Standards {
  private readonly outcomes = new Map<string, Promise<ExampleOutcome[]>>();
  private readonly evidence: EvidenceReader;
  private readonly others = new Map<number, MetricAnswers>();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly city: CitySettings,
    private readonly answers: MetricAnswers = new MetricAnswers(warehouse, city),
    /** Where examples are run: their rows come with the statement, for which an account that only reads tables has no right. */
    private readonly examplesIn: Warehouse = warehouse,
  ) {
    this.evidence = new EvidenceReader(warehouse, answers);
  }

  /** Every rule as it stands on a day. */
  list(edits: readonly StandardEdit[], today: Day): StandardInfo[] {
    return STANDARDS.map((definition) => this.info(definition, edits, today));
  }

  /** One rule as it stands on a day. Throws NotFound. */
  describe(id: string, edits: readonly StandardEdit[], today: Day): StandardInfo {
    return this.info(standardNamed(id), edits, today);
  }

  /** The worked examples of a rule and what the engine makes of them; they rest on the program alone, so they run once. */
  examples(id: string): Promise<ExampleOutcome[]> {
    const definition = standardNamed(id);
    const outcomes = this.outcomes.get(id) ?? runExamples(this.examplesIn, this.city, definition);
    this.outcomes.set(id, outcomes);
    outcomes.catch(() => this.outcomes.delete(id));
    return outcomes;
  }

  /** What a rule comes to, by point or in the whole city, in each period of a range. Throws NotFound. */
  async verdicts(
    { standard, range, by, grain, asOf }: VerdictsRequest,
    edits: readonly StandardEdit[],
    scope: Scope,
  ): Promise<readonly Verdict[]> {
    const definition = standardNamed(standard);
    checkPeriods(grain, range);
    return this.answers.together(async () => {
      const then = await this.moment(asOf, edits);
      const versions = versionsOf(definition, this.city, then.edits);
      return verdictsOf(this.place, definition, versions, { range, scope, cut: grain, unit: by, asOf: then.asOfFor(definition) });
    });
  }

  /** What every rule comes to at one point over a whole range, in the order of the catalogue; none beyond the scope. */
  async ofPoint(
    { point, range, asOf }: PointVerdictsRequest,
    edits: readonly StandardEdit[],
    scope: Scope,
  ): Promise<readonly VerdictOfRule[]> {
    checkPeriods('whole', range);
    return this.answers.together(async () => {
      const then = await this.moment(asOf, edits);
      const of = { range, scope: narrowed(scope, point), cut: 'whole', unit: 'point' } as const;
      const all = STANDARDS.map(async (definition) => {
        const wanted = { ...of, asOf: then.asOfFor(definition) };
        const verdicts = await verdictsOf(this.place, definition, versionsOf(definition, this.city, then.edits), wanted);
        return verdicts.map((verdict) => ({ standard: definition.id, ...verdict }));
      });
      return (await Promise.all(all)).flat();
    });
  }

  /** What a change would do to the verdicts of a period; nothing is written. Throws as making the change does. */
  async preview({ standard, range, edit, today }: PreviewRequest, edits: readonly StandardEdit[], scope: Scope): Promise<StandardPreview> {
    const definition = standardNamed(standard);
    checkPeriods('whole', range);
    const limits = checkedLimits(definition, edit, { city: this.city, edits, today });
    const { effectiveFrom } = edit;
    return this.answers.together(() => previewOf(this.place, definition, { effectiveFrom, limits }, { range, scope, edits }));
  }

  /** How much a rule finds in a range by its numbers of today, and by others. Throws as making the change does. */
  async volume({ standard, range, limits, today }: VolumeRequest, edits: readonly StandardEdit[], scope: Scope): Promise<StandardVolume> {
    const definition = standardNamed(standard);
    checkPeriods('whole', range);
    const edit = { effectiveFrom: today, limits, reason: '–', isRetroactive: true };
    const isOther = Object.keys(limits).length > 0;
    const proposed = isOther ? checkedLimits(definition, edit, { city: this.city, edits, today }) : null;
    const inForce = versionOn(versionsOf(definition, this.city, edits), today)?.limits ?? null;
    const counted = (of: Limits | null) => (of === null ? null : volumeOf(this.place, definition, of, { range, scope }));
    return this.answers.together(async () => {
      const [one, other] = await Promise.all([counted(inForce), counted(proposed)]);
      return { entity: entityOf(definition), inForce: one, proposed: other };
    });
  }

  /** The cases that broke a rule. Throws NotFound, and InvalidQuery where no single case can break it. */
  async breaches(
    { standard, range, point, page, size, asOf }: BreachesRequest,
    edits: readonly StandardEdit[],
    scope: Scope,
  ): Promise<Breaches> {
    const definition = standardNamed(standard);
    checkPeriods('whole', range);
    return this.answers.together(async () => {
      const then = await this.moment(asOf, edits);
      const versions = versionsOf(definition, this.city, then.edits);
      return breachesIn(this.place, definition, versions, {
        range,
        scope: narrowed(scope, point),
        page,
        size,
        asOf: then.asOfFor(definition),
      });
    });
  }

  /** The cases that broke a rule, made while they are read. Throws as {@link breaches} does. */
  async breachesFile(
    { standard, range, point, asOf, most = MOST_EXPORTED }: Omit<BreachesRequest, 'page' | 'size'> & { readonly most?: number | undefined },
    edits: readonly StandardEdit[],
    scope: Scope,
  ): Promise<CaseRows> {
    const definition = standardNamed(standard);
    checkPeriods('whole', range);
    const then = await this.moment(asOf, edits);
    const versions = versionsOf(definition, this.city, then.edits);
    return breachesFile(this.place, definition, versions, { range, scope: narrowed(scope, point), most, asOf: then.at });
  }

  /**
   * The statements that a verdict rests on, their values beside them: that of the single cases that broke the rule, or those of the
   * metric that is held against a level. None where there is no data.
   */
  async statements(
    { standard, range, point, asOf }: Omit<BreachesRequest, 'page' | 'size'>,
    edits: readonly StandardEdit[],
    scope: Scope,
  ): Promise<readonly Pick<SentStatement, 'text' | 'values'>[]> {
    const definition = standardNamed(standard);
    checkPeriods('whole', range);
    if (countsSingleCases(definition)) {
      const then = await this.moment(asOf, edits);
      const wanted = { range, scope: narrowed(scope, point), asOf: then.asOfFor(definition) };
      return [breachesStatement(this.place, definition, versionsOf(definition, this.city, then.edits), wanted) ?? []].flat();
    }
    if (definition.judging.kind !== 'metric') return [];
    const where = point === undefined ? [] : [{ dimension: 'point', values: [point] } as const];
    const asked = { metric: definition.judging.metric, part: 'n', ...range, where, exact: false, asOf } as const;
    return (await this.answers.explain(asked, scope)).statements;
  }

  // Where nothing was published since of what a rule rests on, facts are as they are.
  private async moment(asOf: string | undefined, edits: readonly StandardEdit[]): Promise<Moment> {
    if (asOf === undefined) return { asOfFor: () => undefined, at: undefined, edits };
    const instant = await resolveAsOf(this.place, asOf);
    return {
      asOfFor: (definition) => instantFor(instant, tablesBehind(definition)),
      at: instant.at,
      edits: edits.filter(({ madeAt }) => madeAt.toISOString() <= instant.at),
    };
  }

  private info(definition: StandardDefinition, edits: readonly StandardEdit[], today: Day): StandardInfo {
    return standardInfo(definition, { city: this.city, edits, today, countsSingleCases: countsSingleCases(definition) });
  }

  private answersBy(longWaitMinutes: number): MetricAnswers {
    const answers = this.others.get(longWaitMinutes) ?? new MetricAnswers(this.warehouse, { ...this.city, longWaitMinutes });
    this.others.set(longWaitMinutes, answers);
    return answers;
  }

  private get place(): Place {
    const { warehouse, city, answers, evidence } = this;
    return { warehouse, city, answers, evidence, answersBy: (minutes) => this.answersBy(minutes) };
  }
}
