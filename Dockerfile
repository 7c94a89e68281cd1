# One image for the site, the projector, the worker and the command line: docker-compose.yml says which one runs.
FROM node:24-trixie-slim AS base
WORKDIR /fil-rouge

FROM base AS build
COPY package.json package-lock.json .npmrc ./
# The build needs no development tool, but it needs the optional packages of @swc/core and esbuild for this processor.
RUN npm ci --omit=dev --ignore-scripts
COPY .swcrc ./
COPY scripts scripts
COPY apps apps
COPY libs libs
RUN npm run build

FROM base AS dependencies
COPY package.json package-lock.json .npmrc ./
# Optional are an embedded PostgreSQL and compilers: a database is given by DATABASE_URL, and nothing is compiled.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM base AS signing
# Mounted over: the volumes begin as these.
RUN install --directory --mode=700 /signing/keys /signing/lock /signing/promises

FROM base
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0 PORT=3000
COPY package.json LICENSE ./
COPY --from=dependencies /fil-rouge/node_modules node_modules
COPY --from=build /fil-rouge/dist dist
COPY --from=signing --chown=node:node /signing /var/lib/fil-rouge
# The files belong to root: the program cannot change itself.
USER node
EXPOSE 3000
CMD ["node", "dist/apps/web/main.js"]
