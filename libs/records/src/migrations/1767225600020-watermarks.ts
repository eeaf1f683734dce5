import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to where each part of a source has been read and published. */
export class Watermarks1767225600020 implements MigrationInterface {
  readonly name = 'Watermarks1767225600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE source_watermark (
         source text NOT NULL REFERENCES source,
         part text NOT NULL,
         value text NOT NULL,
         run_id integer NOT NULL REFERENCES pipeline_run,
         moved_at timestamptz NOT NULL,
         PRIMARY KEY (source, part)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE source_watermark');
  }
}
