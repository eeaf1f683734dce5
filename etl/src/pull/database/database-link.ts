import { literal, param, sql, type Sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { SourceProblem } from '../../source/source-problem';
import type { DatabaseSettings } from '../database-settings';
import { secretFrom } from '../secret-from';
import type { Dialect } from './dialect';
import { MYSQL } from './mysql';
import { POSTGRESQL } from './postgresql';

const DIALECTS = { postgresql: POSTGRESQL, mysql: MYSQL } as const;

/** What a statement becomes when it gives `\N` for nothing; the contract takes nothing for an empty text. */
const textOrNothing = (names: readonly string[]): Sql => trusted(names.map((name) => `ifNull(\`${name}\`, '') AS \`${name}\``).join(', '));

/**
 * A database that the engine reads. Address, question and credentials travel beside the statement as parameters, so they
 * stand in no statement, in no list of what runs, and in no error that quotes a statement.
 */
export class DatabaseLink {
  readonly dialect: Dialect;
  private readonly user: string;
  private readonly password: string;

  constructor(
    private readonly warehouse: Warehouse,
    private readonly settings: DatabaseSettings,
    env: Readonly<Record<string, string | undefined>>,
  ) {
    this.dialect = DIALECTS[settings.engine];
    this.user = secretFrom(env, settings.user_env, `the user name for the database ${settings.database}`);
    this.password = secretFrom(env, settings.password_env, `the password for the database ${settings.database}`);
  }

  /** Where a table of the database stands, for a person. */
  get place(): string {
    return `${this.settings.engine} at ${this.address}, database ${this.settings.database}`;
  }

  private get address(): string {
    return `${this.settings.host}:${this.settings.port ?? this.dialect.port}`;
  }

  private relation(question: string): Sql {
    const { database } = this.settings;
    return sql`${trusted(this.dialect.reader)}(${param('String', this.address)}, ${param('String', database)}, query(${param('String', question)}), ${param('String', this.user)}, ${param('String', this.password)})`;
  }

  /** Asks the database and gives its rows. */
  async rows<Row>(question: string): Promise<Row[]> {
    return this.spoken(this.warehouse.rows<Row>(sql`SELECT * FROM ${this.relation(question)}`));
  }

  /** Writes the answer, whose columns are all text, into a file with a header line. */
  async land(question: string, names: readonly string[], path: string): Promise<void> {
    const statement = sql`INSERT INTO FUNCTION file(${literal(path)}, 'CSVWithNames') SELECT ${textOrNothing(names)} FROM ${this.relation(question)}`;
    await this.spoken(this.warehouse.run(withSettings(statement, { engine_file_truncate_on_insert: 1 })));
  }

  private async spoken<Result>(asked: Promise<Result>): Promise<Result> {
    try {
      return await asked;
    } catch (error) {
      const [said = ''] = (error instanceof Error ? error.message : String(error)).split(/: While|: In scope/);
      // No message of the engine is known to hold it; should one ever, it is not ours to pass on. So there is no cause either.
      const message = `${this.place} cannot be read: ${said.replaceAll(this.password, '…').trim()}`;
      throw new SourceProblem(message);
    }
  }
}
