import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row for each matter that somebody decided something about: a cause at a point. What is put off says why. */
export class MatterCares1767225600170 implements MigrationInterface {
  readonly name = 'MatterCares1767225600170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE matter_care (
         cause text NOT NULL CHECK (cause <> ''),
         point_code text NOT NULL CHECK (point_code <> ''),
         owner text NOT NULL,
         due_on date,
         off_until date,
         reason text NOT NULL CHECK ((off_until IS NULL) = (reason = '')),
         changed_by text NOT NULL,
         changed_at timestamptz NOT NULL,
         version integer NOT NULL CHECK (version > 0),
         PRIMARY KEY (cause, point_code)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matter_care');
  }
}
