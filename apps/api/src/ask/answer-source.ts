import type { DiffPage, Points } from '@evenhand/contracts';
import type { Answer, Dimension, MetricInfo, Question } from '@evenhand/domain';

/** Names of codes, by dimension. */
export type Names = Readonly<Partial<Record<Dimension, ReadonlyMap<string, string>>>>;

/** Whatever can answer from a terminal: the stores themselves, or the server that owns them. */
export interface AnswerSource {
  answer(question: Question): Promise<Answer>;
  /** A page of what moved the one metric of a question since an earlier moment. */
  diff(question: Question, since: { readonly then: string; readonly page: number }): Promise<DiffPage>;
  metrics(): Promise<readonly MetricInfo[]>;
  names(): Promise<Names>;
  close(): Promise<void>;
}

/** How many of the cases that moved a figure are shown at once. */
export const DIFF_PAGE = 50;

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
