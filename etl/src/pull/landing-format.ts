/** What a source that is fetched need not say of its files: they are written on the way in, in one form per kind. */
const FORMATS: Readonly<Record<string, string>> = { database: 'CSVWithNames', rest: 'JSONEachRow' };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Completes the content of source.yml with how files are read that a pull writes itself. What is said stands. */
export function withLandingFormat(content: unknown): unknown {
  if (!isObject(content) || !isObject(content['from'])) return content;
  const { kind, tables } = content['from'];
  const format = FORMATS[String(kind)];
  if (format === undefined) return content;
  const entities = isObject(tables) ? Object.keys(tables) : [];
  const files = Object.fromEntries(entities.map((entity) => [entity, `${entity}-*`]));
  return { read: { format }, ...(entities.length > 0 ? { files } : {}), ...content };
}
