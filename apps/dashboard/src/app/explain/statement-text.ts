import type { ExplanationPage } from '@evenhand/contracts';

type Statement = ExplanationPage['statements'][number];

/** The values of a statement by the names that stand in its text, one to a line. */
export const valueLines = ({ values }: Pick<Statement, 'values'>): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);

/** A statement with its values as comments above it, to be taken to the engine as it is. */
export const statementText = (statement: Pick<Statement, 'text' | 'values'>): string =>
  [...valueLines(statement).map((line) => `-- ${line}`), statement.text].join('\n');
