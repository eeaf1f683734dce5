import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom. Each project carries one tag `layer:<project>`; the graph is one-way.
 * Pure layers import no npm package at all, so they run in a browser, a worker or a test unchanged.
 */
const layer = (name, uses, external = {}) => ({
  sourceTag: `layer:${name}`,
  onlyDependOnLibsWithTags: [name, ...uses].map((tag) => `layer:${tag}`),
  ...external,
});
const pure = { allowedExternalImports: ['fast-check', 'tslib'] };
const serverOnly = ['@nestjs/*', 'typeorm', 'chdb', '@clickhouse/*', '@electric-sql/*', 'pg'];

const everyTestRuns = {
  selector: 'CallExpression[callee.object.name=/^(it|describe|test)$/][callee.property.name=/^(only|skip|todo)$/]',
  message: 'Every test runs, always.',
};
const noValueInStatement = {
  selector: 'CallExpression[callee.property.name=/^(query|run|rows)$/] > TemplateLiteral[expressions.length>0]',
  message: 'Values travel beside a statement: as $1 in the records, as param(type, value) in the warehouse.',
};
const noOwnText = {
  selector: 'CallExpression[callee.name=/^(trusted|identifier)$/]',
  message: 'What a request says never becomes text of a statement; the registry of metrics has the names.',
};

const layers = [
  layer('domain', [], pure),
  layer('statistics', [], pure),
  layer('staffing', ['statistics'], pure),
  layer('exports', ['domain'], {
    allowedExternalImports: ['pdfkit', 'yazl', 'uqr', 'yauzl', 'saxes', 'fast-check', 'tslib'],
  }),
  layer('contracts', ['domain'], { allowedExternalImports: ['zod', 'fast-check', 'tslib'] }),
  layer('data-folder', ['domain'], { bannedExternalImports: ['@angular/*', 'echarts', ...serverOnly] }),
  layer('warehouse', ['domain', 'data-folder'], { bannedExternalImports: ['@angular/*', '@nestjs/*', 'typeorm', 'echarts', 'pg'] }),
  layer('metrics', ['domain', 'statistics', 'warehouse', 'data-folder'], {
    bannedExternalImports: ['@angular/*', 'echarts', 'chdb', '@clickhouse/*', '@nestjs/*', 'typeorm'],
  }),
  layer('records', ['domain', 'data-folder'], { bannedExternalImports: ['@angular/*', 'echarts', 'chdb', '@clickhouse/*'] }),
  layer('etl', ['domain', 'data-folder', 'warehouse', 'metrics', 'records'], {
    bannedExternalImports: ['@angular/*', '@nestjs/*', 'echarts'],
  }),
  layer('charts', ['domain'], { bannedExternalImports: serverOnly }),
  layer('api', ['domain', 'contracts', 'data-folder', 'exports', 'staffing', 'warehouse', 'metrics', 'records', 'etl'], {
    bannedExternalImports: ['@angular/*', 'echarts'],
  }),
  layer('dashboard', ['domain', 'contracts', 'charts', 'staffing'], { bannedExternalImports: serverOnly }),
  layer('tests', [
    'domain',
    'exports',
    'statistics',
    'staffing',
    'contracts',
    'data-folder',
    'warehouse',
    'metrics',
    'records',
    'etl',
    'charts',
  ]),
];

export default defineConfig(
  globalIgnores(['**/dist', '**/node_modules', '**/coverage', '**/tmp', 'data', '.nx', '.angular', '**/public']),
  js.configs.recommended,
  {
    files: ['**/*.{cjs,mjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'module',
          'require',
          '__dirname',
          'process',
          'console',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'Buffer',
          'performance',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: layers }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', everyTestRuns],
    },
  },
  {
    // Constructor injection reads the classes at run time: an import rewritten to `import type` would erase them.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['libs/*/src/**/*.ts', 'etl/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', everyTestRuns, noValueInStatement] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', everyTestRuns, noValueInStatement, noOwnText] },
  },
  {
    // A command line speaks to a person; everything else logs events.
    files: ['etl/src/cli/**/*.ts', 'apps/api/src/ask.ts', 'tests/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['apps/dashboard/**/*.ts', 'libs/charts/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      // A schema would bring its engine along, which tries whether it may write code: a browser that forbids it says so in its console.
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          name: '@evenhand/contracts',
          allowTypeImports: true,
          message: 'The dashboard knows contracts as types; a value that both sides need is of the domain.',
        },
      ],
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'eh', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'eh', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
    },
  },
  {
    files: ['apps/dashboard/**/*.html', 'libs/charts/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  prettier,
);
