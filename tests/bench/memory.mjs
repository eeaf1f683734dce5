import { join } from 'node:path';
import { loadWithEvenhand } from './measured.mjs';
import { writeTicketLog } from './ticket-log.mjs';

const FEW = 1_000_000;

/** Peak memory of a load of many rows against one of a million. */
export async function memory({ folder, rows, figure, say }) {
  const peaks = [];
  for (const size of [FEW, rows]) {
    const file = join(folder, `tickets-${size}.csv`);
    say(`Writing and loading ${size.toLocaleString('en')} tickets …`);
    await writeTicketLog(file, size);
    const { peak, seconds } = await loadWithEvenhand(join(folder, `data-${size}`), file);
    figure({ case: `Rows per second, whole command, ${size.toLocaleString('en')} rows`, value: size / seconds, unit: 'rows/s' });
    peaks.push(peak);
  }
  const [small, large] = peaks;
  figure({
    case: `Peak memory loading ${rows.toLocaleString('en')} rows, against ${FEW.toLocaleString('en')}`,
    value: large,
    unit: 'MB',
    baseline: small,
  });
}
