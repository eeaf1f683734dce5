import { SourceProblem } from '../source/source-problem';
import type { Pull } from './pull';

/** Reads the tables of a database from the watermark on. */
export const pullDatabase: Pull<'database'> = ({ source }) =>
  Promise.reject(new SourceProblem(`${source.settings.name} cannot be pulled: reading databases is not there.`));
