import type { CitySource } from '../city/city-description';
import { readSourceFolder } from '../source/source-folder';
import type { ScheduleSettings } from './schedule-settings';

/** A source that is pulled by itself. */
export interface ScheduledSource {
  readonly name: string;
  readonly folder: string;
  readonly schedule: ScheduleSettings;
  readonly isDropFolder: boolean;
}

/**
 * The sources of a city that are pulled by themselves: what the city says goes before what the source says. Throws
 * {@link SourceProblem} when a folder is not what it must be.
 */
export const scheduledSources = (sources: readonly CitySource[]): ScheduledSource[] =>
  sources.flatMap(({ folder, schedule: ofCity }) => {
    const { name, schedule: own, from } = readSourceFolder(folder).settings;
    const schedule = ofCity ?? own;
    return schedule && from ? [{ name, folder, schedule, isDropFolder: from.kind === 'folder' }] : [];
  });
