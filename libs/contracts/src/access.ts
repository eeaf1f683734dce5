import { ACTIONS, GUARDED_COLUMNS, ROLES, SHORTEST_PASSWORD, TOKEN_ACTIONS } from '@evenhand/domain';
import { z } from 'zod';

/** Three people of the simulated city, by whose eyes it can be seen. */
export const SIMULATED_READERS = ['leader', 'manager', 'auditor'] as const;
export type SimulatedReader = (typeof SIMULATED_READERS)[number];

const LONGEST_PASSWORD = 200;
const LONGEST_SECRET = 200;
const MOST_CODES = 300;

const newPassword = z.string().min(SHORTEST_PASSWORD, `must have at least ${SHORTEST_PASSWORD} characters`).max(LONGEST_PASSWORD);
const secret = z.string().min(1).max(LONGEST_SECRET).describe('The secret of the one-time link.');
const codes = z.array(z.string().min(1).max(40)).max(MOST_CODES);
const instant = z.string().describe('ISO 8601 in UTC.');

export const grantSchema = z
  .strictObject({
    role: z.enum(ROLES).describe('What the person or machine is in the city.'),
    units: codes.default([]).describe('Codes of the units that a ward manager answers for; empty for others.'),
    branches: codes.default([]).describe('Codes of the branches that a branch manager answers for; empty for others.'),
  })
  .meta({ id: 'Grant', description: 'A role, and which part of the city it is about.' });

const grants = z.array(grantSchema).max(ROLES.length);

export const sessionSchema = z
  .object({
    who: z
      .object({
        id: z.string().describe('Id of the account.'),
        name: z.string().describe('Name to show.'),
        kind: z.enum(['account', 'machine', 'owner']).describe('A person, a token, or whoever reads the data folder.'),
        hasPassword: z.boolean().describe('Whether they sign in with a password of this product, which they can change.'),
      })
      .nullable()
      .describe('Who is signed in; null for nobody.'),
    roles: z.array(z.enum(ROLES)).describe('What they are in the city.'),
    actions: z.array(z.enum(ACTIONS)).describe('What they may do.'),
    columns: z.array(z.enum(GUARDED_COLUMNS)).describe('Which guarded columns of cases they see.'),
    isWholeCity: z.boolean().describe('Whether they see every point.'),
    provider: z.string().nullable().describe('Name of the identity provider by which one can sign in; null without one.'),
    readers: z.array(z.enum(SIMULATED_READERS)).describe('Readers of the simulated city that this caller can become by one click.'),
  })
  .meta({ id: 'Session', description: 'Who asks, what they may, and how one can sign in.' });
export type SessionState = z.infer<typeof sessionSchema>;

export const signInSchema = z
  .strictObject({
    login: z.string().min(1).max(80).describe('Login of a local account.'),
    password: z.string().min(1).max(LONGEST_PASSWORD).describe('Its password.'),
  })
  .meta({ id: 'SignIn', description: 'A sign-in with a password.' });
export type SignIn = z.infer<typeof signInSchema>;

export const changePasswordSchema = z
  .strictObject({
    current: z.string().min(1).max(LONGEST_PASSWORD).describe('The password so far.'),
    password: newPassword.describe('The password from now on.'),
  })
  .meta({ id: 'ChangePassword', description: 'Another password for whoever is signed in; every other session of the account ends.' });
export type ChangePassword = z.infer<typeof changePasswordSchema>;

export const becomeReaderSchema = z
  .strictObject({ reader: z.enum(SIMULATED_READERS).describe('Whose eyes to see the simulated city by.') })
  .meta({ id: 'BecomeReader', description: 'A sign-in as a reader of the simulated city.' });
export type BecomeReader = z.infer<typeof becomeReaderSchema>;

export const providerQuerySchema = z
  .object({ next: z.string().max(2000).default('/').describe('Path of this product to show afterwards.') })
  .meta({ id: 'ProviderQuery', description: 'Where a sign-in at the identity provider leads to.' });
export type ProviderQuery = z.infer<typeof providerQuerySchema>;

export const accountIdSchema = z.uuid().describe('Id of the account, the invitation or the token.');

export const accountSchema = z
  .object({
    id: z.string().describe('Id.'),
    login: z.string().describe('What is typed to sign in.'),
    name: z.string().describe('Name to show.'),
    kind: z.enum(['local', 'provider', 'simulated']).describe('Signs in with a password, at the identity provider, or by a click.'),
    grants: grants.describe('What the person is in the city.'),
    isActive: z.boolean().describe('Whether the account may sign in.'),
    madeAt: instant.describe('Since when there is the account, ISO 8601 in UTC.'),
    madeBy: z.string().describe('Who made it.'),
  })
  .meta({ id: 'Account', description: 'Somebody who may sign in.' });
export const accountsSchema = z
  .object({ accounts: z.array(accountSchema).describe('By login.') })
  .meta({ id: 'Accounts', description: 'All accounts.' });
export type AccountInfo = z.infer<typeof accountSchema>;

