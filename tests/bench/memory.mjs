import { join } from 'node:path';
import { loadWithEvenhand } from './measured.mjs';
import { writeTicketLog } from './ticket-log.mjs';

/** Peak memory of a load when the file grows tenfold. */
export async function memory({ folder, rows, figure, say }) {
  const peaks = [];
  for (const size of [rows / 10, rows]) {
    const file = join(folder, `tickets-${size}.csv`);
    say(`Writing and loading ${size.toLocaleString('en')} tickets …`);
    await writeTicketLog(file, size);
    peaks.push((await loadWithEvenhand(join(folder, `data-${size}`), file)).peak);
  }
  const [small, large] = peaks;
  figure({
    case: `Peak memory loading ${rows.toLocaleString('en')} rows, against a tenth of them`,
    value: large,
    unit: 'MB',
    baseline: small,
  });
}
