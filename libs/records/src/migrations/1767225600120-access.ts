import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, who is signed in, who was invited, which machines may ask. Of every secret only a hash is kept. */
export class Access1767225600120 implements MigrationInterface {
  readonly name = 'Access1767225600120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE account (
         id uuid PRIMARY KEY,
         login text NOT NULL UNIQUE CHECK (login <> ''),
         name text NOT NULL CHECK (name <> ''),
         kind text NOT NULL CHECK (kind IN ('local', 'provider', 'simulated')),
         password_hash text,
         subject text UNIQUE,
         grants jsonb NOT NULL,
         made_at timestamptz NOT NULL,
         made_by text NOT NULL CHECK (made_by <> ''),
         deactivated_at timestamptz,
         CHECK ((kind = 'local') = (password_hash IS NOT NULL)),
         CHECK ((kind = 'provider') = (subject IS NOT NULL))
       )`,
    );
    await runner.query(
      `CREATE TABLE session (
         id_hash text PRIMARY KEY,
         account_id uuid NOT NULL REFERENCES account,
         began_at timestamptz NOT NULL,
         ends_at timestamptz NOT NULL,
         ended_at timestamptz
       )`,
    );
    await runner.query('CREATE INDEX session_of_account ON session (account_id)');
    await runner.query(
      `CREATE TABLE invitation (
         id uuid PRIMARY KEY,
         token_hash text NOT NULL UNIQUE,
         kind text NOT NULL CHECK (kind IN ('administrator', 'account', 'password')),
         name text NOT NULL,
         grants jsonb NOT NULL,
         account_id uuid REFERENCES account,
         made_at timestamptz NOT NULL,
         made_by text NOT NULL CHECK (made_by <> ''),
         ends_at timestamptz NOT NULL,
         used_at timestamptz,
         withdrawn_at timestamptz,
         CHECK ((kind = 'password') = (account_id IS NOT NULL))
       )`,
    );
    await runner.query(
      `CREATE TABLE api_token (
         id uuid PRIMARY KEY,
         name text NOT NULL CHECK (name <> ''),
         token_hash text NOT NULL UNIQUE,
         grants jsonb NOT NULL,
         actions jsonb NOT NULL,
         made_at timestamptz NOT NULL,
         made_by text NOT NULL CHECK (made_by <> ''),
         ends_at timestamptz,
         last_used_at timestamptz,
         revoked_at timestamptz
       )`,
    );
    await runner.query(
      'CREATE TABLE sign_in_attempts (subject text PRIMARY KEY, failures integer NOT NULL, first_at timestamptz NOT NULL)',
    );
    await runner.query(
      `CREATE TABLE provider_sign_in (
         id_hash text PRIMARY KEY,
         state text NOT NULL,
         nonce text NOT NULL,
         verifier text NOT NULL,
         next text NOT NULL,
         ends_at timestamptz NOT NULL
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_sign_in, sign_in_attempts, api_token, invitation, session, account');
  }
}
