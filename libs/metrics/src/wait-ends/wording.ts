import type { Label, WaitEndsAt } from '@evenhand/domain';
import { figureText } from '../compare/figure-text';

/** Taking those who left for people lost sight of is worth a sentence from a tenth of a point on. */
const WORTH_SAYING = 0.001;

/** What has become of people at the limit, and what a board would say that does not count those who left. */
export function endsLabel({ minutes, called, left, inLine, calledIfNobodyLeft }: WaitEndsAt): Label {
  const text = ({ value }: { readonly value: number }): Label => figureText(value, 'share');
  const isOverstated = calledIfNobodyLeft.value - called.value >= WORTH_SAYING;
  const [all, gone, there, if_stayed] = [called, left, inLine, calledIfNobodyLeft].map(text);
  const limit = figureText(minutes, 'minutes');
  return {
    vi: `Sau ${limit.vi}: ${all?.vi} đã được gọi, ${gone?.vi} đã bỏ về, ${there?.vi} vẫn còn chờ.${isOverstated ? ` Nếu coi người bỏ về như vẫn chờ tiếp thì sẽ thành ${if_stayed?.vi} được gọi, cao hơn thực tế.` : ''}`,
    en: `After ${limit.en}, ${all?.en} had been called, ${gone?.en} had left, and ${there?.en} were still in line.${isOverstated ? ` As if those who left had waited on, it would be ${if_stayed?.en} called: more than were.` : ''}`,
  };
}