const placeSchema = z.object({ code: z.string().describe('Code.'), name: z.string().describe('Name.') });
export const grantPlacesSchema = z
  .object({
    units: z.array(placeSchema).describe('Units that a ward manager can answer for, by code.'),
    branches: z.array(placeSchema).describe('Branches that a branch manager can answer for, by code.'),
  })
  .meta({ id: 'GrantPlaces', description: 'The parts of the city that a role can be about.' });
export type GrantPlaces = z.infer<typeof grantPlacesSchema>;

export const changeAccountSchema = z
  .strictObject({
    grants: grants.optional().describe('What the person is from now on; as it was unless given.'),
    isActive: z.boolean().optional().describe('Whether the account may sign in; as it was unless given.'),
  })
  .meta({ id: 'ChangeAccount', description: 'A change of an account; whoever is signed in with it is signed out.' });
export type ChangeAccount = z.infer<typeof changeAccountSchema>;

export const invitationSchema = z
  .object({
    id: z.string().describe('Id.'),
    kind: z.enum(['administrator', 'account', 'password']).describe('What it is for.'),
    name: z.string().describe('Whom it is for.'),
    grants: grants.describe('What the person will be in the city.'),
    madeBy: z.string().describe('Who made it.'),
    endsAt: instant.describe('When it ends unless it is used, ISO 8601 in UTC.'),
  })
  .meta({ id: 'Invitation', description: 'A one-time link that nobody has used yet.' });
export const invitationsSchema = z
  .object({ invitations: z.array(invitationSchema).describe('The latest first.') })
  .meta({ id: 'Invitations', description: 'Open invitations.' });
export type InvitationInfo = z.infer<typeof invitationSchema>;

export const inviteSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120).describe('Whom it is for.'),
    grants: grants.min(1).describe('What the person will be in the city.'),
  })
  .meta({ id: 'Invite', description: 'An invitation to an account.' });
export type Invite = z.infer<typeof inviteSchema>;

export const linkSchema = z
  .object({
    path: z.string().describe('Where to open it: a path of this server. It is told only once.'),
    endsAt: instant.describe('When it ends, ISO 8601 in UTC.'),
  })
  .meta({ id: 'OneTimeLink', description: 'A link that works once.' });
export type OneTimeLink = z.infer<typeof linkSchema>;

export const lookAtInvitationSchema = z.strictObject({ secret }).meta({ id: 'LookAtInvitation', description: 'What does this link open?' });
export type LookAtInvitation = z.infer<typeof lookAtInvitationSchema>;

export const openedInvitationSchema = z
  .object({
    kind: z.enum(['administrator', 'account', 'password']).describe('What it is for.'),
    name: z.string().describe('Whom it is for.'),
    login: z.string().nullable().describe('The login whose password it sets; null where one is chosen.'),
  })
  .meta({ id: 'OpenedInvitation', description: 'What a one-time link opens.' });
export type OpenedInvitation = z.infer<typeof openedInvitationSchema>;

export const acceptInvitationSchema = z
  .strictObject({
    secret,
    login: z.string().max(80).default('').describe('Login to sign in with; not asked for when a password is set anew.'),
    name: z.string().trim().max(120).default('').describe('Name to show; that of the invitation unless given.'),
    password: newPassword.describe('Password to sign in with.'),
  })
  .meta({ id: 'AcceptInvitation', description: 'Uses a one-time link up; whoever does is signed in.' });
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>;

export const tokenSchema = z
  .object({
    id: z.string().describe('Id.'),
    name: z.string().describe('Which machine has it.'),
    grants: grants.describe('Whose eyes it has.'),
    actions: z.array(z.enum(ACTIONS)).describe('What it may do.'),
    madeAt: instant.describe('When it was made, ISO 8601 in UTC.'),
    madeBy: z.string().describe('Who made it.'),
    endsAt: instant.nullable().describe('When it ends; null for never.'),
    lastUsedAt: instant.nullable().describe('When it was last used, to the minute; null for never.'),
    revokedAt: instant.nullable().describe('Since when it does not work any more; null while it does.'),
  })
  .meta({ id: 'ApiToken', description: 'A machine that may ask.' });
export const tokensSchema = z
  .object({ tokens: z.array(tokenSchema).describe('By name.') })
  .meta({ id: 'ApiTokens', description: 'All tokens there ever were.' });
export type TokenInfo = z.infer<typeof tokenSchema>;

export const makeTokenSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120).describe('Which machine gets it.'),
    grants: grants.min(1).describe('Whose eyes it has.'),
    actions: z.array(z.enum(TOKEN_ACTIONS)).min(1).describe('What it may do, of what these roles may.'),
    days: z.number().int().min(1).max(3660).nullable().default(365).describe('For how many days it works; null for ever.'),
  })
  .meta({ id: 'MakeApiToken', description: 'A token for a machine.' });
export type MakeToken = z.infer<typeof makeTokenSchema>;

export const madeTokenSchema = z
  .object({ text: z.string().describe('The token; told only once.'), token: tokenSchema.describe('What it may.') })
  .meta({ id: 'MadeApiToken', description: 'A token and its text.' });
export type MadeToken = z.infer<typeof madeTokenSchema>;
