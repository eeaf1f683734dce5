import { SourceProblem } from '../source/source-problem';

/** Reads a credential from the environment; source.yml holds its name only. */
export function secretFrom(env: Readonly<Record<string, string | undefined>>, name: string, wanted: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new SourceProblem(`The environment variable ${name} is not set; it must hold ${wanted}.`);
  return value;
}
