import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Screens that readers keep. Every state of one is kept as a version; the screen a reader begins with is one row a reader. */
export class Views1767225600110 implements MigrationInterface {
  readonly name = 'Views1767225600110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE saved_view (
         id uuid PRIMARY KEY,
         owner text NOT NULL CHECK (owner <> ''),
         name text NOT NULL CHECK (name <> ''),
         path text NOT NULL CHECK (path LIKE '/%'),
         query text NOT NULL,
         is_shared boolean NOT NULL,
         version integer NOT NULL CHECK (version > 0),
         changed_at timestamptz NOT NULL,
         deleted_at timestamptz
       )`,
    );
    await runner.query('CREATE INDEX saved_view_of_owner ON saved_view (owner)');
    await runner.query(
      `CREATE TABLE saved_view_version (
         view_id uuid NOT NULL REFERENCES saved_view,
         version integer NOT NULL,
         name text NOT NULL,
         path text NOT NULL,
         query text NOT NULL,
         is_shared boolean NOT NULL,
         changed_at timestamptz NOT NULL,
         PRIMARY KEY (view_id, version)
       )`,
    );
    await runner.query('CREATE TABLE home_view (owner text PRIMARY KEY, view_id uuid NOT NULL REFERENCES saved_view)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_view');
    await runner.query('DROP TABLE saved_view_version');
    await runner.query('DROP TABLE saved_view');
  }
}
