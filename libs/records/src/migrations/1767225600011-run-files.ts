import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which files a run read: what it refused of them can be read again as long as they are what they were. */
export class RunFiles1767225600011 implements MigrationInterface {
  readonly name = 'RunFiles1767225600011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE run_file (
         run_id int NOT NULL REFERENCES pipeline_run (id) ON DELETE CASCADE,
         file text NOT NULL,
         path text NOT NULL,
         bytes bigint NOT NULL,
         modified_ms bigint NOT NULL,
         PRIMARY KEY (run_id, file)
       )`,
    );
    await runner.query('CREATE INDEX run_file_path ON run_file (path)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE run_file');
  }
}
