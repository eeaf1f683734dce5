import { claimDataFolder, type DataFolder } from '@evenhand/data-folder';
import { type DataSource, ifPipelineIsIdle, inPipelineTurn, openRecords, secretFor } from '@evenhand/records';
import { openWarehouse, type Warehouse } from '@evenhand/warehouse';
import { applyCity } from './city/apply-city';
import type { CityDescription } from './city/city-description';
import { readCity } from './city/read-city';
import { keepRollupsCurrent } from './rollup';
import { recoverRuns } from './load/recover';
import type { ReadingPlace } from './source/readable';
import { PseudonymKey } from './privacy/pseudonym';

/** The stores of one data folder, open, up to date and owned by this process. */
export interface Stores {
  readonly folder: DataFolder;
  readonly warehouse: Warehouse;
  /** The facts as questions of people reach them: on a server over an account that may only read, where one is named. */
  readonly questions: Warehouse;
  readonly records: DataSource;
  readonly city: CityDescription;
  /** Makes pseudonyms of staff and contacts. */
  readonly pseudonyms: PseudonymKey;
  /** Runs one load after the other, in the order in which they were asked for; on a shared server, one of all processes. */
  oneAtATime<Result>(job: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Where the stores are, read from the environment. */
export interface StoresPlace {
  readonly dataFolder: string;
  readonly cityFile: string;
  /** Boundaries of the units, where they are not named in the city's file. */
  readonly boundariesFile: string | undefined;
  readonly warehouseUrl: string | undefined;
  readonly questionsUrl: string | undefined;
  readonly recordsUrl: string | undefined;
}

/** Where the engine of these stores finds files. */
export const readingPlace = ({ folder, warehouse }: Pick<Stores, 'folder' | 'warehouse'>): ReadingPlace => ({
  folder,
  readsAnywhere: warehouse.isEmbedded,
});

type Environment = Readonly<Record<string, string | undefined>>;

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/** Reads EVENHAND_DATA, EVENHAND_CITY, EVENHAND_BOUNDARIES, CLICKHOUSE_URL, CLICKHOUSE_READER_URL and DATABASE_URL. */
export const storesPlace = (env: Environment): StoresPlace => ({
  dataFolder: given(env['EVENHAND_DATA']) ?? 'data',
  cityFile: given(env['EVENHAND_CITY']) ?? 'etl/cities/hanoi-simulated/city.yml',
  boundariesFile: given(env['EVENHAND_BOUNDARIES']),
  warehouseUrl: given(env['CLICKHOUSE_URL']),
  questionsUrl: given(env['CLICKHOUSE_URL']) && given(env['CLICKHOUSE_READER_URL']),
  recordsUrl: given(env['DATABASE_URL']),
});

function queue(inTurn: Stores['oneAtATime']): Stores['oneAtATime'] {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(
      () => inTurn(job),
      () => inTurn(job),
    );
    last = turn.catch(() => undefined); // whoever asked for the job hears of its failure
    return turn;
  };
}

type Opened = Pick<Stores, 'warehouse' | 'questions' | 'records' | 'city'>;

/** Ends what a killed load left behind. What another process is loading at this moment was not left behind. */
async function tidyUp({ warehouse, records, city }: Omit<Opened, 'questions'>, isShared: boolean): Promise<void> {
  const { zone, longWaitMinutes, isSimulated } = city.settings;
  const tidy = async (): Promise<void> => {
    await keepRollupsCurrent(warehouse, { zone, longWaitMinutes });
    await recoverRuns({ warehouse, records }, { zone, longWaitMinutes, isSimulated });
  };
  if (isShared) await ifPipelineIsIdle(records, tidy);
  else await tidy();
}

async function prepare(folder: DataFolder, { warehouse, questions, records, city }: Opened, isShared: boolean): Promise<Stores> {
  await tidyUp({ warehouse, records, city }, isShared);
  await applyCity(city, records, warehouse);
  return {
    folder,
    warehouse,
    questions,
    records,
    city,
    pseudonyms: new PseudonymKey(await secretFor(records, 'pseudonym')),
    oneAtATime: queue((job) => (isShared ? inPipelineTurn(records, job) : job())),
    close: async () => {
      if (questions !== warehouse) await questions.close();
      await warehouse.close();
      await records.destroy();
      await folder.release();
    },
  };
}

/**
 * Claims the data folder, opens both stores, ends what a killed load left behind and applies the city.
 * @param purpose what this process does, named to whoever comes second: "the Evenhand server"
 */
export async function openStores(env: Environment, purpose: string): Promise<Stores> {
  const place = storesPlace(env);
  const described = readCity(place.cityFile);
  const city = { ...described, boundaries: place.boundariesFile ?? described.boundaries };
  const folder = await claimDataFolder(place.dataFolder, purpose);
  const opened: (() => Promise<unknown>)[] = [() => folder.release()];
  try {
    const warehouse = await openWarehouse(place.warehouseUrl === undefined ? { folder } : { url: place.warehouseUrl });
    opened.unshift(() => warehouse.close());
    const questions = place.questionsUrl === undefined ? warehouse : await warehouse.forQuestions(place.questionsUrl);
    if (questions !== warehouse) opened.unshift(() => questions.close());
    const records = await openRecords(place.recordsUrl === undefined ? { folder } : { url: place.recordsUrl });
    opened.unshift(() => records.destroy());
    return await prepare(folder, { warehouse, questions, records, city }, place.recordsUrl !== undefined);
  } catch (error) {
    for (const close of opened) await close();
    throw error;
  }
}
