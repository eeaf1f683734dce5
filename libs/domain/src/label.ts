/** The two languages the product speaks. */
export type Language = 'vi' | 'en';

/** A text in both languages; Vietnamese uses the official term of `docs/glossary.md`. */
export type Label = Readonly<Record<Language, string>>;
