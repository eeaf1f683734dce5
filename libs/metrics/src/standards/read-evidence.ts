import type { Day, TimeRange } from '@evenhand/domain';
import type { Sql, Warehouse } from '@evenhand/warehouse';
import type { MetricAnswers } from '../metric-answers';
import { Remembered } from '../remembered';

/** Cases and breaches of a point in a bucket. */
export interface Counted {
  readonly point: string;
  readonly bucket: Day;
  readonly n: number;
  readonly breaches: number;
}

/** Days of feeds that were expected and told, of a point in a bucket. */
export interface Told {
  readonly point: string;
  readonly bucket: Day;
  readonly expected: number;
  readonly told: number;
}

/** How far an entity has told: the day in the city, and the instant. */
export interface ToldUntil {
  readonly name: string;
  readonly day: Day;
  readonly at: string;
}

/** While a point existed. */
export interface PointStretch extends TimeRange {
  readonly point: string;
}

const MOST_ROWS = 200_000;
const MOST_ROWS_EACH = 10_000;

const remembered = <Row>(): Remembered<readonly Row[]> =>
  new Remembered({ most: MOST_ROWS, mostEach: MOST_ROWS_EACH, weightOf: ({ length }) => 1 + length });

/** Reads what rules are judged by, each statement once for each state of the data: between two loads all pages ask the same. */
export class EvidenceReader {
  private readonly counts = remembered<Counted>();
  private readonly days = remembered<Told>();
  private readonly tellings = remembered<ToldUntil>();
  private readonly stretches = remembered<PointStretch>();

  constructor(
    private readonly warehouse: Warehouse,
    private readonly answers: MetricAnswers,
  ) {}

  counted(statement: Sql): Promise<readonly Counted[]> {
    return this.once(this.counts, statement);
  }

  told(statement: Sql): Promise<readonly Told[]> {
    return this.once(this.days, statement);
  }

  toldUntil(statement: Sql): Promise<readonly ToldUntil[]> {
    return this.once(this.tellings, statement);
  }

  points(statement: Sql): Promise<readonly PointStretch[]> {
    return this.once(this.stretches, statement);
  }

  private async once<Row>(kept: Remembered<readonly Row[]>, statement: Sql): Promise<readonly Row[]> {
    const version = await this.answers.dataVersion();
    return kept.get(`${version} ${JSON.stringify(statement.render())}`, () => this.warehouse.rows<Row>(statement));
  }
}
