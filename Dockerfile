# Builds and runs the product. Nothing secret goes into an image: secrets come from the environment when it starts.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY tools tools
RUN npm ci --no-audit --no-fund
COPY nx.json tsconfig.base.json ./
COPY libs libs
COPY etl etl
COPY apps apps
ENV NX_DAEMON=false
RUN npx nx run-many -t build -p api etl dashboard --output-style=static
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production EVENHAND_DATA=/var/lib/evenhand
WORKDIR /opt/evenhand
COPY --from=build /src/package.json ./
COPY --from=build /src/node_modules node_modules
COPY --from=build /src/dist dist
COPY --from=build /src/etl/cities etl/cities
COPY --from=build /src/etl/sources etl/sources
RUN install -d -o node -g node -m 0700 /var/lib/evenhand
USER node
VOLUME /var/lib/evenhand
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/apps/api/main.mjs"]
