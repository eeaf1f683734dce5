/** A value that travels beside the text, never inside it. */
export interface Param {
  readonly kind: 'param';
  /** ClickHouse type, e.g. `Array(String)`. */
  readonly type: string;
  readonly value: unknown;
}

/** A statement or a piece of one: text with numbered placeholders and the values that belong to them. */
export class Sql {
  /** @internal made by {@link sql}, {@link identifier} and {@link join} only. */
  constructor(
    readonly strings: readonly string[],
    readonly params: readonly Param[],
  ) {}

  /** The text with `{p0:Type}` placeholders numbered in reading order, and the values by name. */
  render(): { readonly text: string; readonly values: Readonly<Record<string, unknown>> } {
    const text = this.strings
      .map((part, index) => `${part}${index < this.params.length ? `{p${index}:${this.params[index]?.type}}` : ''}`)
      .join('');
    return { text, values: Object.fromEntries(this.params.map(({ value }, index) => [`p${index}`, value])) };
  }
}

/** Binds a value: `param('Date', from)` becomes `{p0:Date}`. */
export const param = (type: string, value: unknown): Param => ({ kind: 'param', type, value });

const NAME = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)?$/;

/** A table or column name that our own code holds. Never a name that came from outside. */
export function identifier(name: string): Sql {
  if (!NAME.test(name)) throw new TypeError(`"${name}" is not a plain identifier`);
  return new Sql([name], []);
}

/** A string literal of our own (a path, a format name, a zone) where ClickHouse takes no parameter. */
export const literal = (text: string): Sql => new Sql([`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`], []);

/** Text written by a person who may write SQL: a registry entry, a migration, the staging file of a source. */
export const trusted = (text: string): Sql => new Sql([text], []);

/** Only these may fill a hole; a plain string does not type-check. */
export type Hole = Sql | Param;

/** Builds a statement: sql`SELECT 1 FROM ${identifier('ticket')} WHERE issued_on >= ${param('Date', from)}`. */
export function sql(parts: TemplateStringsArray, ...holes: readonly Hole[]): Sql {
  const strings: string[] = [parts[0] ?? ''];
  const params: Param[] = [];
  const append = (text: string): void => {
    strings[strings.length - 1] = `${strings.at(-1) ?? ''}${text}`;
  };
  holes.forEach((hole, index) => {
    if (hole instanceof Sql) {
      hole.strings.forEach((text, piece) => {
        append(text);
        const inner = hole.params[piece];
        if (inner) {
          params.push(inner);
          strings.push('');
        }
      });
    } else {
      params.push(hole);
      strings.push('');
    }
    append(parts[index + 1] ?? '');
  });
  return new Sql(strings, params);
}

/** Joins pieces with a separator of our own: `join(columns, ', ')`. */
export function join(pieces: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | '\nUNION ALL\n'): Sql {
  const [first, ...rest] = pieces;
  return rest.reduce((all, piece) => sql`${all}${trusted(separator)}${piece}`, first ?? sql``);
}
