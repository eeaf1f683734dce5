import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each source is pulled by itself, what became of every slot, and what a run says while it runs. */
export class Schedules1767225600031 implements MigrationInterface {
  readonly name = 'Schedules1767225600031';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE run_line, schedule_slot, source_schedule');
    await runner.query('ALTER TABLE pipeline_run DROP COLUMN folder, DROP COLUMN notes, DROP COLUMN progress');
  }
}

const STATEMENTS = [
  // No reference to source: a schedule is known before the source has sent anything that describes it.
  `CREATE TABLE source_schedule (
     source text PRIMARY KEY,
     is_paused boolean NOT NULL DEFAULT false,
     wanted_at timestamptz
   )`,
  `CREATE TABLE schedule_slot (
     source text NOT NULL REFERENCES source_schedule,
     slot_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('running', 'waiting', 'done', 'failed', 'superseded')),
     attempts integer NOT NULL,
     claimed_by text NOT NULL,
     claimed_at timestamptz NOT NULL,
     alive_at timestamptz NOT NULL,
     next_attempt_at timestamptz,
     ended_at timestamptz,
     runs jsonb NOT NULL,
     message text,
     PRIMARY KEY (source, slot_at),
     CHECK ((next_attempt_at IS NOT NULL) = (state = 'waiting'))
   )`,
  `CREATE TABLE run_line (
     run_id integer NOT NULL REFERENCES pipeline_run,
     line_no integer NOT NULL,
     told_at timestamptz NOT NULL,
     text text NOT NULL,
     PRIMARY KEY (run_id, line_no)
   )`,
  `ALTER TABLE pipeline_run ADD COLUMN folder text, ADD COLUMN notes jsonb NOT NULL DEFAULT '[]', ADD COLUMN progress jsonb`,
];
