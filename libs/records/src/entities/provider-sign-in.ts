import { EntitySchema } from 'typeorm';

/** A sign-in that is under way at the identity provider. */
export interface ProviderSignIn {
  readonly idHash: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the person wanted to go: a path of this product. */
  readonly next: string;
  readonly endsAt: Date;
}

export const ProviderSignIn = new EntitySchema<ProviderSignIn>({
  name: 'provider_sign_in',
  columns: {
    idHash: { name: 'id_hash', type: 'text', primary: true },
    state: { type: 'text' },
    nonce: { type: 'text' },
    verifier: { type: 'text' },
    next: { type: 'text' },
    endsAt: { name: 'ends_at', type: 'timestamptz' },
  },
});
