import type { Reason } from '@evenhand/domain';

/** What a caller is refused, as the response says it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 413 | 422 | 429 | 503,
    readonly kind: { readonly id: string; readonly title: string; readonly reason: Reason },
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
