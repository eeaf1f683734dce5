import type { TimeRange } from '@evenhand/domain';
import type { CityDescription } from '../city/city-description';
import { CityFiles, type RowCounts } from './city-files';
import { Days } from './days';
import { IDLE_BRANCHES, SEED, SIMULATED_RANGE } from './planted';
import { PointNotes } from './point-notes';
import { pointProfiles, type PointProfile } from './point-profile';
import { PointYear } from './point-year';
import { type Register, RegisterFiles } from './registers/register-files';
import { writeCityRegisters, writePointRegisters } from './registers/write-registers';

/** What is simulated. A smaller city has the same points with the same days, only fewer of them. */
export interface Simulation {
  readonly seed: number;
  readonly range: TimeRange;
  /** Codes of the points; all of the city when absent. */
  readonly points?: readonly string[];
}

/** The year that the product shows when nobody has loaded anything else. */
export const WHOLE_YEAR: Simulation = { seed: SEED, range: SIMULATED_RANGE };

/** Between two points other work gets its turn, so that a progress bar moves and a signal is heard. */
const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));

const neighboursOf = (profiles: readonly PointProfile[], { code, branch }: PointProfile): string[] =>
  profiles.filter((other) => other.branch === branch && other.code !== code).map((other) => other.code);

/** The people a point can borrow: nobody is lent to two points. */
const donorOf = (donors: readonly string[], borrower: string, index: number): string =>
  `${donors[index % Math.max(1, donors.length)] ?? borrower}-S${1 + Math.floor(index / Math.max(1, donors.length))}`;

/**
 * Writes the files of a simulated city into an empty folder, in the formats of their sources. The same simulation of the
 * same city writes the same bytes.
 */
export async function generateCity(
  city: CityDescription,
  folder: string,
  { simulation = WHOLE_YEAR, onProgress }: { readonly simulation?: Simulation; readonly onProgress?: (share: number) => void } = {},
): Promise<RowCounts & { readonly registers: Readonly<Record<Register, number>> }> {
  const days = new Days(simulation.range, city.calendar);
  const profiles = pointProfiles(city, simulation.seed);
  const donors = profiles.filter(({ branch }) => (IDLE_BRANCHES as readonly string[]).includes(branch)).map(({ code }) => code);
  const chosen = profiles.filter(({ code }) => simulation.points?.includes(code) ?? true);
  const { seed } = simulation;
  const files = new CityFiles(folder, days.months);
  const registers = new RegisterFiles(folder);
  const register = { city, days, files: registers, seed };
  for (const [index, profile] of chosen.entries()) {
    const donor = donorOf(donors, profile.code, profiles.indexOf(profile));
    const notes = new PointNotes(days);
    new PointYear(profile, { city, days, files, seed, neighbours: neighboursOf(profiles, profile), donor, notes }).run();
    writePointRegisters(register, profile, notes);
    onProgress?.((index + 1) / chosen.length);
    await breathe();
  }
  writeCityRegisters(register, profiles);
  return { ...files.close(), registers: registers.close() };
}
