import { computed, inject, Injectable } from '@angular/core';
import type { Question } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { UrlState } from '../../data/url-state';
import { busiestSlot, type Place, type Suggestion, suggestLending } from './lending';
import { loadDays } from './load-days';
import { PEOPLE_METRICS, peopleBySlot } from './people-slots';
import { halfHoursIn, LOAD_METRICS, OCCUPANCY, slotLoads } from './slot-loads';

/** Used where the catalogue sets no standard. */
const USUAL_STANDARD = 0.85;

/** Work against staff by point and half-hour, and what of it the link has chosen. */
@Injectable()
export class LoadAnswers {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);

  readonly metric = computed(() => this.facts.metric(OCCUPANCY));
  readonly standard = computed(() => this.metric()?.standard?.value ?? USUAL_STANDARD);
  /** The choice of days as the link has it; `null` for all days of the period. */
  readonly chosenDays = this.url.param('days');
  readonly days = computed(() => {
    const period = this.filters.range();
    return period === null ? null : loadDays(this.chosenDays(), period);
  });

  // Helpers may come from any branch, and staff is told of no field: the same question is asked whatever the top bar says.
  private readonly question = computed<Question | null>(() => {
    const [metric, days] = [this.metric(), this.days()];
    if (metric === null || days === null) return null;
    return { metrics: LOAD_METRICS, by: ['point', 'half_hour'], ...days.range, where: days.where, exact: false };
  });
  private readonly answers = pageAnswers(() => {
    const question = this.question();
    return question === null ? null : { load: question, people: { ...question, metrics: PEOPLE_METRICS } };
  });

  readonly load = computed(() => mapReady(this.answers.of('load'), slotLoads));
  readonly loads = computed(() => readyData(this.load()) ?? []);
  /** Who comes when; empty while it is not known. */
  readonly people = computed(() => peopleBySlot(readyData(this.answers.of('people')), this.loads()));
  readonly halfHours = computed(() => halfHoursIn(this.loads()));
  /** The half-hour in which the chosen points lack most people; `null` when they lack nobody. */
  readonly busiest = computed(() =>
    busiestSlot(
      this.loads().filter(({ point }) => this.isChosen(point)),
      this.standard(),
    ),
  );
  /** The half-hour that is looked at: the link's, else the busiest. */
  readonly slot = computed(() => {
    const chosen = this.url.params().get('slot');
    return chosen !== null && this.halfHours().includes(chosen) ? chosen : this.busiest();
  });

  readonly chooseDays = (days: string | null): void => void this.url.set({ days });
  readonly chooseSlot = (slot: string): void => void this.url.set({ slot });
  readonly retry = (): void => this.answers.retry();

  readonly placeOf = (code: string): Place | null => {
    const point = this.facts.point(code);
    return point === null ? null : { branch: point.branchCode, column: point.column, row: point.row };
  };

  /** Who could help whom in a half-hour, among the points of the chosen branch that need help. */
  readonly suggestionsAt = (slot: string | null): readonly Suggestion[] =>
    suggestLending({
      loads: this.loads().filter(({ halfHour }) => halfHour === slot),
      standard: this.standard(),
      placeOf: this.placeOf,
    }).filter(({ need }) => this.isChosen(need.load.point));

  /** Whether a point lies in the branch that the top bar has chosen. */
  readonly isChosen = (point: string): boolean => {
    const { branch } = this.filters.choice();
    return branch === null || this.facts.point(point)?.branchCode === branch;
  };
}
