/** How TypeScript becomes JavaScript, for builds and tests alike: NestJS and TypeORM read decorator metadata, which esbuild cannot write. */
module.exports = {
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
