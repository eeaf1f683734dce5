import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which systems may send records over HTTP. */
export class Senders1767225600002 implements MigrationInterface {
  readonly name = 'Senders1767225600002';

  async up(runner: QueryRunner): Promise<void> {
    // No reference to source: a sender is registered before it has sent anything that describes its source.
    await runner.query(
      `CREATE TABLE sender (
         name text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
         source text NOT NULL,
         token_hash text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
         created_at timestamptz NOT NULL,
         revoked_at timestamptz
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sender');
  }
}
