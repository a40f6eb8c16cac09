# syntax=docker/dockerfile:1

FROM node:26-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=optional --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/ scripts/
COPY src/ src/
RUN npm run build

# The image brings Node along, so the packages that hold it stay out with the other optional ones.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY package.json LICENSE ./
COPY bin/ bin/
COPY schema/ schema/
COPY operations/ operations/
COPY scripts/check-node.cjs scripts/check-live.cjs scripts/
COPY --from=dependencies /app/node_modules/ node_modules/
COPY --from=build /app/dist/ dist/
# The user of the official image. By number, so that Kubernetes sees that it is not root.
USER 1000:1000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s CMD ["node", "scripts/check-live.cjs"]
# Node itself is process 1: it gets SIGTERM and drains. Nothing is written to the file system.
CMD ["node", "bin/user-gateway.js", "serve"]
