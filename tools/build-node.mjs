// Bundles Node entries: workspace code into one ES module each, npm packages left outside.
// usage: node tools/build-node.mjs [--watch] <tsconfig> <out folder> <entry.ts> …
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { transform } from '@swc/core';
import { build, context } from 'esbuild';

const isWatching = process.argv[2] === '--watch';
const [tsconfig, outdir, ...entryPoints] = process.argv.slice(isWatching ? 3 : 2);
const settings = createRequire(import.meta.url)('./swc.cjs');

const compileWithSwc = {
  name: 'swc',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, {
        ...settings,
        filename: path,
        sourceMaps: 'inline',
        swcrc: false,
        configFile: false,
        module: { type: 'es6' },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

const options = {
  entryPoints,
  outdir,
  tsconfig,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  loader: { '.sql': 'text' },
  sourcemap: true,
  logLevel: 'warning',
  plugins: [compileWithSwc],
};
if (isWatching) await (await context(options)).watch();
else await build(options);
