import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that came through a drop folder, over HTTP or out of an object store, and what became of them. */
export class DeliveredFiles1767225600025 implements MigrationInterface {
  readonly name = 'DeliveredFiles1767225600025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE delivered_file (
         id serial PRIMARY KEY,
         source text NOT NULL REFERENCES source,
         address text NOT NULL,
         status text NOT NULL CHECK (status IN ('taken', 'loaded', 'failed')),
         fingerprint text NOT NULL,
         read_from text NOT NULL,
         stands_at text,
         after_run integer NOT NULL,
         run_id integer REFERENCES pipeline_run,
         attempts integer NOT NULL,
         taken_at timestamptz NOT NULL
       )`,
    );
    await runner.query('CREATE INDEX delivered_file_address ON delivered_file (source, address, id)');
    await runner.query('CREATE INDEX delivered_file_run ON delivered_file (run_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivered_file');
  }
}
