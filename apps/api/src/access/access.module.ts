import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { RunsModule } from '../runs/runs.module';
import { AccessGuard } from './access.guard';
import { type AccessSettings } from './access-settings';
import { AccountDesk } from './account-desk';
import { AccountsController } from './accounts.controller';
import { BoundedRoutes } from './bounded-routes';
import { BrowserSessions } from './browser-sessions';
import { GrantCheck } from './grant-check';
import { Identities } from './identities';
import { IdentityProvider } from './identity-provider';
import { InvitationDesk } from './invitation-desk';
import { InvitationsController } from './invitations.controller';
import { KnownAccounts } from './known-accounts';
import { PasswordDesk } from './password-desk';
import { PointScopes } from './point-scopes';
import { ProviderDesk } from './provider-desk';
import { QuestionBounds } from './question-bounds';
import { SessionController } from './session.controller';
import { SessionCookie } from './session-cookie';
import { SessionStates } from './session-states';
import { SignInDesk } from './sign-in-desk';
import { SignInThrottle } from './sign-in-throttle';
import { StoodBefore } from './stood-before';
import { TokenDesk } from './token-desk';
import { ACCESS_SETTINGS } from './settings-token';
import { TokensController } from './tokens.controller';
import { TracedRoutes } from './traced-routes';
import { TracesModule } from './traces.module';
import { WalledRoutes } from './walled-routes';

/** Who may see and do what. */
@Module({
  imports: [RunsModule, TracesModule],
  controllers: [SessionController, AccountsController, InvitationsController, TokensController],
  providers: [
    ...[AccountDesk, BrowserSessions, GrantCheck, Identities, IdentityProvider, InvitationDesk, KnownAccounts, PointScopes, ProviderDesk],
    ...[PasswordDesk, QuestionBounds, SessionCookie, SessionStates, SignInDesk, SignInThrottle, StoodBefore, TokenDesk],
    WalledRoutes,
    { provide: APP_INTERCEPTOR, useExisting: WalledRoutes },
    { provide: APP_INTERCEPTOR, useClass: BoundedRoutes },
    { provide: APP_INTERCEPTOR, useClass: TracedRoutes },
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
})
export class AccessModule {
  static over(settings: AccessSettings): DynamicModule {
    return { module: AccessModule, providers: [{ provide: ACCESS_SETTINGS, useValue: settings }] };
  }
}
