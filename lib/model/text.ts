/** The languages that everything a person reads exists in. */
export const locales = ['ja', 'en'] as const;

/** One of the languages of {@link locales}. */
export type Locale = (typeof locales)[number];

/** A text in every language. A missing language does not compile. */
export type Text = Readonly<Record<Locale, string>>;
