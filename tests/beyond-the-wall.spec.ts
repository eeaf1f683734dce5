import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
const CODE = ['apps/api/src/**/*.ts', 'libs/*/src/**/*.ts', 'etl/src/**/*.ts'];
/** Where the ways beyond the wall are made and handed on. */
const THE_WALL = /libs\/warehouse\/src\/(wall\/|index\.ts)/;
const USE = /\b(beyondTheWall\(\s*'([a-z ]+)'|beyondWall\()/g;

/** Every place that reads beyond the wall, and what for; `beyondWall` puts it into a statement that is otherwise within. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'apps/api/src/city/city-catalog.ts': ['known to everybody'],
  'apps/api/src/city/covered-days.ts': ['known to everybody'],
  // The status that another source gives to one's own dossier.
  'etl/src/findings/data-quality.ts': ['in a statement'],
  // Which days the national copy covers, whether there is one, and that a copy is of somebody's dossier.
  'etl/src/reconciliation/national-copy.ts': ['in a statement', 'in a statement', 'in a statement', 'in a statement', 'in a statement'],
  'libs/metrics/src/benchmark/benchmark.ts': ['held against peers'],
  'libs/metrics/src/compare/readings.ts': ['held against peers', 'held against the city', 'held against the city'],
  'libs/metrics/src/compare/subject.ts': ['held against the city', 'held against the city'],
  'libs/metrics/src/metric-answers.ts': ['held against the city'],
  // How long dossiers of a field last in the city.
  'libs/metrics/src/registry/outlook.ts': ['in a statement'],
  // Codes of dossiers that anybody rated, anywhere.
  'libs/metrics/src/registry/satisfaction-silence.ts': ['in a statement'],
  // Who works by contract, wherever they are posted.
  'libs/metrics/src/registry/workload-staff.ts': ['in a statement'],
  // Codes of dossiers that anybody complained about, anywhere.
  'libs/metrics/src/scores/dossier-counts.ts': ['in a statement'],
  'libs/metrics/src/scores/feed-counts.ts': ['in a statement', 'in a statement'],
  'libs/metrics/src/sheets/sheets.ts': ['held for all', 'held for all', 'held for all'],
  'libs/metrics/src/standards/gather-evidence.ts': ['held for all'],
  'libs/metrics/src/suppress/public-answers.ts': ['told to the public'],
  // How long a service of a field takes in the city, and how its dossiers are mixed.
  'libs/metrics/src/workload/mix-weights.ts': ['in a statement', 'in a statement'],
};

it('[B12] every place that reads beyond the wall is listed with its reason; put down one that is added', () => {
  const found = globSync(CODE, { cwd: ROOT, exclude: (path) => path.includes('node_modules') })
    .filter((path) => !path.endsWith('.spec.ts') && !THE_WALL.test(path))
    .flatMap((path) => {
      const uses = [...readFileSync(join(ROOT, path), 'utf8').matchAll(USE)].map(([, , why = 'in a statement']) => why);
      return uses.length === 0 ? [] : [[path, uses.sort()] as const];
    });
  expect(Object.fromEntries(found)).toEqual(PLACES);
});
