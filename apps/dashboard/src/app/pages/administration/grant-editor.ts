import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { GrantPlaces } from '@evenhand/contracts';
import { type Grant, type Role, ROLES } from '@evenhand/domain';
import { Words } from '../../i18n/words';

const PARTS: Readonly<Partial<Record<Role, 'units' | 'branches'>>> = { ward_manager: 'units', branch_manager: 'branches' };

/** Which roles, and of which part of the city. */
@Component({
  selector: 'eh-grant-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ words.say('administration.roles') }}</legend>
      @for (role of roles(); track role.role) {
        <label class="role">
          <input
            type="checkbox"
            name="role"
            [value]="role.role"
            [checked]="role.isGiven"
            (change)="give(role.role, $any($event.target).checked)"
          />
          <span
            >{{ words.say('role.' + role.role) }}<small>{{ words.say('role_may.' + role.role) }}</small></span
          >
        </label>
        @if (role.part; as part) {
          <label class="part">
            <span>{{ words.say('administration.' + part) }}</span>
            <select multiple size="6" [attr.name]="part" (change)="choose(role.role, part, $any($event.target).selectedOptions)">
              @for (place of places()[part]; track place.code) {
                <option [value]="place.code" [selected]="role.chosen.includes(place.code)">{{ place.name }}</option>
              }
            </select>
          </label>
        }
      }
    </fieldset>
  `,
  styleUrl: './grant-editor.css',
})
export class GrantEditor {
  readonly places = input.required<GrantPlaces>();
  readonly grants = model.required<readonly Grant[]>();
  /** Roles that can be given here. */
  readonly offered = input<readonly Role[]>(ROLES);

  protected readonly words = inject(Words);
  protected readonly roles = computed(() =>
    this.offered().map((role) => {
      const given = this.grants().find((grant) => grant.role === role);
      const part = PARTS[role];
      return { role, isGiven: given !== undefined, part: given && part, chosen: [...(given?.units ?? []), ...(given?.branches ?? [])] };
    }),
  );

  protected give(role: Role, isGiven: boolean): void {
    const others = this.grants().filter((grant) => grant.role !== role);
    this.grants.set(isGiven ? [...others, { role, units: [], branches: [] }] : others);
  }

  protected choose(role: Role, part: 'units' | 'branches', options: Iterable<HTMLOptionElement>): void {
    const codes = [...options].map(({ value }) => value);
    this.grants.update((grants) => grants.map((grant) => (grant.role === role ? { ...grant, [part]: codes } : grant)));
  }
}
