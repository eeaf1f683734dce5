import { axisFoot } from './broken-axis';
import type { ChartFrame, ChartOption, Format } from './chart-option';

/** What stands along the axes of lines over time. */
export interface BucketAxes {
  /** First days of the buckets, oldest first. */
  readonly buckets: readonly string[];
  readonly isFromZero: boolean;
  /** What no value goes beyond, as all of a share; the axis ends there. */
  readonly most?: number | undefined;
  readonly bucket: (bucket: string) => string;
  readonly value: Format;
}

/** Buckets of time along the foot, values along the side. */
export const bucketAxes = ({ buckets, isFromZero, most, bucket, value }: BucketAxes, { theme }: ChartFrame) =>
  ({
    xAxis: {
      type: 'category',
      data: [...buckets],
      boundaryGap: false,
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: {
        color: theme.ink3,
        fontSize: 11,
        hideOverlap: true,
        formatter: bucket,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: {
      type: 'value',
      scale: !isFromZero,
      splitNumber: 3,
      ...axisFoot(isFromZero, theme),
      ...(most === undefined ? {} : { max: most }),
      axisLabel: { color: theme.ink3, fontSize: 11, formatter: value },
      splitLine: { lineStyle: { color: theme.lineSoft } },
    },
  }) satisfies ChartOption;
