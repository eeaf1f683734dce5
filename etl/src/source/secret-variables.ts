import { readSourceFolder } from './source-folder';

/** A variable of the environment that holds a secret of a source. */
export interface SecretVariable {
  readonly source: string;
  readonly name: string;
}

const named = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(named) : [];

const SECRETS = ['secret_env', 'password_env', 'secret_key_env', 'headers_env'];

/** The variables that hold the secrets of a source folder; what else is read from the environment is no secret. */
export function secretVariables(folder: string): readonly SecretVariable[] {
  const { name: source, from } = readSourceFolder(folder).settings;
  return Object.entries(from ?? {})
    .filter(([key]) => SECRETS.includes(key))
    .flatMap(([, value]) => named(value))
    .map((name) => ({ source, name }));
}
