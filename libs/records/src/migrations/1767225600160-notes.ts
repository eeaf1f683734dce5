import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row a note. Its days include the first and exclude the last; a note that was taken back keeps its row. */
export class Notes1767225600160 implements MigrationInterface {
  readonly name = 'Notes1767225600160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE note (
         id uuid PRIMARY KEY,
         place text NOT NULL CHECK (place = 'city' OR place ~ '^(branch|unit|point):.'),
         noted_from date NOT NULL,
         noted_to date NOT NULL CHECK (noted_to > noted_from),
         text text NOT NULL CHECK (text <> ''),
         author text NOT NULL CHECK (author <> ''),
         author_name text NOT NULL,
         version integer NOT NULL CHECK (version > 0),
         written_at timestamptz NOT NULL,
         changed_at timestamptz NOT NULL,
         deleted_at timestamptz
       )`,
    );
    await runner.query('CREATE INDEX note_of_days ON note (noted_from, noted_to) WHERE deleted_at IS NULL');
    await runner.query('CREATE INDEX note_of_author ON note (author)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}
