import { DefaultTranspiler, type TranspileParams } from '@jsverse/transloco';

const CHOICE = /\[([^[\]|]*)\|([^[\]|]*)\]/g;
const LAST_NUMBER = /(\d[\d.,]*)\D*$/;

/** Picks from `[point|points]` what goes with the number before it: the first after a 1, the second otherwise. */
export const inNumber = (text: string): string =>
  text.replace(CHOICE, (_, one: string, many: string, at: number) => (LAST_NUMBER.exec(text.slice(0, at))?.[1] === '1' ? one : many));

/** Texts whose words follow their numbers, for a language that has a plural. */
export class PluralTexts extends DefaultTranspiler {
  override transpile(of: TranspileParams): unknown {
    const text: unknown = super.transpile(of);
    return typeof text === 'string' && text.includes('|') ? inNumber(text) : text;
  }
}
