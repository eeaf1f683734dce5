import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

/** The one folder that was typed. Throws {@link UsageProblem} with `otherwise` unless it is one. */
export function onlyFolder(typed: Typed, otherwise: string): string {
  const [folder, ...others] = typed.positionals;
  if (folder === undefined || folder === '' || others.length > 0) throw new UsageProblem(otherwise);
  return typed.path(folder);
}
