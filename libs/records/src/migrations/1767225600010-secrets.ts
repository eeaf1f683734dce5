import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that are made here and leave this store for the engine's memory only. */
export class Secrets1767225600010 implements MigrationInterface {
  readonly name = 'Secrets1767225600010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE secret (
         name text PRIMARY KEY,
         value text NOT NULL CHECK (value ~ '^[0-9a-f]{64}$'),
         made_at timestamptz NOT NULL
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE secret');
  }
}
