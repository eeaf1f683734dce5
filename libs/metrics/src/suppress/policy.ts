/** How few cases a figure may rest on to be shown. */
export interface Policy {
  /** A number of cases below this, and above none, is not shown. */
  readonly leastCases: number;
  /** The same for figures that rest on what people answered. */
  readonly leastAnswers: number;
}

/** Who works with the figures sees all of them; the public sees none that could be about somebody. */
export const POLICIES = {
  staff: { leastCases: 1, leastAnswers: 1 },
  public: { leastCases: 5, leastAnswers: 10 },
} as const satisfies Readonly<Record<string, Policy>>;
