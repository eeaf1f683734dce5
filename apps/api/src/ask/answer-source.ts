import type { Points } from '@evenhand/contracts';
import type { Answer, Dimension, MetricInfo, Question } from '@evenhand/domain';

/** Names of codes, by dimension. */
export type Names = Readonly<Partial<Record<Dimension, ReadonlyMap<string, string>>>>;

/** Whatever can answer from a terminal: the stores themselves, or the server that owns them. */
export interface AnswerSource {
  answer(question: Question): Promise<Answer>;
  metrics(): Promise<readonly MetricInfo[]>;
  names(): Promise<Names>;
  close(): Promise<void>;
}

type Places = {
  readonly branches: Readonly<Points['branches']>;
  readonly points: readonly Pick<Points['points'][number], 'code' | 'name' | 'wardCode' | 'wardName'>[];
};

/** The names that a list of points brings. */
export const namesIn = ({ branches, points }: Places): Names => ({
  point: new Map(points.map(({ code, name }) => [code, name])),
  branch: new Map(branches.map(({ code, name }) => [code, name])),
  ward: new Map(points.flatMap(({ wardCode, wardName }) => (wardCode && wardName ? [[wardCode, wardName] as const] : []))),
});
