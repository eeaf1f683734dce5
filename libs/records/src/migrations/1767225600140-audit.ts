import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per thing that somebody did or saw, chained by hashes. Rows are only ever added. */
export class Audit1767225600140 implements MigrationInterface {
  readonly name = 'Audit1767225600140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE audit_entry (
         id integer PRIMARY KEY CHECK (id > 0),
         at timestamptz NOT NULL,
         who text NOT NULL CHECK (who <> ''),
         did text NOT NULL CHECK (did <> ''),
         what text,
         before text,
         after text,
         request_id text,
         previous_hash text NOT NULL,
         hash text NOT NULL CHECK (length(hash) = 64)
       )`,
    );
    await runner.query('CREATE INDEX audit_entry_by_time ON audit_entry (at)');
    await runner.query(
      `CREATE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'The audit log is only added to: % of % is refused.', TG_OP, TG_TABLE_NAME; END $$`,
    );
    await runner.query(
      'CREATE TRIGGER audit_log_is_kept BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION keep_audit_log()',
    );
    await runner.query(
      'CREATE TRIGGER audit_log_is_whole BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_log()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP FUNCTION keep_audit_log');
  }
}
