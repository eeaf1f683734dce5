import { code, day, money, required } from '../column';
import type { EntityContract } from '../entity-contract';
import { flag, reject } from '../law';

export const publishedScore: EntityContract = {
  entity: 'published_score',
  label: { vi: 'Điểm đã công bố', en: 'Published score' },
  columns: [
    code('unit_code', 'mã đơn vị', 'unit code', required),
    code('metric', 'mã chỉ số', 'metric code', required),
    day('period_from', 'ngày đầu kỳ', 'first day of the period', required),
    day('period_to', 'ngày sau cuối kỳ', 'day after the period', required),
    money('numerator', 'tử số', 'numerator'),
    money('denominator', 'mẫu số', 'denominator'),
    money('score', 'điểm', 'score', required),
    money('max_score', 'điểm tối đa', 'maximum', required),
    day('published_on', 'ngày công bố', 'day of publication', required),
  ],
  derived: [],
  identity: ['unit_code', 'metric', 'period_from', 'period_to'],
  cohortDay: 'period_from',
  keepFirst: [],
  tells: (zone) => [`toDateTime64(published_on, 3, '${zone}')`],
  laws: [
    reject('period_empty', 'period_to <= period_from', 'Kỳ báo cáo trống.', 'The period is empty.'),
    reject('above_maximum', 'score > max_score', 'Điểm lớn hơn điểm tối đa.', 'The score is above its maximum.'),
    flag('published_early', 'published_on < period_to', 'Công bố trước khi kết thúc kỳ.', 'Published before the period ended.'),
  ],
};
