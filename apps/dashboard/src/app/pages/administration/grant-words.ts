import { inject, Injectable } from '@angular/core';
import type { GrantPlaces } from '@evenhand/contracts';
import type { Grant } from '@evenhand/domain';
import { Words } from '../../i18n/words';

const MOST_NAMES = 3;

/** Says roles and the parts of the city they are about. */
@Injectable({ providedIn: 'root' })
export class GrantWords {
  private readonly words = inject(Words);

  readonly text = (grants: readonly Grant[], places: GrantPlaces): string =>
    grants.length === 0 ? this.words.say('account.no_role') : grants.map((grant) => this.one(grant, places)).join('; ');

  private one({ role, units, branches }: Grant, places: GrantPlaces): string {
    const names = new Map([...places.units, ...places.branches].map(({ code, name }) => [code, name]));
    const parts = [...units, ...branches].map((code) => names.get(code) ?? code);
    const shown = parts.slice(0, MOST_NAMES).join(', ');
    const rest = parts.length > MOST_NAMES ? ` +${parts.length - MOST_NAMES}` : '';
    return `${this.words.say(`role.${role}`)}${shown === '' ? '' : ` (${shown}${rest})`}`;
  }
}
